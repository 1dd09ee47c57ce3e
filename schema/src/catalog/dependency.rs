//! Dependency edges, as `pg_depend` keeps them: what goes, or refuses to go, when something is dropped.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::expression::typing::extension;

use super::{
    Arena, Catalog, ConstraintKind, DataType, DefinedKind, FunctionBody, Id, KeyTarget, ObjectId, Property,
    PropertyValue, SqlExpr, TriggerFunction, TypeBase, TypeKind, property,
};

/// How an object depends on another (PostgreSQL documentation, "pg_depend").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DependencyKind {
    /// `DROP` of the other is refused without `CASCADE`.
    Normal,
    /// Goes with the other in silence.
    Auto,
    /// Part of the other's implementation: goes with it, and cannot be dropped alone.
    Internal,
}

/// From each object to those that may depend on it. A superset: an edge may have gone stale when an
/// attribute was set anew, so [`Catalog::dependents`] asks each candidate again.
#[derive(Clone, Default, Debug)]
pub(super) struct Edges(FxHashMap<ObjectId, Vec<ObjectId>>);

impl Catalog {
    /// Notes what `object` depends on now. To be called after every change to it; cheap and idempotent.
    pub fn link(&mut self, object: ObjectId) {
        let mut targets = Vec::new();
        self.dependencies(object, &mut |target, _| targets.push(target));
        for target in targets {
            // Whether it stands there already is asked when they are read: a schema or a table that everything
            // depends on would be searched at every statement.
            let edges = self.edges.0.entry(target).or_default();
            if edges.last() != Some(&object) {
                edges.push(object);
            }
        }
    }

    /// The live objects that depend directly on `object`, in the order in which they came to do so.
    pub fn dependents(&self, object: ObjectId) -> Vec<(ObjectId, DependencyKind)> {
        let Some(candidates) = self.edges.0.get(&object) else { return Vec::new() };
        let mut found = Vec::new();
        let mut seen = FxHashSet::with_capacity_and_hasher(candidates.len(), FxBuildHasher);
        for &candidate in candidates {
            if !self.is_live(candidate) || !seen.insert(candidate) {
                continue;
            }
            let mut strongest = None;
            self.dependencies(candidate, &mut |target, kind| {
                if target == object
                    && strongest != Some(DependencyKind::Auto)
                    && strongest != Some(DependencyKind::Internal)
                {
                    strongest = Some(kind);
                }
            });
            found.extend(strongest.map(|kind| (candidate, kind)));
        }
        found
    }

    /// False once the object was dropped.
    pub fn is_live(&self, object: ObjectId) -> bool {
        fn live<I: Id>(arena: &Arena<I>, id: I) -> bool {
            arena.is_live(id)
        }
        match object {
            ObjectId::Schema(id) => live(&self.schemas, id),
            ObjectId::Extension(id) => live(&self.extensions, id),
            ObjectId::Type(id) => live(&self.types, id),
            ObjectId::Sequence(id) => live(&self.sequences, id),
            ObjectId::Relation(id) => live(&self.relations, id),
            ObjectId::Column(id) => live(&self.columns, id),
            ObjectId::Default(id) => {
                live(&self.columns, id)
                    && (self.columns[id].default.is_some() || self.columns[id].generated.is_some())
            }
            ObjectId::Constraint(id) => live(&self.constraints, id),
            ObjectId::DomainConstraint(id, at) => {
                live(&self.types, id)
                    && matches!(&self.types[id].kind, TypeKind::Domain(domain) if (at as usize) < domain.constraints.len())
            }
            ObjectId::Index(id) => live(&self.indexes, id),
            ObjectId::Function(id) => live(&self.functions, id),
            ObjectId::Trigger(id) => live(&self.triggers, id),
            ObjectId::Policy(id) => live(&self.policies, id),
            ObjectId::Defined(id) => live(&self.defined, id),
        }
    }

