//! What `ALTER TABLE` may not do to a table that shares its columns with others: partitions, children, typed tables.
//! (`ATPrepAddColumn`, `ATPrepAlterColumnType`, `ATExecDropColumn` and their like.)

use super::Replayer;
use super::resolve::SYSTEM_COLUMNS;
use super::stop::{Result, Stop};
use crate::catalog::{
    ColumnId, ConstraintId, ConstraintKind, DataType, KeyTarget, ObjectId, RelationId, RelationKind,
    TypeBase, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{
    AlterColumn, AlterTableActionKind as Action, ColumnConstraintKind, ColumnDefinition, ColumnRef, Name,
    OptionItem, TableConstraintKind,
};

impl Replayer<'_> {
    /// Refuses what an action may not do to this table, before anything is changed.
    pub(super) fn check_shared(
        &self,
        table: RelationId,
        action: &Action,
        only: bool,
        span: Span,
    ) -> Result<()> {
        let entry = &self.catalog.relations[table];
        let partition = entry.partition_bound.is_some();
        let partitioned = entry.kind == RelationKind::Partitioned;
        let alone = only && !self.catalog.children_of(table).is_empty();
        let invalid = |message: String| Err(Stop::refused("42P16", span, message));
        let wrong = |message: &str| Err(Stop::refused("42809", span, message));
        match action {
            Action::AddColumn { column, if_not_exists } => {
                let there = self.catalog.column_named(table, &column.name.text).is_some();
                if entry.of_type.is_some() {
                    return wrong("cannot add column to typed table");
                }
                if partition {
                    return wrong("cannot add column to a partition");
                }
                if there && *if_not_exists {
                    return Ok(());
                }
                if SYSTEM_COLUMNS.contains(&&*column.name.text) {
                    return Err(Self::system_column_name(&column.name));
                }
                if alone && !there {
                    return invalid("column must be added to child tables too".to_owned());
                }
                let identity = column
                    .constraints
                    .iter()
                    .any(|one| matches!(one.kind, ColumnConstraintKind::Identity { .. }));
                // Since PostgreSQL 17 partitions have the identity of their table.
                if identity && !partitioned && !self.catalog.children_of(table).is_empty() {
                    let message =
                        "cannot recursively add identity column to table that has child tables".to_owned();
                    return invalid(message);
                }
                Ok(())
            }
            Action::DropColumn { name, .. } => {
                let Some(column) = self.catalog.column_named(table, &name.text) else { return Ok(()) };
                if entry.of_type.is_some() {
                    return wrong("cannot drop column from typed table");
                }
                if self.catalog.columns[column].inherited == 0 {
                    self.not_of_partition_key(column, "drop", name.span)?;
                }
                if partitioned && alone {
                    return invalid(
                        "cannot drop column from only the partitioned table when partitions exist".to_owned(),
                    );
                }
                Ok(())
            }
            Action::AlterColumn { column: ColumnRef::Name(name), action } => {
                let Some(column) = self.catalog.column_named(table, &name.text) else { return Ok(()) };
                self.check_shared_column(table, column, action, only, span)
            }
            Action::AddConstraint(constraint) => match &constraint.kind {
                TableConstraintKind::Check { no_inherit: false, .. } if alone => {
                    invalid("constraint must be added to child tables too".to_owned())
                }
                TableConstraintKind::ForeignKey { references, .. } if only && partitioned => {
                    let message = format!(
                        "cannot use ONLY for foreign key on partitioned table \"{}\" referencing relation \"{}\"",
                        entry.name, references.table.name.text
                    );
                    wrong(&message)
                }
                _ => Ok(()),
            },
            Action::DropConstraint { name, .. } => self.check_inherited_check(table, name),
            Action::Inherit(_) if partitioned => wrong("cannot change inheritance of partitioned table"),
            Action::NoInherit(_) if partition => wrong("cannot change inheritance of a partition"),
            Action::DetachPartition { concurrently, .. } => {
                if !partitioned {
                    let message = format!("table \"{}\" is not partitioned", entry.name);
                    return Err(Stop::refused("42P17", span, message));
                }
                if *concurrently && self.in_transaction() {
                    let message = "ALTER TABLE ... DETACH CONCURRENTLY cannot run inside a transaction block";
                    return Err(Stop::refused("25001", span, message));
                }
                let default = self.catalog.children_of(table).iter().any(|child| {
                    let bound = &self.catalog.relations[*child].partition_bound;
                    bound.as_ref().is_some_and(|bound| bound.written() == "DEFAULT")
                });
                if *concurrently && default {
                    let message = "cannot detach partitions concurrently when a default partition exists";
                    return Err(Stop::refused("55000", span, message));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn check_shared_column(
        &self,
        table: RelationId,
        column: ColumnId,
        action: &AlterColumn,
        only: bool,
        span: Span,
    ) -> Result<()> {
        let entry = &self.catalog.relations[table];
        let own = &self.catalog.columns[column];
        let alone = only && !self.catalog.children_of(table).is_empty();
        let invalid = |message: String| Err(Stop::refused("42P16", span, message));
        match action {
            AlterColumn::SetType { .. } => {
                if entry.of_type.is_some() {
                    return Err(Stop::refused("42809", span, "cannot alter column type of typed table"));
                }
                if own.inherited > 0 {
                    return invalid(format!("cannot alter inherited column \"{}\"", own.name));
                }
                self.not_of_partition_key(column, "alter", span)?;
                if alone {
                    let message = format!(
                        "type of inherited column \"{}\" must be changed in child tables too",
                        own.name
                    );
                    return invalid(message);
                }
                self.row_type_may_change(table, span)
            }
            AlterColumn::SetNotNull if alone && entry.kind == RelationKind::Partitioned && !own.not_null => {
                invalid("constraint must be added to child tables too".to_owned())
            }
            AlterColumn::DropNotNull if entry.partition_bound.is_some() => {
                let parents = entry.parents.iter();
                let marked = parents
                    .filter_map(|parent| self.catalog.column_named(*parent, &own.name))
                    .any(|parent| self.catalog.columns[parent].not_null);
                if marked {
                    return invalid(format!("column \"{}\" is marked NOT NULL in parent table", own.name));
                }
                Ok(())
            }
            AlterColumn::AddIdentity { .. }
                if !own.not_null && own.identity.is_none() && own.default.is_none() =>
            {
                let message = format!(
                    "column \"{}\" of relation \"{}\" must be declared NOT NULL before identity can be added",
                    own.name, entry.name
                );
                Err(Stop::refused("55000", span, message)
                    .help(format!("ALTER TABLE … ALTER COLUMN {} SET NOT NULL first", own.name)))
            }
            AlterColumn::DropExpression { .. } if own.generated.is_some() => {
                if alone {
                    let message = "ALTER TABLE / DROP EXPRESSION must be applied to child tables too";
                    return Err(Stop::refused("0A000", span, message));
                }
                if own.inherited > 0 {
                    return invalid("cannot drop generation expression from inherited column".to_owned());
                }
                Ok(())
            }
            AlterColumn::DropDefault if own.generated.is_some() => {
                let message =
                    format!("column \"{}\" of relation \"{}\" is a generated column", own.name, entry.name);
                Err(Stop::refused("42601", span, message))
            }
            _ => Ok(()),
        }
    }

    /// A column that says where rows go stays what it is.
    fn not_of_partition_key(&self, column: ColumnId, verb: &str, span: Span) -> Result<()> {
        let own = &self.catalog.columns[column];
        let entry = &self.catalog.relations[own.relation];
        let Some(key) = &entry.partition_key else { return Ok(()) };
        let holds = key.keys.iter().any(|part| match &part.target {
            KeyTarget::Column(of) => *of == column,
            KeyTarget::Expression(expression) => {
                expression.references().iter().any(|reference| reference.target == ObjectId::Column(column))
            }
        });
        if !holds {
            return Ok(());
        }
        let message = format!(
            "cannot {verb} column \"{}\" because it is part of the partition key of relation \"{}\"",
            own.name, entry.name
        );
        Err(Stop::refused("42P16", span, message))
    }

    /// A check that a parent has too goes with the parent's.
    fn check_inherited_check(&self, table: RelationId, name: &Name) -> Result<()> {
        let Some(own) = self.constraint_named(table, &name.text) else { return Ok(()) };
        if !matches!(self.catalog.constraints[own].kind, ConstraintKind::Check { .. }) {
            return Ok(());
        }
        let entry = &self.catalog.relations[table];
        let inherited =
            entry.parents.iter().any(|parent| self.inheritable_check(*parent, &name.text).is_some());
        if !inherited {
            return Ok(());
        }
        let message =
            format!("cannot drop inherited constraint \"{}\" of relation \"{}\"", name.text, entry.name);
        Err(Stop::refused("42P16", name.span, message))
    }

    /// A constraint and those that children have from it: they bear one name (`rename_constraint_internal`).
    pub(super) fn constraints_renamed(
        &self,
        id: ConstraintId,
        old: &Name,
        only: bool,
    ) -> Result<Vec<ConstraintId>> {
        let constraint = &self.catalog.constraints[id];
        if !matches!(constraint.kind, ConstraintKind::Check { .. }) || constraint.no_inherit {
            return Ok(vec![id]);
        }
        let parents = self.catalog.relations[constraint.relation].parents.iter();
        if parents.into_iter().any(|parent| self.inheritable_check(*parent, &old.text).is_some()) {
            let message = format!("cannot rename inherited constraint \"{}\"", old.text);
            return Err(Stop::refused("42P16", old.span, message));
        }
        let mut all = vec![id];
        let mut open = vec![constraint.relation];
        while let Some(relation) = open.pop() {
            for child in self.catalog.children_of(relation) {
                if let Some(own) = self.constraint_named(*child, &old.text)
                    && !all.contains(&own)
                {
                    all.push(own);
                    open.push(*child);
                }
            }
        }
        if only && all.len() > 1 {
            let message =
                format!("inherited constraint \"{}\" must be renamed in child tables too", old.text);
            return Err(Stop::refused("42P16", old.span, message));
        }
        Ok(all)
    }

    /// The check of this name that children of a table have, too.
    fn inheritable_check(&self, table: RelationId, name: &str) -> Option<ConstraintId> {
        self.constraint_named(table, name).filter(|id| {
            let constraint = &self.catalog.constraints[*id];
            matches!(constraint.kind, ConstraintKind::Check { .. }) && !constraint.no_inherit
        })
    }

    /// Rows of this table that other tables store keep their form (`find_composite_type_dependencies`).
    fn row_type_may_change(&self, table: RelationId, span: Span) -> Result<()> {
        for (dependent, _) in self.catalog.dependents(table.into()) {
            let ObjectId::Column(column) = dependent else { continue };
            let user = &self.catalog.columns[column];
            let stored = matches!(
                self.catalog.relations[user.relation].kind,
                RelationKind::Table | RelationKind::Partitioned | RelationKind::MaterializedView
            );
            if stored && user.ty.base == TypeBase::Row(table) {
                let message = format!(
                    "cannot alter table \"{}\" because column \"{}.{}\" uses its row type",
                    self.catalog.relations[table].name, self.catalog.relations[user.relation].name, user.name
                );
                return Err(Stop::refused("0A000", span, message));
            }
        }
        Ok(())
    }

    /// A row cannot have itself as a part.
    pub(super) fn refuse_own_row(&self, table: RelationId, ty: &DataType, span: Span) -> Result<()> {
        if !self.holds_row(ty, table, 0) {
            return Ok(());
        }
        let message = format!(
            "composite type {} cannot be made a member of itself",
            self.catalog.relations[table].name
        );
        Err(Stop::refused("42P16", span, message))
    }

    fn holds_row(&self, ty: &DataType, table: RelationId, depth: u8) -> bool {
        /// No schema nests its types deeper.
        const DEEPEST: u8 = 32;
        if depth > DEEPEST {
            return false;
        }
        match &ty.base {
            TypeBase::Row(id) if *id == table => true,
            TypeBase::Row(id) => {
                let columns = self.catalog.relations[*id].columns.iter();
                columns
                    .into_iter()
                    .any(|column| self.holds_row(&self.catalog.columns[*column].ty, table, depth + 1))
            }
            TypeBase::User(id) => match &self.catalog.types[*id].kind {
                TypeKind::Domain(domain) => self.holds_row(&domain.base, table, depth + 1),
                TypeKind::Composite(attributes) => {
                    attributes.iter().any(|attribute| self.holds_row(&attribute.ty, table, depth + 1))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// The storage parameters of a table, unless what stores it is not known here.
    pub(super) fn check_parameters(&self, table: RelationId, items: &[OptionItem]) -> Result<()> {
        let entry = &self.catalog.relations[table];
        if !self.knows_all_extensions() || entry.access_method.is_some() {
            return Ok(());
        }
        if let (RelationKind::Partitioned, Some(item)) = (entry.kind, items.first()) {
            let message = format!("unrecognized parameter \"{}\"", item.name.text);
            return Err(Stop::refused("22023", item.span, message)
                .help("a partitioned table stores nothing: give the parameter to its partitions"));
        }
        super::storage_parameter::check_table_parameters(items)
    }

    /// A column has one source of values, and either may be null or not.
    pub(super) fn check_column_sources(
        &self,
        table: RelationId,
        definition: &ColumnDefinition,
    ) -> Result<()> {
        let serial = definition.type_name.as_ref().and_then(super::table::serial_type).is_some();
        let (mut default, mut identity, mut generated) = (serial, false, false);
        let entry = &self.catalog.relations[table].name;
        let name = &definition.name.text;
        for constraint in &definition.constraints {
            let (what, again) = match constraint.kind {
                ColumnConstraintKind::Default(_) => (
                    &mut default,
                    format!("multiple default values specified for column \"{name}\" of table \"{entry}\""),
                ),
                ColumnConstraintKind::Identity { .. } => (
                    &mut identity,
                    format!("multiple identity specifications for column \"{name}\" of table \"{entry}\""),
                ),
                ColumnConstraintKind::Generated { .. } => (
                    &mut generated,
                    format!(
                        "multiple generation clauses specified for column \"{name}\" of table \"{entry}\""
                    ),
                ),
                _ => continue,
            };
            if std::mem::replace(what, true) {
                return Err(Stop::refused("42601", constraint.span, again));
            }
            let both = match (default, identity, generated) {
                (true, true, _) => "default and identity",
                (true, _, true) => "default and generation expression",
                (_, true, true) => "identity and generation expression",
                _ => continue,
            };
            let message = format!("both {both} specified for column \"{name}\" of table \"{entry}\"");
            return Err(Stop::refused("42601", constraint.span, message));
        }
        Ok(())
    }
}
