//! Findings: what is wrong, where, why it matters and what to do. One type for the whole product.

mod render;

use std::borrow::Cow;

use serde::Serialize;

use crate::source::{Place, Sources, Span};

pub use render::{Style, render};

/// How much a finding counts. `Error` fails the gate; the others never do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Info,
    Warning,
    Error,
}

/// Whose side of the agreement a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    Migration,
    Live,
    Rust,
    Go,
    Store,
    Generated,
}

/// A kind of finding. Each is a constant in a crate's `rules` module; the code never changes its meaning.
#[derive(Debug)]
pub struct Rule {
    /// Stable, lower case with hyphens: what programs match on.
    pub code: &'static str,
    pub severity: Severity,
    pub party: Party,
    /// One sentence: what it says and why it matters. The manual is made from it.
    pub summary: &'static str,
}

/// One finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub party: Party,
    /// What it is about: `public.users.email`, a path, or nothing.
    pub subject: Option<String>,
    /// One line of cause, without a full stop.
    pub message: String,
    /// Why it matters.
    pub why: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// The place first, then places that explain it; each with a label (may be empty).
    pub places: Vec<(Span, String)>,
    /// PostgreSQL's code, where the server says the same.
    pub sqlstate: Option<Cow<'static, str>>,
}

impl Diagnostic {
    pub fn new(rule: &Rule, message: impl Into<String>) -> Self {
        Self {
            code: rule.code,
            severity: rule.severity,
            party: rule.party,
            subject: None,
            message: message.into(),
            why: None,
            help: None,
            places: Vec::new(),
            sqlstate: None,
        }
    }

    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    #[must_use]
    pub fn at(self, span: Span) -> Self {
        self.label(span, "")
    }

    #[must_use]
    pub fn label(mut self, span: Span, label: impl Into<String>) -> Self {
        self.places.push((span, label.into()));
        self
    }

    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn sqlstate(mut self, sqlstate: impl Into<Cow<'static, str>>) -> Self {
        self.sqlstate = Some(sqlstate.into());
        self
    }

    /// The form that JSON output carries: spans become files, lines and columns.
    pub fn finding(&self, sources: &Sources) -> Finding {
        Finding {
            code: self.code,
            severity: self.severity,
            party: self.party,
            subject: self.subject.clone(),
            message: self.message.clone(),
            why: self.why.clone(),
            help: self.help.clone(),
            sqlstate: self.sqlstate.clone(),
            places: self.places.iter().map(|(span, _)| sources.place(*span)).collect(),
        }
    }
}

/// A [`Diagnostic`] with its places resolved: stands alone, without [`Sources`].
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Finding {
    pub code: &'static str,
    pub severity: Severity,
    pub party: Party,
    pub subject: Option<String>,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sqlstate: Option<Cow<'static, str>>,
    pub places: Vec<Place>,
}
