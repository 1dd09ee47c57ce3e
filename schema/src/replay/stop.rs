//! Why a statement stops: PostgreSQL refuses it, or nobody can know its effect here.

use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;

/// What a statement did when it did not stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Applied {
    /// It may have changed the schema.
    Schema,
    /// It leaves the schema alone; the words say what it was.
    Nothing(&'static str),
}

pub(super) type Result<T> = std::result::Result<T, Stop>;

#[derive(Debug)]
pub(super) enum Stop {
    Refused(Box<Diagnostic>),
    Opaque(Box<Diagnostic>),
}

impl Stop {
    /// PostgreSQL's refusal, in its own words.
    pub(super) fn refused(sqlstate: &'static str, at: Span, message: impl Into<String>) -> Self {
        Self::Refused(Box::new(Diagnostic::new(&rules::REFUSED, message).sqlstate(sqlstate).at(at)))
    }

    pub(super) fn opaque(diagnostic: Diagnostic) -> Self {
        Self::Opaque(Box::new(diagnostic))
    }

    #[must_use]
    pub(super) fn help(self, help: impl Into<String>) -> Self {
        self.map(|diagnostic| diagnostic.help(help))
    }

    /// Adds a place that explains the refusal, if it is known.
    #[must_use]
    pub(super) fn label(self, place: Option<Span>, label: impl Into<String>) -> Self {
        match place {
            Some(place) => self.map(|diagnostic| diagnostic.label(place, label)),
            None => self,
        }
    }

    #[must_use]
    pub(super) fn map(self, change: impl FnOnce(Diagnostic) -> Diagnostic) -> Self {
        match self {
            Self::Refused(diagnostic) => Self::Refused(Box::new(change(*diagnostic))),
            Self::Opaque(diagnostic) => Self::Opaque(Box::new(change(*diagnostic))),
        }
    }
}

/// A part of a statement that the catalog cannot hold yet: said, with its place.
pub(super) fn not_modelled(what: &str, at: Span) -> Stop {
    Stop::opaque(
        Diagnostic::new(&rules::OPAQUE, format!("{what}: read, but not modelled"))
            .at(at)
            .why("the catalog may miss what this statement makes or changes")
            .help("compare with a server: schemactl diff migrations shadow"),
    )
}
