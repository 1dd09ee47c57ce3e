//! Inheritance and partitions: what goes from parent to child.

use super::Replayer;
use super::resolve::Scope;
use super::stop::{Result, Stop};
use crate::catalog::{
    Column, ColumnId, Constraint, ConstraintId, ConstraintKind, Index, IndexId, IndexKey, KeyTarget,
    ObjectId, Origins, Reference, RelationId, RelationKind, SqlExpr, Trigger, TriggerId, names,
};
use crate::source::Span;
use crate::syntax::tree::{PartitionBound, PartitionBoundKind};

impl Replayer<'_> {
    /// Gives the child the columns of the parent; those it has are merged.
    pub(super) fn inherit_columns(
        &mut self,
        child: RelationId,
        parent: RelationId,
        overridden: &[&str],
        span: Span,
    ) -> Result<()> {
        for id in self.catalog.relations[parent].columns.clone() {
            let column = self.catalog.columns[id].clone();
            if let Some(existing) = self.catalog.column_named(child, &column.name) {
                let entry = &mut self.catalog.columns[existing];
                if !Self::same_type(&entry.ty, &column.ty) {
                    let message = format!("inherited column \"{}\" has a type conflict", column.name);
                    return Err(Stop::refused("42804", span, message));
                }
                entry.inherited += 1;
                entry.not_null |= column.not_null;
                if entry.default.is_none() {
                    entry.default = column.default;
                } else if column.default.is_some()
                    && column.default != entry.default
                    && !overridden.contains(&&*column.name)
                {
                    let message = format!("column \"{}\" inherits conflicting default values", column.name);
                    return Err(Stop::refused("42611", span, message)
                        .help("write a default of its own to resolve the conflict"));
                }
                continue;
            }
            let translate = |expression: &SqlExpr| self.translate(expression, child);
            let generated = column.generated.as_ref().map(|generated| crate::catalog::Generated {
                expression: translate(&generated.expression),
                stored: generated.stored,
            });
            self.catalog.add_column(Column {
                relation: child,
                generated,
                // An identity belongs to the table that declares it (until PostgreSQL 17).
                identity: None,
                statistics: None,
                local: false,
                inherited: 1,
                origins: Origins::created(span),
                ..column
            });
        }
        // Generation expressions may name columns that came after: resolve again now that all are there.
        for id in self.catalog.relations[child].columns.clone() {
            if let Some(generated) = self.catalog.columns[id].generated.clone() {
                let expression = self.translate(&generated.expression, child);
                self.catalog.columns[id].generated =
                    Some(crate::catalog::Generated { expression, ..generated });
                self.catalog.link(ObjectId::Default(id));
            }
        }
        Ok(())
    }

    /// Points the column references of an expression at the columns of the same name in `to`.
    pub(super) fn translate(&self, expression: &SqlExpr, to: RelationId) -> SqlExpr {
        let references = expression
            .references()
            .iter()
            .map(|reference| Reference { target: self.translate_target(reference.target, to), ..*reference })
            .collect();
        SqlExpr::new(expression.written(), references)
    }

    fn translate_target(&self, target: ObjectId, to: RelationId) -> ObjectId {
        match target {
            ObjectId::Column(column) => self.translate_column(column, to).map_or(target, ObjectId::Column),
            other => other,
        }
    }

    pub(super) fn translate_column(&self, column: ColumnId, to: RelationId) -> Option<ColumnId> {
        self.catalog.column_named(to, &self.catalog.columns[column].name)
    }

    /// Gives the child the parent's checks, and its children in turn.
    pub(super) fn inherit_checks(&mut self, child: RelationId, parent: RelationId, span: Span) {
        for id in self.catalog.constraints_of(parent).to_vec() {
            let constraint = self.catalog.constraints[id].clone();
            let ConstraintKind::Check { expression } = &constraint.kind else { continue };
            if constraint.no_inherit || self.constraint_named(child, &constraint.name).is_some() {
                continue;
            }
            let kind = ConstraintKind::Check { expression: self.translate(expression, child) };
            self.catalog.add_constraint(Constraint {
                relation: child,
                kind,
                inherited: true,
                origins: Origins::created(span),
                ..constraint
            });
        }
        for grandchild in self.catalog.children_of(child).to_vec() {
            self.inherit_checks(grandchild, child, span);
        }
    }

    pub(super) fn partition_bound(&self, bound: &PartitionBound) -> Result<SqlExpr> {
        let list = |values: &[crate::syntax::tree::SqlText]| -> Result<String> {
            let texts: Result<Vec<String>> = values
                .iter()
                .map(|value| Ok(self.expression(*value, Scope::None)?.print(&self.catalog)))
                .collect();
            Ok(texts?.join(", "))
        };
        let text = match &bound.kind {
            PartitionBoundKind::Default => "DEFAULT".to_owned(),
            PartitionBoundKind::In(values) => format!("FOR VALUES IN ({})", list(values)?),
            PartitionBoundKind::Range { from, to } => {
                format!("FOR VALUES FROM ({}) TO ({})", list(from)?, list(to)?)
            }
            PartitionBoundKind::Hash { modulus, remainder } => {
                format!("FOR VALUES WITH (modulus {modulus}, remainder {remainder})")
            }
        };
        Ok(SqlExpr::new(text, Vec::new()))
    }

    /// What a new partition gets from its parent beside columns and checks: indexes with their
    /// constraints, foreign keys, row triggers.
    pub(super) fn clone_to_partition(&mut self, parent: RelationId, partition: RelationId, span: Span) {
        for index in self.catalog.indexes_of(parent).to_vec() {
            self.clone_index(index, partition, span);
        }
        for id in self.catalog.constraints_of(parent).to_vec() {
            if matches!(self.catalog.constraints[id].kind, ConstraintKind::ForeignKey(_)) {
                self.clone_foreign_key(id, partition, span);
            }
        }
        for id in self.catalog.triggers_of(parent).to_vec() {
            self.clone_trigger(id, partition, span);
        }
        // The keys that look into the parent look into its partition, too.
        for (dependent, _) in self.catalog.dependents(parent.into()) {
            if let ObjectId::Constraint(id) = dependent
                && matches!(self.catalog.constraints[id].kind, ConstraintKind::ForeignKey(_))
            {
                self.catalog.link(dependent);
            }
        }
    }

    /// Makes the partition's copy of an index, unless it has one that serves.
    pub(super) fn clone_index(&mut self, parent: IndexId, partition: RelationId, span: Span) {
        let index = self.catalog.indexes[parent].clone();
        let keys: Vec<IndexKey> = index
            .keys
            .iter()
            .map(|key| IndexKey { target: self.translate_key(&key.target, partition), ..key.clone() })
            .collect();
        let include: Vec<ColumnId> =
            index.include.iter().filter_map(|column| self.translate_column(*column, partition)).collect();
        let predicate = index.predicate.as_ref().map(|predicate| self.translate(predicate, partition));
        let serves = |candidate: &Index| {
            candidate.parent.is_none()
                && candidate.constraint.is_some() == index.constraint.is_some()
                && candidate.unique == index.unique
                && candidate.method == index.method
                && candidate.keys == keys
                && candidate.include == include
                && candidate.predicate == predicate
        };
        let existing =
            self.catalog.indexes_of(partition).iter().copied().find(|id| serves(&self.catalog.indexes[*id]));
        if let Some(existing) = existing {
            self.attach_index(existing, parent);
            return;
        }
        let (schema, table_name) =
            (self.catalog.relations[partition].schema, self.catalog.relations[partition].name.clone());
        let constraint = index.constraint.map(|id| self.catalog.constraints[id].clone());
        let (addition, label) = match constraint.as_ref().map(|constraint| &constraint.kind) {
            Some(ConstraintKind::PrimaryKey { .. }) => (None, "pkey"),
            Some(ConstraintKind::Unique { .. }) => (Some(self.key_names(&keys, &include)), "key"),
            Some(_) => (Some(self.key_names(&keys, &include)), "excl"),
            None => (Some(self.key_names(&keys, &include)), "idx"),
        };
        let addition =
            addition.map(|column_names| names::index_name_addition(column_names.iter().map(String::as_str)));
        let name: Box<str> = names::choose_name(&table_name, addition.as_deref(), label, |name| {
            self.catalog.class(schema, name).is_some()
                || (constraint.is_some() && self.catalog.constraint_name_used(schema, name))
        })
        .into();
        let copy = self.catalog.add_index(Index {
            relation: partition,
            name: name.clone(),
            keys,
            include,
            predicate,
            constraint: None,
            parent: Some(parent),
            clustered: false,
            replica_identity: false,
            origins: Origins::created(span),
            ..index
        });
        if let Some(constraint) = constraint {
            let kind = constraint.kind.on_index(copy);
            let partitioned = self.catalog.relations[partition].kind == RelationKind::Partitioned;
            self.catalog.add_constraint(Constraint {
                relation: partition,
                name,
                kind,
                inherited: true,
                no_inherit: !partitioned,
                origins: Origins::created(span),
                ..constraint
            });
        }
        self.propagate_index(copy, span);
    }

    /// Makes an index of a partition the partition's part of the parent's index.
    pub(super) fn attach_index(&mut self, child: IndexId, parent: IndexId) {
        self.catalog.indexes[child].parent = Some(parent);
        if let Some(constraint) = self.catalog.indexes[child].constraint
            && self.catalog.indexes[parent].constraint.is_some()
        {
            self.catalog.constraints[constraint].inherited = true;
        }
        self.catalog.link(child.into());
        // The parent's index is valid once every partition has its part.
        let table = self.catalog.indexes[parent].relation;
        let complete = self.catalog.children_of(table).iter().all(|partition| {
            self.catalog
                .indexes_of(*partition)
                .iter()
                .any(|id| self.catalog.indexes[*id].parent == Some(parent))
        });
        if complete {
            self.catalog.indexes[parent].valid = true;
        }
    }

    pub(super) fn translate_key(&self, target: &KeyTarget, to: RelationId) -> KeyTarget {
        match target {
            KeyTarget::Column(column) => {
                KeyTarget::Column(self.translate_column(*column, to).unwrap_or(*column))
            }
            KeyTarget::Expression(expression) => KeyTarget::Expression(self.translate(expression, to)),
        }
    }

    pub(super) fn clone_foreign_key(&mut self, parent: ConstraintId, partition: RelationId, span: Span) {
        let constraint = self.catalog.constraints[parent].clone();
        let ConstraintKind::ForeignKey(key) = &constraint.kind else { return };
        let translate = |columns: &[ColumnId]| -> Vec<ColumnId> {
            columns.iter().filter_map(|column| self.translate_column(*column, partition)).collect()
        };
        let kind = ConstraintKind::ForeignKey(crate::catalog::ForeignKey {
            columns: translate(&key.columns),
            on_delete_columns: translate(&key.on_delete_columns),
            ..key.clone()
        });
        // A partition that comes with an equal key has it adopted (`tryAttachPartitionForeignKey`).
        let adopted = self.catalog.constraints_of(partition).iter().copied().find(|id| {
            let own = &self.catalog.constraints[*id];
            !own.inherited && own.kind == kind && own.deferrable == constraint.deferrable
        });
        if let Some(adopted) = adopted {
            self.catalog.constraints[adopted].inherited = true;
            return;
        }
        let name: Box<str> = if self.constraint_named(partition, &constraint.name).is_some() {
            let ConstraintKind::ForeignKey(key) = &kind else { return };
            let columns: Vec<String> =
                key.columns.iter().map(|id| self.catalog.columns[*id].name.to_string()).collect();
            let addition = names::index_name_addition(columns.iter().map(String::as_str));
            let entry = &self.catalog.relations[partition];
            names::choose_name(&entry.name, Some(&addition), "fkey", |name| {
                self.catalog.constraint_name_used(entry.schema, name)
            })
            .into()
        } else {
            constraint.name.clone()
        };
        let partitioned = self.catalog.relations[partition].kind == RelationKind::Partitioned;
        let copy = self.catalog.add_constraint(Constraint {
            relation: partition,
            name,
            kind,
            inherited: true,
            no_inherit: !partitioned,
            origins: Origins::created(span),
            ..constraint
        });
        for child in self.catalog.children_of(partition).to_vec() {
            self.clone_foreign_key(copy, child, span);
        }
    }

    /// Row triggers of a partitioned table fire on every partition, which has its own copy.
    pub(super) fn clone_trigger(&mut self, parent: TriggerId, partition: RelationId, span: Span) {
        let trigger = self.catalog.triggers[parent].clone();
        if !trigger.for_each_row {
            return;
        }
        let update_columns = trigger
            .update_columns
            .iter()
            .filter_map(|column| self.translate_column(*column, partition))
            .collect();
        let when = trigger.when.as_ref().map(|when| self.translate(when, partition));
        let copy = self.catalog.add_trigger(Trigger {
            relation: partition,
            update_columns,
            when,
            parent: Some(parent),
            origins: Origins::created(span),
            ..trigger
        });
        for child in self.catalog.children_of(partition).to_vec() {
            self.clone_trigger(copy, child, span);
        }
    }

    /// `ATTACH PARTITION`.
    pub(super) fn attach_partition(
        &mut self,
        parent: RelationId,
        partition: RelationId,
        bound: &PartitionBound,
        span: Span,
    ) -> Result<()> {
        if self.catalog.relations[parent].kind != RelationKind::Partitioned {
            let message = format!("table \"{}\" is not partitioned", self.catalog.relations[parent].name);
            return Err(Stop::refused("42P17", span, message));
        }
        self.check_bound_form(parent, bound)?;
        if self.catalog.relations[partition].partition_bound.is_some() {
            let message = format!("\"{}\" is already a partition", self.catalog.relations[partition].name);
            return Err(Stop::refused("42809", span, message));
        }
        self.check_partition(parent, partition, span)?;
        let name = self.catalog.relations[partition].name.clone();
        self.check_bound_room(parent, &name, bound, None)?;
        self.check_child_columns(parent, partition, span)?;
        let bound = self.partition_bound(bound)?;
        let mut merged = Vec::new();
        for id in self.catalog.constraints_of(parent).to_vec() {
            let constraint = &self.catalog.constraints[id];
            if !matches!(constraint.kind, ConstraintKind::Check { .. }) {
                continue;
            }
            let name = constraint.name.clone();
            let Some(own) = self.constraint_named(partition, &name) else {
                let message = format!("child table is missing constraint \"{name}\"");
                return Err(Stop::refused("42804", span, message));
            };
            merged.push(own);
        }
        for own in merged {
            self.catalog.constraints[own].inherited = true;
        }
        for id in self.catalog.relations[parent].columns.clone() {
            if let Some(own) = self.catalog.column_named(partition, &self.catalog.columns[id].name) {
                self.catalog.columns[own].inherited += 1;
                self.catalog.columns[own].local = false;
            }
        }
        self.catalog.add_parent(partition, parent);
        self.catalog.relations[partition].partition_bound = Some(bound);
        self.catalog.link(partition.into());
        self.clone_to_partition(parent, partition, span);
        Ok(())
    }

    /// What a table may not be that becomes a partition (`ATExecAttachPartition`).
    fn check_partition(&self, parent: RelationId, partition: RelationId, span: Span) -> Result<()> {
        let entry = &self.catalog.relations[partition];
        let refused = |message: &str| Err(Stop::refused("42809", span, message));
        if entry.of_type.is_some() {
            return refused("cannot attach a typed table as partition");
        }
        if !entry.parents.is_empty() {
            return refused("cannot attach inheritance child as partition");
        }
        if entry.kind != RelationKind::Partitioned && !self.catalog.children_of(partition).is_empty() {
            return refused("cannot attach inheritance parent as partition");
        }
        self.refuse_cycle(partition, parent, span)?;
        self.check_partition_persistence(parent, entry.persistence, "attach", span)?;
        for id in &entry.columns {
            let name = &self.catalog.columns[*id].name;
            if self.catalog.column_named(parent, name).is_none() {
                let message = format!(
                    "table \"{}\" contains column \"{name}\" not found in parent \"{}\"",
                    entry.name, self.catalog.relations[parent].name
                );
                return Err(Stop::refused("42804", span, message)
                    .help("the new partition may contain only the columns present in parent"));
            }
        }
        Ok(())
    }

    /// `DETACH PARTITION`: everything it had from the parent becomes its own.
    pub(super) fn detach_partition(
        &mut self,
        parent: RelationId,
        partition: RelationId,
        span: Span,
    ) -> Result<()> {
        if !self.catalog.relations[partition].parents.contains(&parent) {
            let message = format!(
                "relation \"{}\" is not a partition of relation \"{}\"",
                self.catalog.relations[partition].name, self.catalog.relations[parent].name
            );
            return Err(Stop::refused("42P01", span, message));
        }
        self.catalog.remove_parent(partition, parent);
        self.catalog.relations[partition].partition_bound = None;
        for id in self.catalog.relations[partition].columns.clone() {
            let column = &mut self.catalog.columns[id];
            column.inherited = column.inherited.saturating_sub(1);
            column.local = true;
        }
        for id in self.catalog.constraints_of(partition).to_vec() {
            self.catalog.constraints[id].inherited = false;
        }
        for id in self.catalog.indexes_of(partition).to_vec() {
            self.catalog.indexes[id].parent = None;
        }
        for id in self.catalog.triggers_of(partition).to_vec() {
            if self.catalog.triggers[id].parent.is_some() {
                self.catalog.remove(id.into());
            }
        }
        Ok(())
    }
}
