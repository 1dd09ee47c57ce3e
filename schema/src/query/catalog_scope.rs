//! A [`Catalog`] as what surrounds a query: the answers that analysis asks for.

use rustc_hash::FxHashMap;

use super::{Environment, analyse, parse};
use crate::catalog::{
    ArgumentMode, Catalog, ClassEntry, ConstraintKind, DataType, DefinedId, DefinedKind, FunctionKind,
    KeyTarget, ObjectId, PropertyValue, RelationId, RelationKind, SchemaId, TypeBase, TypeEntry, TypeKind,
    multirange_name, property,
};
use crate::expression::typing::{
    Nullability, Scope, ScopeCast, ScopeColumn, ScopeFunction, ScopeFunctionKind, ScopeOperator,
    ScopeRelation, ScopeType, ScopeTypeKind, TypeRef, facts,
};

/// A catalog and the schemas that names without one are searched in.
#[derive(Clone, Debug)]
pub struct CatalogScope<'a> {
    catalog: &'a Catalog,
    path: Vec<Box<str>>,
    /// What is known of the columns of views; absent where nobody asks for it.
    views: Option<std::cell::RefCell<FxHashMap<RelationId, Vec<Nullability>>>>,
}

impl<'a> CatalogScope<'a> {
    /// `path` is `search_path` with what it names and does not exist left out.
    pub fn new(catalog: &'a Catalog, path: Vec<Box<str>>) -> Self {
        Self { catalog, path, views: None }
    }

    /// As [`CatalogScope::new`]; whether columns of views can be null is found out from their queries, each analysed
    /// once.
    pub fn through_views(catalog: &'a Catalog, path: Vec<Box<str>>) -> Self {
        Self { catalog, path, views: Some(std::cell::RefCell::default()) }
    }

    fn schema_name(&self, id: SchemaId) -> &str {
        &self.catalog.schemas[id].name
    }

    /// A type of the catalog by its schema and name.
    pub fn type_ref(&self, ty: &DataType) -> TypeRef {
        let mut found = match &ty.base {
            TypeBase::Builtin(builtin) => TypeRef::builtin(builtin.name),
            TypeBase::User(id) => {
                let entry = &self.catalog.types[*id];
                TypeRef::new(self.schema_name(entry.schema), &entry.name)
            }
            TypeBase::Row(id) => {
                let entry = &self.catalog.relations[*id];
                TypeRef::new(self.schema_name(entry.schema), &entry.name)
            }
            TypeBase::Extension { schema, name } => TypeRef::new(schema, name),
        };
        found.array = ty.is_array();
        found.modifiers.clone_from(&ty.modifiers);
        found.interval_fields.clone_from(&ty.interval_fields);
        found
    }

    /// No row of the relation, or of what inherits from it, has a null there.
    fn never_null(&self, relation: RelationId, name: &str) -> bool {
        let mut waiting = vec![relation];
        let mut steps = 0_usize;
        while let Some(next) = waiting.pop() {
            let entry = &self.catalog.relations[next];
            // The constraints of a foreign table bind nobody; the bound is for catalogs that go in circles.
            steps += 1;
            if entry.kind == RelationKind::Foreign || steps > 100_000 {
                return false;
            }
            let column = self.catalog.column_named(next, name);
            if !column.is_some_and(|id| self.catalog.columns[id].not_null) {
                return false;
            }
            waiting.extend(self.catalog.children_of(next));
        }
        true
    }

    /// Whether rows can have a null in the column.
    pub fn nullability(&self, column: crate::catalog::ColumnId) -> Nullability {
        self.column_nullability(self.catalog.columns[column].relation, column)
    }

