//! Where a fact comes from: the statement that set it last.

use super::{Catalog, ObjectId, TypeKind};
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

    fn each(&mut self, each: &mut dyn FnMut(&mut Span)) {
        self.created.iter_mut().for_each(&mut *each);
        self.set.iter_mut().for_each(|(_, span)| each(span));
    }

    pub(crate) fn set(&mut self, attribute: Attribute, span: Span) {
        match self.set.iter_mut().find(|(name, _)| *name == attribute) {
            Some(entry) => entry.1 = span,
            None => self.set.push((attribute, span)),
        }
    }
}

impl Catalog {
    /// Where an object and its attributes come from.
    pub fn origins(&self, object: ObjectId) -> Option<&Origins> {
        Some(match object {
            ObjectId::Schema(id) => &self.schemas[id].origins,
            ObjectId::Extension(id) => &self.extensions[id].origins,
            ObjectId::Type(id) => &self.types[id].origins,
            ObjectId::Sequence(id) => &self.sequences[id].origins,
            ObjectId::Relation(id) => &self.relations[id].origins,
            ObjectId::Column(id) | ObjectId::Default(id) => &self.columns[id].origins,
            ObjectId::Constraint(id) => &self.constraints[id].origins,
            ObjectId::DomainConstraint(id, at) => match &self.types[id].kind {
                TypeKind::Domain(domain) => &domain.constraints.get(at as usize)?.origins,
                _ => return None,
            },
            ObjectId::Index(id) => &self.indexes[id].origins,
            ObjectId::Function(id) => &self.functions[id].origins,
            ObjectId::Trigger(id) => &self.triggers[id].origins,
            ObjectId::Policy(id) => &self.policies[id].origins,
            ObjectId::Defined(id) => &self.defined[id].origins,
        })
    }

    pub(crate) fn origins_mut(&mut self, object: ObjectId) -> Option<&mut Origins> {
        Some(match object {
            ObjectId::Schema(id) => &mut self.schemas[id].origins,
            ObjectId::Extension(id) => &mut self.extensions[id].origins,
            ObjectId::Type(id) => &mut self.types[id].origins,
            ObjectId::Sequence(id) => &mut self.sequences[id].origins,
            ObjectId::Relation(id) => &mut self.relations[id].origins,
            ObjectId::Column(id) | ObjectId::Default(id) => &mut self.columns[id].origins,
            ObjectId::Constraint(id) => &mut self.constraints[id].origins,
            ObjectId::DomainConstraint(id, at) => match &mut self.types[id].kind {
                TypeKind::Domain(domain) => &mut domain.constraints.get_mut(at as usize)?.origins,
                _ => return None,
            },
            ObjectId::Index(id) => &mut self.indexes[id].origins,
            ObjectId::Function(id) => &mut self.functions[id].origins,
            ObjectId::Trigger(id) => &mut self.triggers[id].origins,
            ObjectId::Policy(id) => &mut self.policies[id].origins,
            ObjectId::Defined(id) => &mut self.defined[id].origins,
        })
    }

    /// The role that owns an object, where it can have one.
    pub(crate) fn owner_mut(&mut self, object: ObjectId) -> Option<&mut Option<Box<str>>> {
        Some(match object {
            ObjectId::Schema(id) => &mut self.schemas[id].owner,
            ObjectId::Type(id) => &mut self.types[id].owner,
            ObjectId::Sequence(id) => &mut self.sequences[id].owner,
            ObjectId::Relation(id) => &mut self.relations[id].owner,
            ObjectId::Function(id) => &mut self.functions[id].owner,
            ObjectId::Defined(id) => &mut self.defined[id].owner,
            _ => return None,
        })
    }

    /// Calls `each` with every place that a live object or a part of one comes from.
    pub(crate) fn each_origin(&mut self, each: &mut dyn FnMut(&mut Span)) {
        macro_rules! arenas {
            ($($arena:ident),*) => {$(
                let ids: Vec<_> = self.$arena.ids().collect();
                for id in ids {
                    self.$arena[id].origins.each(each);
                }
            )*};
        }
        arenas!(
            schemas,
            extensions,
            types,
            sequences,
            relations,
            columns,
            constraints,
            indexes,
            functions,
            triggers,
            policies,
            defined
        );
        let types: Vec<_> = self.types.ids().collect();
        for id in types {
            match &mut self.types[id].kind {
                TypeKind::Enum(labels) => labels.iter_mut().for_each(|label| label.origins.each(each)),
                TypeKind::Domain(domain) => {
                    domain.constraints.iter_mut().for_each(|constraint| constraint.origins.each(each));
                }
                TypeKind::Composite(attributes) => {
                    for attribute in attributes {
                        attribute.origins.each(each);
                    }
                }
                TypeKind::Range(_) | TypeKind::Base => {}
            }
        }
        self.comments.values_mut().for_each(|comment| comment.origins.each(each));
        self.grants.values_mut().flatten().for_each(|grant| grant.origins.each(each));
    }
}
