//! Where a fact comes from: the statement that set it last.

use crate::source::Span;

/// An attribute of an entity, by the name that findings and diffs use.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Attribute(pub &'static str);

macro_rules! attributes {
    ($($name:ident = $text:literal),* $(,)?) => {
        impl Attribute { $(pub const $name: Attribute = Attribute($text);)* }
    };
}

attributes! {
    NAME = "name", SCHEMA = "schema", OWNER = "owner", COMMENT = "comment", OPTIONS = "options",
    TYPE = "type", NOT_NULL = "not null", DEFAULT = "default", IDENTITY = "identity", GENERATED = "generated",
    COLLATION = "collation", STORAGE = "storage", COMPRESSION = "compression", STATISTICS = "statistics",
    POSITION = "position", PERSISTENCE = "persistence", ROW_SECURITY = "row security",
    REPLICA_IDENTITY = "replica identity", PARTITION_KEY = "partition key", PARTITION_BOUND = "partition bound",
    PARENTS = "parents", KIND = "kind", DEFINITION = "definition", VALIDATED = "validated",
    INHERITED = "inherited", ENABLED = "enabled", LABELS = "labels", CLUSTERED = "clustered", BODY = "body",
    VOLATILITY = "volatility", STRICT = "strict", SECURITY = "security", LEAKPROOF = "leakproof",
    PARALLEL = "parallel", COST = "cost", ROWS = "rows", SETTINGS = "settings", LANGUAGE = "language",
    ARGUMENTS = "arguments", RETURNS = "returns", OWNED_BY = "owned by", START = "start",
    INCREMENT = "increment", MIN = "min value", MAX = "max value", CACHE = "cache", CYCLE = "cycle",
    PRIVILEGES = "privileges", DEFERRABLE = "deferrable", COLUMNS = "columns", VALID = "valid",
    ACCESS_METHOD = "access method", TABLESPACE = "tablespace", VERSION = "version",
}

/// The origin of an entity and of those of its attributes that a later statement set again.
///
/// What was read from a live database has no origin.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Origins {
    created: Option<Span>,
    set: Vec<(Attribute, Span)>,
}

impl Origins {
    pub fn created(span: Span) -> Self {
        Self { created: Some(span), set: Vec::new() }
    }

    /// The statement that made the entity.
    pub fn creation(&self) -> Option<Span> {
        self.created
    }

    /// The place that set `attribute` last.
    pub fn of(&self, attribute: Attribute) -> Option<Span> {
        self.set.iter().rev().find(|(name, _)| *name == attribute).map(|(_, span)| *span).or(self.created)
    }

    pub(crate) fn set(&mut self, attribute: Attribute, span: Span) {
        match self.set.iter_mut().find(|(name, _)| *name == attribute) {
            Some(entry) => entry.1 = span,
            None => self.set.push((attribute, span)),
        }
    }
}