    /// Calls `each` with everything that `object` depends on directly.
    pub fn dependencies(&self, object: ObjectId, each: &mut dyn FnMut(ObjectId, DependencyKind)) {
        use DependencyKind::{Auto, Internal, Normal};
        match object {
            ObjectId::Schema(_) => {}
            ObjectId::Extension(id) => {
                let entry = &self.extensions[id];
                if let Some(schema) = entry.schema {
                    each(schema.into(), Normal);
                }
                let required = extension::extension(&entry.name);
                for name in required.iter().flat_map(extension::ExtensionRow::requires) {
                    if let Some(required) = self.extension_named(name) {
                        each(required.into(), Normal);
                    }
                }
            }
            ObjectId::Type(id) => {
                let ty = &self.types[id];
                each(ty.schema.into(), Normal);
                match &ty.kind {
                    TypeKind::Domain(domain) => {
                        self.data_type(&domain.base, each);
                        self.collation(domain.collation.as_deref(), each);
                        if let Some(default) = &domain.default {
                            expression(default, Normal, each);
                        }
                    }
                    TypeKind::Composite(attributes) => {
                        for attribute in attributes {
                            self.data_type(&attribute.ty, each);
                            self.collation(attribute.collation.as_deref(), each);
                        }
                    }
                    TypeKind::Range(range) => {
                        self.data_type(&range.subtype, each);
                        let mut options = range.options.iter();
                        let collation = options.find(|(name, _)| &**name == "collation");
                        self.collation(collation.map(|(_, value)| &**value), each);
                    }
                    TypeKind::Enum(_) | TypeKind::Base => {}
                }
            }
            ObjectId::Sequence(id) => {
                let sequence = &self.sequences[id];
                each(sequence.schema.into(), Normal);
                if let Some(column) = sequence.owned_by {
                    each(column.into(), if sequence.identity { Internal } else { Auto });
                }
            }
            ObjectId::Relation(id) => {
                let relation = &self.relations[id];
                each(relation.schema.into(), Normal);
                for parent in &relation.parents {
                    // A partition goes with its parent; an inheritance child refuses.
                    each((*parent).into(), if relation.partition_bound.is_some() { Auto } else { Normal });
                }
                if let Some(method) = &relation.access_method {
                    for method in self.defined_named(DefinedKind::AccessMethod, None, method) {
                        each((*method).into(), Normal);
                    }
                }
                if let Some(ty) = relation.of_type {
                    each(ty.into(), Normal);
                }
                for target in relation.view.iter().flat_map(|view| view.targets()) {
                    each(target, Normal);
                }
                if let Some(key) = &relation.partition_key {
                    for part in &key.keys {
                        self.collation(part.collation.as_deref(), each);
                        match &part.target {
                            KeyTarget::Column(column) => each((*column).into(), Normal),
                            KeyTarget::Expression(text) => expression(text, Normal, each),
                        }
                    }
                }
            }
            ObjectId::Column(id) => {
                let column = &self.columns[id];
                each(column.relation.into(), Auto);
                self.data_type(&column.ty, each);
                self.collation(column.collation.as_deref(), each);
            }
            ObjectId::Default(id) => {
                let column = &self.columns[id];
                each(id.into(), Auto);
                if let Some(default) = &column.default {
                    expression(default, Normal, each);
                }
                if let Some(generated) = &column.generated {
                    expression(&generated.expression, Normal, each);
                }
            }
            ObjectId::Constraint(id) => self.constraint_dependencies(id, each),
            ObjectId::DomainConstraint(id, at) => {
                each(id.into(), Auto);
                if let TypeKind::Domain(domain) = &self.types[id].kind
                    && let Some(constraint) = domain.constraints.get(at as usize)
                {
                    expression(&constraint.check, Normal, each);
                }
            }
            ObjectId::Index(id) => {
                let index = &self.indexes[id];
                each(index.relation.into(), Auto);
                if let Some(constraint) = index.constraint {
                    each(constraint.into(), Internal);
                }
                if let Some(parent) = index.parent {
                    each(parent.into(), Internal);
                }
                for key in &index.keys {
                    if let Some(extension) =
                        key.opclass.as_ref().and_then(|name| self.extension_of_opclass(name))
                    {
                        each(extension.into(), Normal);
                    }
                    self.collation(key.collation.as_deref(), each);
                    self.operator_class(key, &index.method, each);
                    match &key.target {
                        KeyTarget::Column(column) => each((*column).into(), Auto),
                        KeyTarget::Expression(text) => expression(text, Auto, each),
                    }
                }
                for column in &index.include {
                    each((*column).into(), Auto);
                }
                if let Some(predicate) = &index.predicate {
                    expression(predicate, Auto, each);
                }
            }
            ObjectId::Function(id) => {
                let function = &self.functions[id];
                each(function.schema.into(), Normal);
                for language in self.defined_named(DefinedKind::Language, None, &function.language) {
                    each((*language).into(), Normal);
                }
                for argument in &function.arguments {
                    self.data_type(&argument.ty, each);
                    if let Some(default) = &argument.default {
                        expression(default, Normal, each);
                    }
                }
                if let Some(returns) = &function.returns {
                    self.data_type(returns, each);
                }
                if let FunctionBody::Sql(body) = &function.body {
                    body.targets().for_each(|target| each(target, Normal));
                }
            }
            ObjectId::Trigger(id) => {
                let trigger = &self.triggers[id];
                each(trigger.relation.into(), Auto);
                if let TriggerFunction::User(function) = trigger.function {
                    each(function.into(), Normal);
                }
                for column in &trigger.update_columns {
                    each((*column).into(), Normal);
                }
                if let Some(parent) = trigger.parent {
                    each(parent.into(), Internal);
                }
                if let Some(when) = &trigger.when {
                    expression(when, Normal, each);
                }
            }
            ObjectId::Policy(id) => {
                let policy = &self.policies[id];
                each(policy.relation.into(), Auto);
                for text in [&policy.using, &policy.check].into_iter().flatten() {
                    expression(text, Normal, each);
                }
            }
            ObjectId::Defined(id) => self.definition_dependencies(id, each),
        }
        for entry in self.properties.get(&object).into_iter().flatten() {
            self.property_dependencies(object, entry, each);
        }
    }