    /// What the query of a view says of its columns.
    fn of_view(&self, relation: RelationId) -> Option<Vec<Nullability>> {
        let views = self.views.as_ref()?;
        if let Some(found) = views.borrow().get(&relation) {
            return Some(found.clone());
        }
        // A view that leads back to itself finds nothing known.
        views.borrow_mut().insert(relation, Vec::new());
        let text = self.catalog.relations[relation].view.as_ref()?.print(self.catalog);
        let query = parse(&text).ok()?;
        let analysis = analyse(&query, self, &Environment::default()).ok()?;
        let found: Vec<Nullability> = analysis.columns.iter().map(|column| column.nullability).collect();
        views.borrow_mut().insert(relation, found.clone());
        Some(found)
    }

    fn column_nullability(&self, relation: RelationId, column: crate::catalog::ColumnId) -> Nullability {
        let entry = &self.catalog.columns[column];
        if !self.catalog.relations[relation].kind.is_table() {
            let at = self.catalog.relations[relation].columns.iter().position(|own| *own == column);
            let found = self.of_view(relation).zip(at);
            let found = found.and_then(|(found, at)| Some((found.get(at).copied()?, at)));
            let Some((found, at)) = found else { return Nullability::Unknown };
            // The rows of a materialized view are as old as its last refresh.
            let entry = &self.catalog.relations[relation];
            let stale = entry.kind == RelationKind::MaterializedView
                && !entry.view.as_ref().is_some_and(|view| view.never_null_at_first(at));
            return if stale && found == Nullability::NotNull { Nullability::Unknown } else { found };
        }
        if entry.not_null {
            return if self.never_null(relation, &entry.name) {
                Nullability::NotNull
            } else {
                Nullability::Unknown
            };
        }
        let of_domain = match &entry.ty.base {
            TypeBase::User(id) => matches!(&self.catalog.types[*id].kind, TypeKind::Domain(_)),
            _ => false,
        };
        if of_domain { Nullability::Unknown } else { Nullability::Nullable }
    }

    fn relation_columns(&self, relation: RelationId) -> Vec<ScopeColumn> {
        let column = |id: &crate::catalog::ColumnId| {
            let entry = &self.catalog.columns[*id];
            ScopeColumn {
                id: Some((*id).into()),
                name: entry.name.clone(),
                ty: (!entry.ty.is_unknown()).then(|| self.type_ref(&entry.ty)),
                collation: entry.collation.clone(),
                nullability: self.column_nullability(relation, *id),
            }
        };
        self.catalog.relations[relation].columns.iter().map(column).collect()
    }

    fn primary_key(&self, relation: RelationId) -> Option<(Vec<usize>, Option<ObjectId>)> {
        let columns = &self.catalog.relations[relation].columns;
        self.catalog.constraints_of(relation).iter().find_map(|id| {
            let constraint = &self.catalog.constraints[*id];
            let ConstraintKind::PrimaryKey { index } = &constraint.kind else { return None };
            if constraint.deferrable {
                return None;
            }
            let places: Option<Vec<usize>> = self.catalog.indexes[*index]
                .keys
                .iter()
                .map(|key| match &key.target {
                    KeyTarget::Column(column) => columns.iter().position(|own| own == column),
                    KeyTarget::Expression(_) => None,
                })
                .collect();
            Some((places?, Some((*id).into())))
        })
    }
}

/// A sequence read as a table.
fn sequence_columns(id: ObjectId) -> ScopeRelation {
    let column = |(name, ty): (&str, &str)| ScopeColumn {
        id: None,
        name: name.into(),
        ty: Some(TypeRef::builtin(ty)),
        collation: None,
        nullability: Nullability::NotNull,
    };
    let columns = [("last_value", "int8"), ("log_cnt", "int8"), ("is_called", "bool")].map(column);
    ScopeRelation { id: Some(id), columns: columns.into(), primary_key: None, system_columns: true }
}

