//! `Copy` walkers: an id together with its catalog, for reading along the references.

use std::ops::Deref;

use super::{
    Catalog, Column, ColumnId, Constraint, ConstraintId, ConstraintKind, Id, Index, IndexId, KeyTarget,
    Relation, RelationId, TypeEntry, TypeId, TypeKind, UserType,
};

/// An entity in its catalog. Derefs to the entity.
#[derive(Clone, Copy, Debug)]
pub struct Walker<'a, I> {
    pub catalog: &'a Catalog,
    pub id: I,
}

pub type RelationWalker<'a> = Walker<'a, RelationId>;
pub type ColumnWalker<'a> = Walker<'a, ColumnId>;
pub type ConstraintWalker<'a> = Walker<'a, ConstraintId>;
pub type IndexWalker<'a> = Walker<'a, IndexId>;
pub type TypeWalker<'a> = Walker<'a, TypeId>;

impl<I: Id> PartialEq for Walker<'_, I> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalog, other.catalog) && self.id == other.id
    }
}

macro_rules! deref {
    ($($id:ty, $entity:ty, $arena:ident;)*) => {$(
        impl Deref for Walker<'_, $id> {
            type Target = $entity;
            fn deref(&self) -> &$entity { &self.catalog.$arena[self.id] }
        }
        impl<'a> Walker<'a, $id> {
            /// The entity, with the catalog's lifetime.
            pub fn get(self) -> &'a $entity { &self.catalog.$arena[self.id] }
        }
    )*};
}

deref! {
    RelationId, Relation, relations;
    ColumnId, Column, columns;
    ConstraintId, Constraint, constraints;
    IndexId, Index, indexes;
    TypeId, UserType, types;
}

impl Catalog {
    pub fn walk<I: Id>(&self, id: I) -> Walker<'_, I> {
        Walker { catalog: self, id }
    }

    /// A table (of any kind) by schema and name.
    pub fn table(&self, schema: &str, name: &str) -> Option<RelationWalker<'_>> {
        self.relation(schema, name).filter(|relation| relation.kind.is_table())
    }

    /// A table or view by schema and name.
    pub fn relation(&self, schema: &str, name: &str) -> Option<RelationWalker<'_>> {
        match self.class(self.schema(schema)?, name)? {
            super::ClassEntry::Relation(id) => Some(self.walk(id)),
            _ => None,
        }
    }

    /// All tables, in order of declaration; views not.
    pub fn tables(&self) -> impl Iterator<Item = RelationWalker<'_>> {
        self.relations.iter().filter(|(_, relation)| relation.kind.is_table()).map(|(id, _)| self.walk(id))
    }

    /// All enums, in order of declaration.
    pub fn enums(&self) -> impl Iterator<Item = TypeWalker<'_>> {
        self.types.iter().filter(|(_, ty)| matches!(ty.kind, TypeKind::Enum(_))).map(|(id, _)| self.walk(id))
    }

    /// A type that the schema defines, by schema and name.
    pub fn user_type(&self, schema: &str, name: &str) -> Option<TypeWalker<'_>> {
        match self.type_named(self.schema(schema)?, name)? {
            TypeEntry::User(id) => Some(self.walk(id)),
            TypeEntry::Row(_) => None,
        }
    }
}

impl<'a> RelationWalker<'a> {
    pub fn schema_name(self) -> &'a str {
        &self.catalog.schemas[self.get().schema].name
    }

    /// `public.users`, quoted where it must be.
    pub fn printed_name(self) -> String {
        self.catalog.printed_name(self.id.into())
    }

    pub fn columns(self) -> impl DoubleEndedIterator<Item = ColumnWalker<'a>> + ExactSizeIterator {
        self.get().columns.iter().map(move |id| self.catalog.walk(*id))
    }

    pub fn column(self, name: &str) -> Option<ColumnWalker<'a>> {
        self.columns().find(|column| &*column.name == name)
    }

    pub fn constraints(self) -> impl DoubleEndedIterator<Item = ConstraintWalker<'a>> {
        self.catalog.constraints_of(self.id).iter().map(move |id| self.catalog.walk(*id))
    }

    pub fn indexes(self) -> impl DoubleEndedIterator<Item = IndexWalker<'a>> {
        self.catalog.indexes_of(self.id).iter().map(move |id| self.catalog.walk(*id))
    }

    pub fn primary_key(self) -> Option<ConstraintWalker<'a>> {
        self.constraints().find(|constraint| matches!(constraint.kind, ConstraintKind::PrimaryKey { .. }))
    }

    /// The table that it is a partition of.
    pub fn partition_of(self) -> Option<RelationWalker<'a>> {
        self.get().partition_bound.as_ref()?;
        self.get().parents.first().map(|id| self.catalog.walk(*id))
    }
}

impl<'a> ColumnWalker<'a> {
    pub fn table(self) -> RelationWalker<'a> {
        self.catalog.walk(self.get().relation)
    }

    /// `public.users.email`.
    pub fn printed_name(self) -> String {
        self.catalog.printed_name(self.id.into())
    }

    /// NOT NULL of its own or through its domain.
    pub fn is_not_null(self) -> bool {
        let column = self.get();
        column.not_null || self.catalog.domain_is_not_null(&column.ty)
    }

    /// Whether rows can have a null there: of a view by what its query says, see [`Catalog::nullability`].
    pub fn nullability(self) -> crate::expression::typing::Nullability {
        self.catalog.nullability(self.id)
    }

    pub fn type_text(self) -> String {
        self.get().ty.print(self.catalog)
    }
}

impl Catalog {
    fn domain_is_not_null(&self, ty: &super::DataType) -> bool {
        // A chain of domains ends: each is made after its base.
        match (&ty.base, ty.dimensions) {
            (super::TypeBase::User(id), 0) => match &self.types[*id].kind {
                TypeKind::Domain(domain) => domain.not_null || self.domain_is_not_null(&domain.base),
                _ => false,
            },
            _ => false,
        }
    }
}

impl<'a> IndexWalker<'a> {
    pub fn table(self) -> RelationWalker<'a> {
        self.catalog.walk(self.get().relation)
    }

    /// The key columns; an expression is `None`.
    pub fn key_columns(self) -> impl Iterator<Item = Option<ColumnWalker<'a>>> {
        self.get().keys.iter().map(move |key| match key.target {
            KeyTarget::Column(id) => Some(self.catalog.walk(id)),
            KeyTarget::Expression(_) => None,
        })
    }
}

impl<'a> ConstraintWalker<'a> {
    pub fn table(self) -> RelationWalker<'a> {
        self.catalog.walk(self.get().relation)
    }

    pub fn index(self) -> Option<IndexWalker<'a>> {
        self.get().kind.index().map(|id| self.catalog.walk(id))
    }
}

impl<'a> TypeWalker<'a> {
    pub fn schema_name(self) -> &'a str {
        &self.catalog.schemas[self.get().schema].name
    }

    pub fn printed_name(self) -> String {
        self.catalog.printed_name(self.id.into())
    }

    /// The labels in sort order, for an enum; else nothing.
    pub fn labels(self) -> impl Iterator<Item = &'a str> {
        let labels = match &self.get().kind {
            TypeKind::Enum(labels) => labels.as_slice(),
            _ => &[],
        };
        labels.iter().map(|label| &*label.name)
    }
}