    /// The operator class of a key: the one that is written, or the default of the schema for the column's type.
    fn operator_class(
        &self,
        key: &super::IndexKey,
        method: &str,
        each: &mut dyn FnMut(ObjectId, DependencyKind),
    ) {
        let found = match (&key.opclass, &key.target) {
            (Some(name), _) => self.operator_class_printed(name),
            (None, KeyTarget::Column(column)) => match self.columns[*column].ty.base {
                TypeBase::User(_) | TypeBase::Row(_) => self.default_class(&self.columns[*column].ty, method),
                TypeBase::Builtin(_) | TypeBase::Extension { .. } => None,
            },
            (None, KeyTarget::Expression(_)) => None,
        };
        if let Some(class) = found {
            each(class.into(), DependencyKind::Normal);
        }
    }

    fn default_class(&self, ty: &DataType, method: &str) -> Option<super::DefinedId> {
        let is = |id: super::DefinedId, attribute, wanted: &str| {
            self.property(id.into(), attribute).is_some_and(|value| value.print(self) == *wanted)
        };
        let mut all = self.defined.iter().filter(|(_, entry)| entry.kind == DefinedKind::OperatorClass);
        all.find(|(id, _)| {
            let of_type = match self.property((*id).into(), property::TYPE) {
                Some(super::PropertyValue::Type(own)) => {
                    own.base == ty.base && own.is_array() == ty.is_array()
                }
                _ => false,
            };
            of_type
                && is(*id, property::IS_DEFAULT, "true")
                && is(*id, property::METHOD, &super::names::quote_identifier(method))
        })
        .map(|(id, _)| id)
    }

    /// A collation of the schema; those that PostgreSQL ships cannot go.
    fn collation(&self, printed: Option<&str>, each: &mut dyn FnMut(ObjectId, DependencyKind)) {
        if let Some(collation) = printed.and_then(|name| self.collation_printed(name)) {
            each(collation.into(), DependencyKind::Normal);
        }
    }

    fn definition_dependencies(&self, id: super::DefinedId, each: &mut dyn FnMut(ObjectId, DependencyKind)) {
        use DependencyKind::{Auto, Normal};
        let entry = &self.defined[id];
        if let Some(schema) = entry.schema {
            let kind = if entry.kind == DefinedKind::DefaultPrivileges { Auto } else { Normal };
            each(schema.into(), kind);
        }
        if let Some(relation) = entry.relation {
            each(relation.into(), Auto);
        }
    }

