//! Inheritance of plain tables and typed tables: `INHERITS`, `INHERIT`, `NO INHERIT`, `OF`, `NOT OF`.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{Attribute, ConstraintKind, DataType, ObjectId, RelationId, TypeBase, TypeId, TypeKind};
use crate::source::Span;
use crate::syntax::tree::{AlterAttribute, AlterAttributeKind, Name, QualifiedName, TypeName};

impl Replayer<'_> {
    /// Tables cannot inherit from what holds partitions, from views, or twice from one.
    pub(super) fn check_parents(&self, parents: &[(RelationId, Span)]) -> Result<()> {
        for (at, (parent, span)) in parents.iter().enumerate() {
            let entry = &self.catalog.relations[*parent];
            if entry.partition_key.is_some() {
                let message = format!("cannot inherit from partitioned table \"{}\"", entry.name);
                return Err(Stop::refused("42809", *span, message));
            }
            if entry.partition_bound.is_some() {
                let message = format!("cannot inherit from partition \"{}\"", entry.name);
                return Err(Stop::refused("42809", *span, message));
            }
            if parents[..at].iter().any(|(earlier, _)| earlier == parent) {
                let message = format!("relation \"{}\" would be inherited from more than once", entry.name);
                return Err(Stop::refused("42P07", *span, message));
            }
        }
        Ok(())
    }

    pub(super) fn same_type(left: &DataType, right: &DataType) -> bool {
        left.base == right.base
            && left.is_array() == right.is_array()
            && left.modifiers == right.modifiers
            && left.interval_fields == right.interval_fields
    }

    /// Refuses to make a relation the child of itself or of what comes from it.
    pub(super) fn refuse_cycle(&self, child: RelationId, parent: RelationId, span: Span) -> Result<()> {
        let mut below = vec![child];
        while let Some(relation) = below.pop() {
            if relation == parent {
                return Err(Stop::refused("42P07", span, "circular inheritance not allowed"));
            }
            below.extend(self.catalog.children_of(relation));
        }
        Ok(())
    }

    /// `ALTER TABLE … INHERIT`.
    pub(super) fn inherit(
        &mut self,
        child: RelationId,
        parent_name: &QualifiedName,
        span: Span,
    ) -> Result<()> {
        let parent = self.table(parent_name)?;
        self.check_parents(&[(parent, parent_name.span())])?;
        if self.catalog.relations[child].partition_bound.is_some() {
            return Err(Stop::refused("42809", span, "cannot change inheritance of a partition"));
        }
        if self.catalog.relations[child].of_type.is_some() {
            return Err(Stop::refused("42809", span, "cannot change inheritance of typed table"));
        }
        if self.catalog.relations[child].parents.contains(&parent) {
            let message = format!(
                "relation \"{}\" would be inherited from more than once",
                self.catalog.relations[parent].name
            );
            return Err(Stop::refused("42P07", parent_name.span(), message));
        }
        self.refuse_cycle(child, parent, parent_name.span())?;
        self.check_child_columns(parent, child, span)?;
        for id in self.catalog.constraints_of(parent).to_vec() {
            let constraint = &self.catalog.constraints[id];
            if matches!(constraint.kind, ConstraintKind::Check { .. })
                && !constraint.no_inherit
                && self.constraint_named(child, &constraint.name).is_none()
            {
                let message = format!("child table is missing constraint \"{}\"", constraint.name);
                return Err(Stop::refused("42804", span, message));
            }
        }
        for id in self.catalog.relations[parent].columns.clone() {
            if let Some(own) = self.catalog.column_named(child, &self.catalog.columns[id].name) {
                self.catalog.columns[own].inherited += 1;
                self.catalog.columns[own].origins.set(Attribute::INHERITED, span);
            }
        }
        self.catalog.add_parent(child, parent);
        self.catalog.relations[child].origins.set(Attribute::PARENTS, span);
        Ok(())
    }

    /// A child has all columns of its parent, with their types and collations, and NOT NULL where they are.
    pub(super) fn check_child_columns(
        &self,
        parent: RelationId,
        child: RelationId,
        span: Span,
    ) -> Result<()> {
        for id in self.catalog.relations[parent].columns.clone() {
            let column = &self.catalog.columns[id];
            let Some(own) = self.catalog.column_named(child, &column.name) else {
                let message = format!("child table is missing column \"{}\"", column.name);
                return Err(Stop::refused("42804", span, message));
            };
            let own_column = &self.catalog.columns[own];
            let what = if !Self::same_type(&own_column.ty, &column.ty) {
                Some("has different type for column")
            } else if own_column.collation != column.collation {
                Some("has different collation for column")
            } else {
                None
            };
            if let Some(what) = what {
                let message = format!(
                    "child table \"{}\" {what} \"{}\"",
                    self.catalog.relations[child].name, column.name
                );
                let code = if what.contains("type") { "42804" } else { "42P21" };
                return Err(Stop::refused(code, span, message));
            }
            if column.not_null && !own_column.not_null {
                let message = format!("column \"{}\" in child table must be marked NOT NULL", column.name);
                return Err(Stop::refused("42804", span, message));
            }
        }
        Ok(())
    }

    /// `ALTER TABLE … NO INHERIT`: what came from the parent alone becomes the table's own.
    pub(super) fn no_inherit(
        &mut self,
        child: RelationId,
        parent_name: &QualifiedName,
        span: Span,
    ) -> Result<()> {
        let parent = self.table(parent_name)?;
        if !self.catalog.relations[child].parents.contains(&parent) {
            let message = format!(
                "relation \"{}\" is not a parent of relation \"{}\"",
                self.catalog.relations[parent].name, self.catalog.relations[child].name
            );
            return Err(Stop::refused("42P01", parent_name.span(), message));
        }
        self.catalog.remove_parent(child, parent);
        self.catalog.relations[child].origins.set(Attribute::PARENTS, span);
        for id in self.catalog.relations[parent].columns.clone() {
            if let Some(own) = self.catalog.column_named(child, &self.catalog.columns[id].name) {
                let column = &mut self.catalog.columns[own];
                column.inherited = column.inherited.saturating_sub(1);
                column.local |= column.inherited == 0;
            }
        }
        let others = self.catalog.relations[child].parents.clone();
        for id in self.catalog.constraints_of(child).to_vec() {
            let name = &self.catalog.constraints[id].name;
            if !others.iter().any(|other| self.constraint_named(*other, name).is_some()) {
                self.catalog.constraints[id].inherited = false;
            }
        }
        Ok(())
    }

    /// The composite type of `OF`.
    pub(super) fn typed_table_type(&self, name: &QualifiedName) -> Result<TypeId> {
        let id = self.user_type(name)?;
        if matches!(self.catalog.types[id].kind, TypeKind::Composite(_)) {
            return Ok(id);
        }
        let message = format!("type {} is not a composite type", self.catalog.types[id].name);
        Err(Stop::refused("42809", name.span(), message))
    }

    /// `ALTER TABLE … OF`.
    pub(super) fn set_of_type(&mut self, table: RelationId, name: &QualifiedName, span: Span) -> Result<()> {
        let id = self.typed_table_type(name)?;
        if !self.catalog.relations[table].parents.is_empty() {
            return Err(Stop::refused("42809", span, "typed tables cannot inherit"));
        }
        let TypeKind::Composite(attributes) = &self.catalog.types[id].kind else { return Ok(()) };
        let columns = &self.catalog.relations[table].columns;
        for (at, attribute) in attributes.iter().enumerate() {
            let Some(column) = columns.get(at).map(|column| &self.catalog.columns[*column]) else {
                let message = format!("table is missing column \"{}\"", attribute.name);
                return Err(Stop::refused("42804", span, message));
            };
            if column.name != attribute.name {
                let message = format!(
                    "table has column \"{}\" where type requires \"{}\"",
                    column.name, attribute.name
                );
                return Err(Stop::refused("42804", span, message));
            }
            if !Self::same_type(&column.ty, &attribute.ty) || column.collation != attribute.collation {
                let message = format!(
                    "table \"{}\" has different type for column \"{}\"",
                    self.catalog.relations[table].name, column.name
                );
                return Err(Stop::refused("42804", span, message));
            }
        }
        if let Some(extra) = columns.get(attributes.len()) {
            let message = format!("table has extra column \"{}\"", self.catalog.columns[*extra].name);
            return Err(Stop::refused("42804", span, message));
        }
        self.catalog.relations[table].of_type = Some(id);
        self.catalog.link(table.into());
        Ok(())
    }

    /// `ALTER TABLE … NOT OF`.
    pub(super) fn set_not_of(&mut self, table: RelationId, span: Span) -> Result<()> {
        if self.catalog.relations[table].of_type.take().is_none() {
            let message = format!("\"{}\" is not a typed table", self.catalog.relations[table].name);
            return Err(Stop::refused("42809", span, message));
        }
        Ok(())
    }

    /// The tables that are made of a type.
    pub(super) fn typed_tables(&self, id: TypeId) -> Vec<RelationId> {
        let dependents = self.catalog.dependents(id.into()).into_iter();
        dependents
            .filter_map(|(object, _)| match object {
                ObjectId::Relation(table) if self.catalog.relations[table].of_type == Some(id) => Some(table),
                _ => None,
            })
            .collect()
    }

    /// A type that tables are made of changes only together with them.
    pub(super) fn refuse_typed_tables(&self, id: TypeId, cascade: bool, span: Span) -> Result<()> {
        if cascade || self.typed_tables(id).is_empty() {
            return Ok(());
        }
        let message = format!(
            "cannot alter type \"{}\" because it is the type of a typed table",
            self.catalog.types[id].name
        );
        Err(Stop::refused("2BP01", span, message).help("use ALTER ... CASCADE to alter the typed tables too"))
    }

    /// What an action on an attribute does to the columns of the tables that are made of the type.
    pub(super) fn alter_typed_columns(&mut self, id: TypeId, action: &AlterAttribute) -> Result<()> {
        let attributes = match &self.catalog.types[id].kind {
            TypeKind::Composite(attributes) => attributes.clone(),
            _ => return Ok(()),
        };
        let named = |name: &Name| attributes.iter().find(|attribute| attribute.name == name.text).cloned();
        for table in self.typed_tables(id) {
            match &action.kind {
                AlterAttributeKind::Add(attribute) => {
                    if let Some(attribute) = named(&attribute.name) {
                        self.composite_column(table, attribute, action.span)?;
                    }
                }
                AlterAttributeKind::Drop { name, .. } => {
                    if let Some(column) = self.catalog.column_named(table, &name.text) {
                        self.drop_objects(&[(column.into(), name.span)], true)?;
                    }
                }
                AlterAttributeKind::SetType { name, .. } => {
                    if let (Some(column), Some(attribute)) =
                        (self.catalog.column_named(table, &name.text), named(name))
                    {
                        let entry = &mut self.catalog.columns[column];
                        entry.ty = attribute.ty;
                        entry.collation = attribute.collation;
                        entry.origins.set(Attribute::TYPE, action.span);
                        self.catalog.link(column.into());
                    }
                }
            }
        }
        Ok(())
    }

    /// A column of a composite type is stored nowhere if nobody stores the type.
    pub(super) fn refuse_stored_type(&self, id: TypeId, span: Span) -> Result<()> {
        for (object, _) in self.catalog.dependents(id.into()) {
            if let ObjectId::Column(column) = object
                && self.catalog.columns[column].ty.base == TypeBase::User(id)
            {
                let entry = &self.catalog.columns[column];
                let message = format!(
                    "cannot alter type \"{}\" because column \"{}.{}\" uses it",
                    self.catalog.types[id].name, self.catalog.relations[entry.relation].name, entry.name
                );
                return Err(Stop::refused("0A000", span, message));
            }
        }
        Ok(())
    }

    /// A column that table and parent both have must be of one type.
    pub(super) fn check_merged_type(
        &self,
        name: &str,
        own: &DataType,
        parents: &DataType,
        written: &TypeName,
    ) -> Result<()> {
        if Self::same_type(own, parents) {
            return Ok(());
        }
        Err(Stop::refused("42804", written.span, format!("column \"{name}\" has a type conflict")))
    }
}
