//! A catalog as the surroundings of an expression: what its names mean when two are compared.

use super::facts::Expression;
use crate::catalog::{
    ArgumentMode, Catalog, ClassEntry, ColumnWalker, FunctionId, RelationId, SchemaId, TypeEntry, TypeId,
    TypeKind, Volatility,
};
use crate::dump::print;
use crate::expression::{Scope, UserFunction, UserType, UserTypeKind};

/// The names that one expression of a catalog can use.
pub(super) struct Surroundings<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) expression: &'a Expression,
}

impl Surroundings<'_> {
    /// The schemas that a name may stand in: the one written, else `public`, else every other.
    fn schemas(&self, written: Option<&str>) -> Vec<SchemaId> {
        if let Some(name) = written {
            return self.catalog.schema(name).into_iter().collect();
        }
        let mut all: Vec<_> = self.catalog.schemas.iter().collect();
        all.sort_by_key(|(_, schema)| &*schema.name != "public");
        all.into_iter().map(|(id, _)| id).collect()
    }

    fn find<T>(&self, path: &[&str], look: impl Fn(SchemaId, &str) -> Option<T>) -> Option<T> {
        let (schema, name) = match path {
            [name] => (None, *name),
            [schema, name] => (Some(*schema), *name),
            _ => return None,
        };
        self.schemas(schema).into_iter().find_map(|schema| look(schema, name))
    }

    fn user_kind(&self, id: TypeId) -> UserTypeKind {
        match &self.catalog.types[id].kind {
            TypeKind::Enum(_) => UserTypeKind::Enum,
            TypeKind::Domain(domain) => UserTypeKind::Domain(domain.base.print(self.catalog)),
            TypeKind::Composite(attributes) => UserTypeKind::Composite(
                attributes
                    .iter()
                    .map(|attribute| (attribute.name.to_string(), attribute.ty.print(self.catalog)))
                    .collect(),
            ),
            TypeKind::Range(range) => UserTypeKind::Range(range.subtype.print(self.catalog)),
            TypeKind::Base => UserTypeKind::Other,
        }
    }

    fn row(&self, id: RelationId) -> UserTypeKind {
        let columns = self.catalog.walk(id).columns();
        UserTypeKind::Composite(columns.map(|column| (column.name.to_string(), column.type_text())).collect())
    }

    fn function(&self, id: FunctionId) -> UserFunction {
        let function = &self.catalog.functions[id];
        let inputs: Vec<_> = function.arguments.iter().filter(|argument| argument.mode.is_input()).collect();
        UserFunction {
            name: self.catalog.printed_name(id.into()),
            arguments: inputs.iter().map(|argument| argument.ty.print(self.catalog)).collect(),
            result: print::function_result(self.catalog, function).unwrap_or_else(|| "record".to_owned()),
            defaults: inputs.iter().filter(|argument| argument.default.is_some()).count(),
            variadic: inputs.iter().any(|argument| argument.mode == ArgumentMode::Variadic),
            volatile: function.volatility == Volatility::Volatile,
        }
    }
}

impl Scope for Surroundings<'_> {
    fn column_type(&self, path: &[&str]) -> Option<String> {
        let path = match path {
            [row, rest @ ..]
                if !rest.is_empty()
                    && (row.eq_ignore_ascii_case("old") || row.eq_ignore_ascii_case("new")) =>
            {
                rest
            }
            _ => path,
        };
        if let (Some(ty), ["value"]) = (&self.expression.value_type, path) {
            return Some(ty.print(self.catalog));
        }
        let table = self.catalog.walk(self.expression.columns_of?);
        let (qualifier, name) = path.split_last().map(|(name, qualifier)| (qualifier, *name))?;
        let fits = match qualifier {
            [] => true,
            [written] => *written == &*table.name,
            [schema, written] => *schema == table.schema_name() && *written == &*table.name,
            _ => false,
        };
        table.column(name).filter(|_| fits).map(ColumnWalker::type_text)
    }

    fn user_type(&self, path: &[&str]) -> Option<UserType> {
        let entry = self.find(path, |schema, name| self.catalog.type_named(schema, name))?;
        Some(match entry {
            TypeEntry::User(id) => {
                UserType { name: self.catalog.printed_name(id.into()), kind: self.user_kind(id) }
            }
            TypeEntry::Row(id) => UserType { name: self.catalog.printed_name(id.into()), kind: self.row(id) },
        })
    }

    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let named = |schema, name: &str| {
            let found = self.catalog.functions_named(schema, name);
            (!found.is_empty()).then(|| found.to_vec())
        };
        let found = self.find(path, named).unwrap_or_default();
        found.into_iter().map(|id| self.function(id)).collect()
    }

    fn relation(&self, path: &[&str]) -> Option<String> {
        let entry = self.find(path, |schema, name| self.catalog.class(schema, name))?;
        Some(match entry {
            ClassEntry::Relation(id) => self.catalog.printed_name(id.into()),
            ClassEntry::Index(id) => self.catalog.printed_name(id.into()),
            ClassEntry::Sequence(id) => self.catalog.printed_name(id.into()),
            ClassEntry::Composite(id) => self.catalog.printed_name(id.into()),
        })
    }
}
