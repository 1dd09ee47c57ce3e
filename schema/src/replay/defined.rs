//! Objects of the rarer kinds: how statements find them, and what is free to be made.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{
    Defined, DefinedId, DefinedKind, ObjectId, Origins, Property, RelationId, SchemaId, property,
};
use crate::source::Span;
use crate::syntax::tree::{Name, ObjectKind, QualifiedName};

/// The kinds as the syntax and the catalog call them.
const KINDS: &[(ObjectKind, DefinedKind)] = &[
    (ObjectKind::AccessMethod, DefinedKind::AccessMethod),
    (ObjectKind::Cast, DefinedKind::Cast),
    (ObjectKind::Collation, DefinedKind::Collation),
    (ObjectKind::Conversion, DefinedKind::Conversion),
    (ObjectKind::EventTrigger, DefinedKind::EventTrigger),
    (ObjectKind::ForeignDataWrapper, DefinedKind::ForeignDataWrapper),
    (ObjectKind::Language, DefinedKind::Language),
    (ObjectKind::Operator, DefinedKind::Operator),
    (ObjectKind::OperatorClass, DefinedKind::OperatorClass),
    (ObjectKind::OperatorFamily, DefinedKind::OperatorFamily),
    (ObjectKind::Publication, DefinedKind::Publication),
    (ObjectKind::Rule, DefinedKind::Rule),
    (ObjectKind::Server, DefinedKind::ForeignServer),
    (ObjectKind::Statistics, DefinedKind::Statistics),
    (ObjectKind::TextSearchConfiguration, DefinedKind::TextSearchConfiguration),
    (ObjectKind::TextSearchDictionary, DefinedKind::TextSearchDictionary),
    (ObjectKind::TextSearchParser, DefinedKind::TextSearchParser),
    (ObjectKind::TextSearchTemplate, DefinedKind::TextSearchTemplate),
    (ObjectKind::Transform, DefinedKind::Transform),
];

#[expect(dead_code, reason = "DROP and ALTER of these kinds do not ask yet")]
pub(super) fn defined_kind(kind: ObjectKind) -> Option<DefinedKind> {
    KINDS.iter().find(|(syntax, _)| *syntax == kind).map(|(_, kind)| *kind)
}

impl Replayer<'_> {
    /// An object of a kind that lives in schemas, along the path when no schema is written.
    pub(super) fn find_defined(&self, kind: DefinedKind, name: &QualifiedName) -> Result<Option<DefinedId>> {
        let first = |schema| self.catalog.defined_named(kind, Some(schema), &name.name.text).first().copied();
        Ok(match &name.schema {
            Some(schema) if schema.as_str() == "pg_catalog" => None,
            Some(schema) => first(self.schema_named(schema)?),
            None => self.search_path().find_map(first),
        })
    }

    #[expect(dead_code, reason = "DROP and ALTER of these kinds do not ask yet")]
    pub(super) fn defined(&self, kind: DefinedKind, name: &QualifiedName) -> Result<DefinedId> {
        self.find_defined(kind, name)?
            .ok_or_else(|| Self::missing_defined(kind, &Self::display_name(name), name.span()))
    }

    /// An object of a kind that lives outside of schemas.
    pub(super) fn global(&self, kind: DefinedKind, name: &Name) -> Result<DefinedId> {
        let found = self.catalog.defined_named(kind, None, &name.text).first().copied();
        found.ok_or_else(|| Self::missing_defined(kind, &name.text, name.span))
    }

    pub(super) fn missing_defined(kind: DefinedKind, name: &str, at: Span) -> Stop {
        let word = kind.words().to_lowercase();
        Stop::refused("42704", at, format!("{word} \"{name}\" does not exist"))
    }

    /// True when a rename or move would meet another object of its kind.
    pub(super) fn defined_taken(&self, object: ObjectId, schema: SchemaId, name: &str) -> bool {
        let ObjectId::Defined(id) = object else { return false };
        let entry = &self.catalog.defined[id];
        let schema = entry.schema.map(|_| schema);
        self.catalog.defined_named(entry.kind, schema, name).iter().any(|other| {
            let beside = &self.catalog.defined[*other];
            *other != id
                && beside.relation == entry.relation
                && [property::METHOD, property::LEFT, property::RIGHT, property::SERVER].iter().all(|part| {
                    self.catalog.property((*other).into(), *part) == self.catalog.property(id.into(), *part)
                })
        })
    }

    /// The rule, event trigger or the like that a relation has by this name.
    #[expect(dead_code, reason = "DROP and ALTER of these kinds do not ask yet")]
    pub(super) fn rule_named(&self, relation: RelationId, name: &str) -> Option<DefinedId> {
        let rules = self.catalog.defined_named(DefinedKind::Rule, None, name);
        rules.iter().copied().find(|id| self.catalog.defined[*id].relation == Some(relation))
    }

    /// Makes an object of a rarer kind; that its name is free was looked at before.
    pub(super) fn define(
        &mut self,
        kind: DefinedKind,
        schema: Option<SchemaId>,
        name: &str,
        relation: Option<RelationId>,
        properties: Vec<Property>,
        span: Span,
    ) -> DefinedId {
        let origins = Origins::created(span);
        let defined = Defined { kind, schema, name: name.into(), relation, owner: None, origins };
        self.catalog.add_defined(defined, properties)
    }
}