impl CatalogScope<'_> {
    /// What a function of PostgreSQL returns that stands behind an operator with these operands.
    fn system_result(name: &str, left: Option<&TypeRef>, right: &TypeRef) -> Option<TypeRef> {
        let name = crate::expression::path_of_text(name).ok()?.pop()?;
        let operands: Vec<&TypeRef> = left.into_iter().chain([right]).collect();
        let row = facts::functions(&name).find(|row| {
            row.source.is_empty()
                && row.arguments().count() == operands.len()
                && row.arguments().zip(&operands).all(|(fact, operand)| {
                    &*operand.schema == "pg_catalog"
                        && *operand.name == *fact.name
                        && operand.array == fact.array
                })
        })?;
        let mut result = TypeRef::builtin(row.result.name);
        result.array = row.result.array;
        Some(result)
    }
}

impl Scope for CatalogScope<'_> {
    fn search_path(&self) -> Vec<Box<str>> {
        self.path.clone()
    }

    fn has_schema(&self, name: &str) -> bool {
        self.catalog.schema(name).is_some()
    }

    fn extensions(&self) -> Vec<(Box<str>, Box<str>)> {
        let public = self.catalog.public();
        let extension = |(_, found): (_, &crate::catalog::Extension)| {
            let schema = found.schema.unwrap_or(public);
            (found.name.clone(), self.schema_name(schema).into())
        };
        self.catalog.extensions.iter().map(extension).collect()
    }

    fn relation(&self, schema: &str, name: &str) -> Option<ScopeRelation> {
        let id = match self.catalog.class(self.catalog.schema(schema)?, name)? {
            ClassEntry::Relation(id) => id,
            ClassEntry::Sequence(id) => return Some(sequence_columns(id.into())),
            ClassEntry::Index(_) | ClassEntry::Composite(_) => return None,
        };
        let kind = self.catalog.relations[id].kind;
        Some(ScopeRelation {
            id: Some(id.into()),
            columns: self.relation_columns(id),
            primary_key: self.primary_key(id),
            system_columns: kind != RelationKind::View,
        })
    }

    fn other_class(&self, schema: &str, name: &str) -> Option<ObjectId> {
        match self.catalog.class(self.catalog.schema(schema)?, name)? {
            ClassEntry::Sequence(id) => Some(id.into()),
            ClassEntry::Index(id) => Some(id.into()),
            ClassEntry::Composite(id) => Some(id.into()),
            ClassEntry::Relation(id) => Some(id.into()),
        }
    }

    fn type_named(&self, schema: &str, name: &str) -> Option<ScopeType> {
        let schema_id = self.catalog.schema(schema)?;
        let id = match self.catalog.type_named(schema_id, name) {
            Some(TypeEntry::User(id)) => id,
            Some(TypeEntry::Row(_)) => return None,
            None => {
                // A multirange comes with its range and is no entry of its own.
                return self.catalog.types.iter().find_map(|(id, ty)| match &ty.kind {
                    TypeKind::Range(range)
                        if ty.schema == schema_id && *multirange_name(&ty.name, &range.options) == *name =>
                    {
                        let kind = ScopeTypeKind::Multirange { range: ty.name.clone() };
                        Some(ScopeType { id: Some(id.into()), kind })
                    }
                    _ => None,
                });
            }
        };
        let entry = &self.catalog.types[id];
        let kind = match &entry.kind {
            TypeKind::Enum(_) => ScopeTypeKind::Enum,
            TypeKind::Domain(domain) => ScopeTypeKind::Domain {
                base: self.type_ref(&domain.base),
                collation: domain.collation.clone(),
            },
            TypeKind::Composite(attributes) => ScopeTypeKind::Composite(
                attributes
                    .iter()
                    .map(|attribute| ScopeColumn {
                        id: None,
                        name: attribute.name.clone(),
                        ty: Some(self.type_ref(&attribute.ty)),
                        collation: attribute.collation.clone(),
                        nullability: Nullability::Unknown,
                    })
                    .collect(),
            ),
            TypeKind::Range(range) => ScopeTypeKind::Range {
                subtype: self.type_ref(&range.subtype),
                multirange: multirange_name(&entry.name, &range.options),
            },
            TypeKind::Base => ScopeTypeKind::Opaque,
        };
        Some(ScopeType { id: Some(id.into()), kind })
    }

    fn operators(&self, schema: &str, name: &str) -> Vec<ScopeOperator> {
        let Some(schema) = self.catalog.schema(schema) else { return Vec::new() };
        let operator = |id: &DefinedId| {
            let side = |attribute| match self.catalog.property((*id).into(), attribute) {
                Some(PropertyValue::Type(ty)) => Some(self.type_ref(ty)),
                _ => None,
            };
            let (left, right) = (side(property::LEFT), side(property::RIGHT)?);
            let result = match self.catalog.property((*id).into(), property::FUNCTION)? {
                PropertyValue::Object(ObjectId::Function(function)) => {
                    self.type_ref(self.catalog.functions[*function].returns.as_ref()?)
                }
                PropertyValue::Word(name) => Self::system_result(name, left.as_ref(), &right)?,
                _ => return None,
            };
            Some(ScopeOperator { id: Some((*id).into()), left, right, result })
        };
        let named = self.catalog.defined_named(DefinedKind::Operator, Some(schema), name);
        named.iter().filter_map(operator).collect()
    }

    fn casts(&self) -> Vec<ScopeCast> {
        let named = self.catalog.defined_named(DefinedKind::Cast, None, "");
        let cast = |id: &DefinedId| {
            let side = |attribute| match self.catalog.property((*id).into(), attribute) {
                Some(PropertyValue::Type(ty)) => Some(self.type_ref(ty)),
                _ => None,
            };
            let context = match self.catalog.property((*id).into(), property::CONTEXT) {
                Some(PropertyValue::Word(word)) if &**word == "implicit" => 'i',
                Some(PropertyValue::Word(word)) if &**word == "assignment" => 'a',
                _ => 'e',
            };
            Some(ScopeCast { from: side(property::SOURCE)?, to: side(property::TARGET)?, context })
        };
        named.iter().filter_map(cast).collect()
    }

    fn functions(&self, schema: &str, name: &str) -> Vec<ScopeFunction> {
        let Some(schema) = self.catalog.schema(schema) else { return Vec::new() };
        let function = |id: &crate::catalog::FunctionId| {
            let entry = &self.catalog.functions[*id];
            let named = |argument: &crate::catalog::Argument| {
                (argument.name.clone().unwrap_or_else(|| "".into()), self.type_ref(&argument.ty))
            };
            let inputs: Vec<_> = entry.arguments.iter().filter(|argument| argument.mode.is_input()).collect();
            let outputs: Vec<_> = entry
                .arguments
                .iter()
                .filter(|argument| {
                    matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut | ArgumentMode::Table)
                })
                .map(named)
                .collect();
            let result = match (&entry.returns, &*outputs) {
                (Some(returns), _) => self.type_ref(returns),
                (None, [(_, only)]) => only.clone(),
                (None, []) => TypeRef::builtin("void"),
                (None, _) => TypeRef::builtin("record"),
            };
            ScopeFunction {
                id: Some((*id).into()),
                kind: match entry.kind {
                    FunctionKind::Function => ScopeFunctionKind::Function,
                    FunctionKind::Procedure => ScopeFunctionKind::Procedure,
                    FunctionKind::Aggregate => ScopeFunctionKind::Aggregate { direct: None },
                    FunctionKind::Window => ScopeFunctionKind::Window,
                },
                defaults: inputs.iter().filter(|argument| argument.default.is_some()).count(),
                variadic: inputs.iter().any(|argument| argument.mode == ArgumentMode::Variadic),
                arguments: inputs.into_iter().map(named).collect(),
                result,
                returns_set: entry.returns_set,
                outputs,
            }
        };
        self.catalog.functions_named(schema, name).iter().map(function).collect()
    }

    fn collation(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let schema = self.catalog.schema(schema)?;
        let found = self.catalog.defined_named(DefinedKind::Collation, Some(schema), name);
        found.first().map(|id| (*id).into())
    }
}
