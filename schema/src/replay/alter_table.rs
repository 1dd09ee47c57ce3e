//! `ALTER TABLE` (and the forms of `ALTER INDEX`, `ALTER VIEW`, `ALTER SEQUENCE` that share its actions).

use super::Replayer;
use super::constraint::Pending;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop, not_modelled};
use super::table::{compression, options, storage};
use crate::catalog::{
    Attribute, ClassEntry, Column, ColumnId, ConstraintKind, Generated, Identity, IndexId, KeyTarget,
    ObjectId, PropertyValue, RelationId, RelationKind, ReplicaIdentity, SqlExpr, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterColumn, AlterIdentity, AlterTable, AlterTableAction, AlterTableActionKind as Action,
    ColumnRef, RowSecurity,
};

impl Replayer<'_> {
    pub(super) fn alter_table(&mut self, alter: &AlterTable, _span: Span) -> Result<Applied> {
        let Some(entry) = self.find_class(&alter.name)? else {
            if alter.if_exists {
                return Ok(Applied::Nothing("ALTER TABLE IF EXISTS"));
            }
            let message = format!("relation \"{}\" does not exist", Self::display_name(&alter.name));
            return Err(Stop::refused("42P01", alter.name.span(), message));
        };
        self.right_kind(alter.kind, entry, &alter.name)?;
        // When an action is refused, those before it stay: the statement is an error either way, and keeping a
        // copy of the catalog for each would make a long history quadratic.
        let result = self.alter_actions(entry, alter);
        result.map(|()| Applied::Schema)
    }

    fn alter_actions(&mut self, entry: ClassEntry, alter: &AlterTable) -> Result<()> {
        // A constraint, of the table or of an added column, comes after the columns and types it may name, and a foreign
        // key after the keys (the passes of `ATRewriteTables`).
        let mut constraints: Vec<Option<Pending>> = Vec::new();
        constraints.resize_with(alter.actions.len(), || None);
        let is_constraint = |action: &AlterTableAction| matches!(action.kind, Action::AddConstraint(_));
        for (action, pending) in alter.actions.iter().zip(&mut constraints) {
            if !is_constraint(action) {
                self.alter_class(entry, alter, action, pending)?;
            }
        }
        let mut foreign_keys = Vec::new();
        for (action, pending) in alter.actions.iter().zip(&mut constraints) {
            if is_constraint(action) {
                self.alter_class(entry, alter, action, pending)?;
            }
            if let (ClassEntry::Relation(id), Some(mut pending)) = (entry, pending.take()) {
                self.collect_column_checks(id, &mut pending)?;
                foreign_keys.append(&mut pending.foreign_keys);
                self.add_pending(id, pending)?;
            }
        }
        if let ClassEntry::Relation(id) = entry {
            for request in &foreign_keys {
                self.add_foreign_key(id, request)?;
            }
        }
        Ok(())
    }

    /// One action; what its constraints ask for goes to `constraints`.
    fn alter_class(
        &mut self,
        entry: ClassEntry,
        alter: &AlterTable,
        action: &AlterTableAction,
        constraints: &mut Option<Pending>,
    ) -> Result<()> {
        match entry {
            ClassEntry::Relation(id) => self.alter_relation(id, action, alter.only, constraints)?,
            ClassEntry::Index(id) => self.alter_index(id, action)?,
            ClassEntry::Sequence(id) => match &action.kind {
                Action::OwnerTo(role) => self.set_owner(id.into(), role, action.span),
                _ => return Err(not_modelled("this ALTER SEQUENCE", action.span)),
            },
            ClassEntry::Composite(_) => {
                let message = format!("\"{}\" is a composite type", alter.name.name.text);
                return Err(Stop::refused("42809", alter.name.span(), message).help("use ALTER TYPE instead"));
            }
        }
        Ok(())
    }

    fn alter_index(&mut self, id: IndexId, action: &AlterTableAction) -> Result<()> {
        match &action.kind {
            Action::SetOptions(items) => {
                merge_options(&mut self.catalog.indexes[id].options, items);
                self.catalog.indexes[id].origins.set(Attribute::OPTIONS, action.span);
            }
            Action::ResetOptions(items) => {
                reset_options(&mut self.catalog.indexes[id].options, items);
                self.catalog.indexes[id].origins.set(Attribute::OPTIONS, action.span);
            }
            Action::SetTablespace(name) => self.catalog.indexes[id].tablespace = Some(name.text.clone()),
            Action::AttachIndex(name) => {
                let child = self.index_named(name)?;
                self.attach_index(child, id);
            }
            Action::AlterColumn { column, action: AlterColumn::SetStatistics(target) } => {
                self.index_statistics(id, column, *target, action.span)?;
            }
            _ => return Err(not_modelled("this ALTER INDEX", action.span)),
        }
        Ok(())
    }

    fn drop_not_null(&mut self, table: RelationId, column: ColumnId, only: bool, span: Span) -> Result<()> {
        let entry = &self.catalog.columns[column];
        if entry.identity.is_some() {
            let message = format!(
                "column \"{}\" of relation \"{}\" is an identity column",
                entry.name, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42601", span, message));
        }
        let in_primary_key = self
            .catalog
            .walk(table)
            .primary_key()
            .and_then(crate::catalog::ConstraintWalker::index)
            .is_some_and(|index| index.key_columns().flatten().any(|key| key.id == column));
        if in_primary_key {
            let message = format!("column \"{}\" is in a primary key", entry.name);
            return Err(Stop::refused("42P16", span, message));
        }
        self.with_children(column, only, &mut |replayer, column| {
            let entry = &mut replayer.catalog.columns[column];
            entry.not_null = false;
            entry.origins.set(Attribute::NOT_NULL, span);
            replayer.catalog.set_property(column.into(), property::NOT_NULL_NAME, None);
        });
        Ok(())
    }

    /// `ALTER INDEX … ALTER COLUMN n SET STATISTICS`: only expressions have targets of their own.
    fn index_statistics(&mut self, id: IndexId, column: &ColumnRef, target: i32, span: Span) -> Result<()> {
        let index = &self.catalog.indexes[id];
        let at = match column {
            ColumnRef::Number(number) => number.value as usize,
            ColumnRef::Name(name) => {
                let names = self.key_names(&index.keys, &index.include);
                names.iter().position(|own| **own == *name.text).map_or(0, |at| at + 1)
            }
        };
        let (keys, all) = (index.keys.len(), index.keys.len() + index.include.len());
        if at == 0 || at > all {
            let message = match column {
                ColumnRef::Number(_) => {
                    format!("column number {at} of relation \"{}\" does not exist", index.name)
                }
                ColumnRef::Name(name) => {
                    format!("column \"{}\" of relation \"{}\" does not exist", name.text, index.name)
                }
            };
            return Err(Stop::refused("42703", span, message));
        }
        let plain = |kind: &str| {
            let message =
                format!("cannot alter statistics on {kind} column {at} of index \"{}\"", index.name);
            Err(Stop::refused("0A000", span, message))
        };
        if at > keys {
            return plain("included");
        }
        if matches!(index.keys[at - 1].target, KeyTarget::Column(_)) {
            return plain("non-expression");
        }
        if target < -1 {
            return Err(Stop::refused("22023", span, format!("statistics target {target} is too low")));
        }
        // One entry a key that has one: its number, then the target.
        let mut targets: Vec<(usize, i32)> = self.catalog.index_statistics(id);
        targets.retain(|(number, _)| *number != at);
        if target >= 0 {
            targets.push((at, target.min(10_000)));
        }
        targets.sort_unstable();
        let list: Vec<_> = targets
            .iter()
            .map(|(number, target)| PropertyValue::Word(format!("{number} {target}").into()))
            .collect();
        let value = (!list.is_empty()).then_some(PropertyValue::List(list));
        self.catalog.set_property(id.into(), property::KEY_STATISTICS, value);
        self.mark(id.into(), property::KEY_STATISTICS, span);
        Ok(())
    }

    /// `ADD COLUMN`. Gives what its constraints ask for, which is added after every column; nothing where the column was
    /// there and may be.
    fn add_column(
        &mut self,
        table: RelationId,
        column: &tree::ColumnDefinition,
        if_not_exists: bool,
        only: bool,
        span: Span,
    ) -> Result<Option<Pending>> {
        if let Some(existing) = self.catalog.column_named(table, &column.name.text) {
            if if_not_exists {
                return Ok(None);
            }
            let message = format!(
                "column \"{}\" of relation \"{}\" already exists",
                column.name.text, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42701", column.name.span, message)
                .label(self.catalog.columns[existing].origins.creation(), "made here first"));
        }
        let mut pending = Pending::default();
        self.define_column(table, column, &mut pending)?;
        self.add_generated(table, &mut pending)?;
        if !column.options.is_empty()
            && let Some(added) = self.catalog.column_named(table, &column.name.text)
        {
            self.column_foreign_options(added, &column.options, column.span)?;
        }
        if !only {
            self.add_column_to_children(table, &column.name.text, span);
        }
        Ok(Some(pending))
    }

    fn alter_relation(
        &mut self,
        table: RelationId,
        action: &AlterTableAction,
        only: bool,
        constraints: &mut Option<Pending>,
    ) -> Result<()> {
        let span = action.span;
        self.fits_relation(table, &action.kind, span)?;
        self.check_shared(table, &action.kind, only, span)?;
        match &action.kind {
            Action::AddColumn { if_not_exists, column } => {
                *constraints = self.add_column(table, column, *if_not_exists, only, span)?;
                Ok(())
            }
            Action::DropColumn { if_exists, name, behaviour } => {
                let Some(column) = self.catalog.column_named(table, &name.text) else {
                    return if *if_exists { Ok(()) } else { self.column(table, name).map(|_| ()) };
                };
                if self.catalog.columns[column].inherited > 0 {
                    return Err(Stop::refused(
                        "42P16",
                        name.span,
                        format!("cannot drop inherited column \"{}\"", name.text),
                    ));
                }
                let mut columns = vec![(ObjectId::Column(column), name.span)];
                let mut open = vec![column];
                while let Some(parent) = open.pop() {
                    for child in self.child_columns(parent) {
                        let entry = &mut self.catalog.columns[child];
                        entry.inherited = entry.inherited.saturating_sub(1);
                        if only || (entry.inherited == 0 && entry.local) || entry.inherited > 0 {
                            entry.local |= only;
                            continue;
                        }
                        columns.push((child.into(), name.span));
                        open.push(child);
                    }
                }
                self.drop_objects(&columns, Self::cascades(*behaviour))
            }
            Action::AlterColumn { column, action } => {
                let ColumnRef::Name(name) = column else {
                    return Err(not_modelled("a column by its number", span));
                };
                let column = self.column(table, name)?;
                self.alter_column(table, column, action, span, only)
            }
            Action::AddConstraint(constraint) => {
                let mut pending = Pending::default();
                pending.only = only;
                self.collect_constraint(table, constraint, &mut pending)?;
                *constraints = Some(pending);
                Ok(())
            }
            Action::AlterConstraint { name, attributes } => {
                let id = self.constraint(table, name)?;
                let constraint = &mut self.catalog.constraints[id];
                if !matches!(constraint.kind, ConstraintKind::ForeignKey(_)) {
                    let message = format!("constraint \"{}\" is not a foreign key constraint", name.text);
                    return Err(Stop::refused("42809", name.span, message));
                }
                if let Some(enforced) = attributes.enforced {
                    // What is enforced again is validated, too.
                    constraint.validated = enforced.value;
                    constraint.origins.set(crate::catalog::property::ENFORCED, span);
                }
                if attributes.deferrable.is_some() || attributes.initially_deferred.is_some() {
                    let deferred = attributes.initially_deferred.is_some_and(|flag| flag.value);
                    constraint.initially_deferred = deferred;
                    constraint.deferrable = attributes.deferrable.map_or(deferred, |flag| flag.value);
                    constraint.origins.set(Attribute::DEFERRABLE, span);
                } else if attributes.enforced.is_none() {
                    (constraint.deferrable, constraint.initially_deferred) = (false, false);
                    constraint.origins.set(Attribute::DEFERRABLE, span);
                }
                if let Some(enforced) = attributes.enforced {
                    self.set_enforced(id, enforced.value);
                }
                Ok(())
            }
            Action::ValidateConstraint(name) => {
                let id = self.constraint(table, name)?;
                self.catalog.constraints[id].validated = true;
                self.catalog.constraints[id].origins.set(Attribute::VALIDATED, span);
                for child in self.catalog.children_of(table).to_vec() {
                    if let Some(id) = self.constraint_named(child, &name.text) {
                        self.catalog.constraints[id].validated = true;
                    }
                }
                Ok(())
            }
            Action::DropConstraint { if_exists, name, behaviour } => {
                let Some(id) = self.constraint_named(table, &name.text) else {
                    if let Some(column) = self.not_null_named(table, &name.text) {
                        return self.drop_not_null(table, column, only, span);
                    }
                    return if *if_exists { Ok(()) } else { self.constraint(table, name).map(|_| ()) };
                };
                if self.catalog.constraints[id].inherited {
                    let message = format!(
                        "cannot drop inherited constraint \"{}\" of relation \"{}\"",
                        name.text, self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42P16", name.span, message));
                }
                let mut objects = vec![(ObjectId::Constraint(id), name.span)];
                let mut open = vec![table];
                while let Some(parent) = open.pop() {
                    for child in self.catalog.children_of(parent).to_vec() {
                        if let Some(copy) = self.constraint_named(child, &name.text)
                            && self.catalog.constraints[copy].inherited
                        {
                            if only {
                                self.catalog.constraints[copy].inherited = false;
                            } else {
                                objects.push((copy.into(), name.span));
                                open.push(child);
                            }
                        }
                    }
                }
                self.drop_objects(&objects, Self::cascades(*behaviour))
            }
            Action::AttachPartition { partition, bound } => {
                let partition = self.table(partition)?;
                self.attach_partition(table, partition, bound, span)
            }
            Action::DetachPartition { partition, .. } => {
                let partition = self.table(partition)?;
                self.detach_partition(table, partition, span)
            }
            Action::OwnerTo(role) => {
                self.set_owner(table.into(), role, span);
                Ok(())
            }
            Action::Trigger { which, state } => self.trigger_state(table, which, *state, span),
            Action::RowSecurity(state) => {
                let entry = &mut self.catalog.relations[table];
                match state {
                    RowSecurity::Enable => entry.row_security = true,
                    RowSecurity::Disable => entry.row_security = false,
                    RowSecurity::Force => entry.force_row_security = true,
                    RowSecurity::NoForce => entry.force_row_security = false,
                }
                entry.origins.set(Attribute::ROW_SECURITY, span);
                Ok(())
            }
            Action::ReplicaIdentity(identity) => self.replica_identity(table, identity, span),
            Action::ClusterOn(name) => self.cluster_on(table, name.as_ref(), span),
            Action::SetOptions(items) => {
                if self.catalog.relations[table].kind == RelationKind::View {
                    super::view::check_view_options(items)?;
                } else {
                    self.check_parameters(table, items)?;
                }
                merge_options(&mut self.catalog.relations[table].options, items);
                self.catalog.relations[table].origins.set(Attribute::OPTIONS, span);
                Ok(())
            }
            Action::ResetOptions(items) => {
                reset_options(&mut self.catalog.relations[table].options, items);
                self.catalog.relations[table].origins.set(Attribute::OPTIONS, span);
                Ok(())
            }
            Action::SetLogged(logged) => {
                use crate::catalog::Persistence;
                if !logged && self.is_published(table) {
                    let message = format!(
                        "cannot change table \"{}\" to unlogged because it is part of a publication",
                        self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("55000", span, message));
                }
                let wanted = if *logged { Persistence::Permanent } else { Persistence::Unlogged };
                self.may_change_persistence(table, wanted, span)?;
                self.catalog.relations[table].persistence = wanted;
                let columns = self.catalog.relations[table].columns.clone();
                for id in self.catalog.sequences.ids().collect::<Vec<_>>() {
                    if self.catalog.sequences[id].owned_by.is_some_and(|owner| columns.contains(&owner)) {
                        self.catalog.sequences[id].persistence = wanted;
                    }
                }
                self.catalog.relations[table].origins.set(Attribute::PERSISTENCE, span);
                Ok(())
            }
            Action::SetTablespace(name) => {
                self.catalog.relations[table].tablespace = Some(name.text.clone());
                Ok(())
            }
            Action::SetAccessMethod(name) => {
                if let Some(name) = name {
                    self.method_property(name)?;
                }
                self.catalog.relations[table].access_method = self.table_method(name.as_ref())?;
                Ok(())
            }
            // Tables have had no oids since PostgreSQL 12: the words are accepted and do nothing.
            Action::SetWithoutOids => Ok(()),
            Action::Inherit(parent) => self.inherit(table, parent, span),
            Action::NoInherit(parent) => self.no_inherit(table, parent, span),
            Action::Of(name) => self.set_of_type(table, name, span),
            Action::NotOf => self.set_not_of(table, span),
            Action::Rule { name, state } => self.rule_state(table, name, *state),
            Action::ForeignOptions(items) => self.foreign_options(table, items, span),
            Action::AttachIndex(_) => Err(not_modelled("this ALTER TABLE action", span)),
        }
    }

    fn constraint(&self, table: RelationId, name: &tree::Name) -> Result<crate::catalog::ConstraintId> {
        self.constraint_named(table, &name.text).ok_or_else(|| {
            let entry = &self.catalog.relations[table];
            let message =
                format!("constraint \"{}\" of relation \"{}\" does not exist", name.text, entry.name);
            let names =
                self.catalog.constraints_of(table).iter().map(|id| &*self.catalog.constraints[*id].name);
            let stop = Stop::refused("42704", name.span, message);
            match super::resolve::nearest(&name.text, names) {
                Some(near) => stop.help(format!("there is a constraint \"{near}\"")),
                None => stop,
            }
        })
    }

    fn replica_identity(
        &mut self,
        table: RelationId,
        identity: &tree::ReplicaIdentity,
        span: Span,
    ) -> Result<()> {
        let (wanted, chosen) = match identity {
            tree::ReplicaIdentity::Default => (ReplicaIdentity::Default, None),
            tree::ReplicaIdentity::Full => (ReplicaIdentity::Full, None),
            tree::ReplicaIdentity::Nothing => (ReplicaIdentity::Nothing, None),
            tree::ReplicaIdentity::UsingIndex(name) => {
                (ReplicaIdentity::Index, Some(self.identity_index(table, name)?))
            }
        };
        for id in self.catalog.indexes_of(table).to_vec() {
            self.catalog.indexes[id].replica_identity = Some(id) == chosen;
        }
        self.catalog.relations[table].replica_identity = wanted;
        self.catalog.relations[table].origins.set(Attribute::REPLICA_IDENTITY, span);
        Ok(())
    }

    fn add_column_to_children(&mut self, table: RelationId, name: &str, span: Span) {
        let Some(column) = self.catalog.column_named(table, name) else { return };
        for child in self.catalog.children_of(table).to_vec() {
            if let Some(existing) = self.catalog.column_named(child, name) {
                // Merged, and what is below it is its own business.
                self.catalog.columns[existing].inherited += 1;
                continue;
            }
            let source = self.catalog.columns[column].clone();
            self.catalog.add_column(Column {
                relation: child,
                identity: None,
                local: false,
                inherited: 1,
                origins: crate::catalog::Origins::created(span),
                ..source
            });
            self.add_column_to_children(child, name, span);
        }
    }

    fn alter_column(
        &mut self,
        table: RelationId,
        column: ColumnId,
        action: &AlterColumn,
        span: Span,
        only: bool,
    ) -> Result<()> {
        match action {
            AlterColumn::SetDefault(sql) => {
                if self.catalog.columns[column].generated.is_some()
                    || self.catalog.columns[column].identity.is_some()
                {
                    let what = if self.catalog.columns[column].identity.is_some() {
                        "an identity"
                    } else {
                        "a generated"
                    };
                    let message = format!(
                        "column \"{}\" of relation \"{}\" is {what} column",
                        self.catalog.columns[column].name, self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42601", span, message));
                }
                let expression = self.expression(*sql, Scope::Default)?;
                self.with_children(column, only, &mut |replayer, column| {
                    replayer.set_default(column, Some(expression.clone()), span);
                });
            }
            AlterColumn::DropDefault => {
                self.with_children(column, only, &mut |replayer, column| {
                    replayer.set_default(column, None, span);
                });
            }
            AlterColumn::SetNotNull => self.set_not_null(column, span),
            AlterColumn::DropNotNull => return self.drop_not_null(table, column, only, span),
            AlterColumn::SetType { type_name, collation, .. } => {
                self.type_may_change(column, span)?;
                let ty = self.data_type(type_name)?;
                self.refuse_own_row(table, &ty, type_name.span)?;
                if self.catalog.columns[column].identity.is_some()
                    && !matches!(ty.builtin_name(), Some("int2" | "int4" | "int8"))
                {
                    let message = "identity column type must be smallint, integer, or bigint";
                    return Err(Stop::refused("22023", type_name.span, message));
                }
                let collation = self.collation(collation.as_ref(), &ty)?;
                self.with_children(column, false, &mut |replayer, column| {
                    replayer.pin_default_type(column);
                    let entry = &mut replayer.catalog.columns[column];
                    entry.ty = ty.clone();
                    entry.collation.clone_from(&collation);
                    entry.storage = None;
                    entry.origins.set(Attribute::TYPE, span);
                    replayer.catalog.link(column.into());
                });
            }
            AlterColumn::AddIdentity { always, options } => {
                self.add_identity(table, column, *always, options, span)?;
            }
            AlterColumn::AlterIdentity(changes) => {
                if self.catalog.columns[column].identity.is_none() {
                    return Err(self.not_identity(table, column, span));
                }
                for change in changes {
                    match change {
                        AlterIdentity::SetGenerated { always, .. } => {
                            let entry = &mut self.catalog.columns[column];
                            entry.identity =
                                Some(if *always { Identity::Always } else { Identity::ByDefault });
                            entry.origins.set(Attribute::IDENTITY, span);
                        }
                        AlterIdentity::Set(option) => {
                            if let Some(sequence) = self.identity_sequence(column) {
                                self.alter_sequence_options(sequence, std::slice::from_ref(option), span)?;
                            }
                        }
                    }
                }
            }
            AlterColumn::DropIdentity { if_exists } => {
                if self.catalog.columns[column].identity.is_none() {
                    return if *if_exists { Ok(()) } else { Err(self.not_identity(table, column, span)) };
                }
                if let Some(sequence) = self.identity_sequence(column) {
                    self.catalog.remove(sequence.into());
                }
                self.catalog.columns[column].identity = None;
                self.catalog.columns[column].origins.set(Attribute::IDENTITY, span);
            }
            AlterColumn::SetExpression(sql) => {
                let expression = self.expression(*sql, Scope::Relation(table))?;
                let entry = &mut self.catalog.columns[column];
                let Some(generated) = &mut entry.generated else {
                    let message = format!("column \"{}\" is not a generated column", entry.name);
                    return Err(Stop::refused("42P16", span, message));
                };
                *generated = Generated { expression, ..*generated };
                entry.origins.set(Attribute::GENERATED, span);
                self.catalog.link(ObjectId::Default(column));
            }
            AlterColumn::DropExpression { if_exists } => {
                let entry = &mut self.catalog.columns[column];
                if entry.generated.take().is_none() && !if_exists {
                    let message = format!("column \"{}\" is not a stored generated column", entry.name);
                    return Err(Stop::refused("55000", span, message));
                }
                entry.origins.set(Attribute::GENERATED, span);
            }
            AlterColumn::SetStatistics(target) => {
                let entry = &mut self.catalog.columns[column];
                entry.statistics = (*target >= 0).then_some(*target);
                entry.origins.set(Attribute::STATISTICS, span);
            }
            AlterColumn::SetOptions(items) => {
                merge_options(&mut self.catalog.columns[column].options, items);
                self.catalog.columns[column].origins.set(Attribute::OPTIONS, span);
            }
            AlterColumn::ResetOptions(items) => {
                reset_options(&mut self.catalog.columns[column].options, items);
                self.catalog.columns[column].origins.set(Attribute::OPTIONS, span);
            }
            AlterColumn::SetStorage(word) => {
                let chosen = storage(Some(word), &self.catalog.columns[column].ty);
                let entry = &mut self.catalog.columns[column];
                entry.storage = chosen;
                entry.origins.set(Attribute::STORAGE, span);
            }
            AlterColumn::SetCompression(word) => {
                let entry = &mut self.catalog.columns[column];
                entry.compression = compression(&word.text);
                entry.origins.set(Attribute::COMPRESSION, span);
            }
            AlterColumn::ForeignOptions(items) => self.column_foreign_options(column, items, span)?,
        }
        Ok(())
    }

    fn with_children(&mut self, column: ColumnId, only: bool, change: &mut dyn FnMut(&mut Self, ColumnId)) {
        let children = if only { Vec::new() } else { self.child_columns(column) };
        change(self, column);
        for child in children {
            self.with_children(child, only, change);
        }
    }

    fn not_identity(&self, table: RelationId, column: ColumnId, span: Span) -> Stop {
        let message = format!(
            "column \"{}\" of relation \"{}\" is not an identity column",
            self.catalog.columns[column].name, self.catalog.relations[table].name
        );
        Stop::refused("55000", span, message)
    }

    pub(super) fn identity_sequence(&self, column: ColumnId) -> Option<crate::catalog::SequenceId> {
        let mut sequences = self.catalog.sequences.iter();
        sequences
            .find(|(_, sequence)| sequence.identity && sequence.owned_by == Some(column))
            .map(|(id, _)| id)
    }

    /// A bare literal keeps the type that the column had when the default was set: `'x'` of a varchar column
    /// that becomes text stays `'x'::character varying`.
    fn pin_default_type(&mut self, column: ColumnId) {
        let entry = &self.catalog.columns[column];
        let Some(default) = &entry.default else { return };
        let text = default.written();
        let literal = text.len() >= 2
            && text.starts_with('\'')
            && text.ends_with('\'')
            && !text[1..text.len() - 1].replace("''", "").contains('\'');
        if !literal {
            return;
        }
        let without_length = crate::catalog::DataType { modifiers: Vec::new(), ..entry.ty.clone() };
        let pinned = format!("{text}::{}", without_length.print(&self.catalog));
        self.catalog.columns[column].default = Some(SqlExpr::new(pinned, Vec::new()));
    }
}

fn merge_options(list: &mut Vec<(Box<str>, Box<str>)>, items: &[tree::OptionItem]) {
    for (name, value) in options(items) {
        list.retain(|(existing, _)| *existing != name);
        list.push((name, value));
    }
}

fn reset_options(list: &mut Vec<(Box<str>, Box<str>)>, items: &[tree::OptionItem]) {
    for (name, _) in options(items) {
        list.retain(|(existing, _)| *existing != name);
    }
}