    /// Statistics go with a column of theirs; a publication only forgets a table, which the replay sees to.
    fn property_dependencies(
        &self,
        object: ObjectId,
        entry: &Property,
        each: &mut dyn FnMut(ObjectId, DependencyKind),
    ) {
        use DependencyKind::{Auto, Normal};
        let kind = match object {
            ObjectId::Defined(id) => match (self.defined[id].kind, entry.attribute) {
                (DefinedKind::Publication, property::TABLES | property::SCHEMAS) => return,
                // Another operator that is told of is no need of this one.
                (DefinedKind::Operator, property::COMMUTATOR | property::NEGATOR) => return,
                // A member that loses its operator or function leaves the family.
                (DefinedKind::OperatorFamily, property::ITEMS) => return,
                (DefinedKind::OperatorFamily | DefinedKind::OperatorClass, property::METHOD)
                | (DefinedKind::OperatorClass, property::FAMILY) => Auto,
                (DefinedKind::Statistics, _) => Auto,
                _ => Normal,
            },
            // An extension takes what was made to depend on it along.
            _ if entry.attribute == property::DEPENDS => Auto,
            _ => Normal,
        };
        value_dependencies(self, &entry.value, kind, each);
    }

    fn data_type(&self, ty: &DataType, each: &mut dyn FnMut(ObjectId, DependencyKind)) {
        match &ty.base {
            TypeBase::User(id) => each((*id).into(), DependencyKind::Normal),
            TypeBase::Row(id) => each((*id).into(), DependencyKind::Normal),
            TypeBase::Extension { schema, name } => {
                if let Some(extension) = self.extension_of_type(schema, name) {
                    each(extension.into(), DependencyKind::Normal);
                }
            }
            TypeBase::Builtin(_) => {}
        }
    }

    fn constraint_dependencies(
        &self,
        id: super::ConstraintId,
        each: &mut dyn FnMut(ObjectId, DependencyKind),
    ) {
        use DependencyKind::{Auto, Normal};
        let constraint = &self.constraints[id];
        each(constraint.relation.into(), Auto);
        match &constraint.kind {
            ConstraintKind::PrimaryKey { index }
            | ConstraintKind::Unique { index }
            | ConstraintKind::Exclusion { index, .. } => {
                let index = &self.indexes[*index];
                for column in index.keys.iter().filter_map(|key| match key.target {
                    KeyTarget::Column(column) => Some(column),
                    KeyTarget::Expression(_) => None,
                }) {
                    each(column.into(), Auto);
                }
                for column in &index.include {
                    each((*column).into(), Auto);
                }
            }
            ConstraintKind::ForeignKey(key) => {
                for column in &key.columns {
                    each((*column).into(), Auto);
                }
                // With its partitions: none of them can be dropped while the key looks into it.
                let mut looked_into = vec![key.references];
                while let Some(relation) = looked_into.pop() {
                    each(relation.into(), Normal);
                    if self.relations[relation].partition_key.is_some() {
                        looked_into.extend(self.children_of(relation));
                    }
                }
                for column in &key.referenced_columns {
                    each((*column).into(), Normal);
                }
                if let Some(index) = key.index {
                    // Dropping the unique constraint drops its index, which the key leans on.
                    each(index.into(), Normal);
                    if let Some(unique) = self.indexes[index].constraint {
                        each(unique.into(), Normal);
                    }
                }
            }
            ConstraintKind::Check { expression: text } => expression(text, Auto, each),
        }
    }
}

fn value_dependencies(
    catalog: &Catalog,
    value: &PropertyValue,
    kind: DependencyKind,
    each: &mut dyn FnMut(ObjectId, DependencyKind),
) {
    match value {
        PropertyValue::Type(ty) => catalog.data_type(ty, each),
        PropertyValue::Object(object) => each(*object, kind),
        PropertyValue::Routine(function) => each((*function).into(), kind),
        PropertyValue::Columns(columns) => columns.iter().for_each(|column| each((*column).into(), kind)),
        PropertyValue::Expression(text) | PropertyValue::Sql(text) => expression(text, kind, each),
        PropertyValue::List(values) => {
            for value in values {
                value_dependencies(catalog, value, kind, each);
            }
        }
        PropertyValue::Word(_) | PropertyValue::Literal(_) | PropertyValue::Options(_) => {}
    }
}

/// Columns carry `for_columns`; what an expression calls or casts to refuses to go.
fn expression(text: &SqlExpr, for_columns: DependencyKind, each: &mut dyn FnMut(ObjectId, DependencyKind)) {
    for reference in text.references() {
        let kind = if matches!(reference.target, ObjectId::Column(_)) {
            for_columns
        } else {
            DependencyKind::Normal
        };
        each(reference.target, kind);
    }
}
