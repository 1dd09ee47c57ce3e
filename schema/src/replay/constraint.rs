//! Constraints of tables: collected, named as PostgreSQL names them, and added in its order.

use super::Replayer;
use super::place::Place;
use super::resolve::Scope;
use super::stop::{Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, ColumnId, Constraint, ConstraintKind, DataType, ForeignKey, Index, IndexId, IndexKey,
    KeyTarget, ObjectId, Origins, PropertyValue, ReferentialAction, RelationId, RelationKind, SqlExpr,
    TypeBase, names, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, ConstraintAttributes, ExcludeConstraint, MatchKind, Name, References, TableConstraint,
    TableConstraintKind,
};

/// What a `UNIQUE` or `PRIMARY KEY` asks of its index.
#[derive(Clone, Debug)]
pub(super) struct IndexRequest {
    pub(super) primary: bool,
    pub(super) columns: Vec<Name>,
    pub(super) include: Vec<Name>,
    pub(super) nulls_not_distinct: bool,
    /// The last column is `WITHOUT OVERLAPS`.
    pub(super) period: bool,
    pub(super) options: Vec<(Box<str>, Box<str>)>,
    pub(super) tablespace: Option<Box<str>>,
    pub(super) using_index: Option<Name>,
}

/// Whether rows are held to a constraint: the old ones, and the new ones.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Hold {
    valid: bool,
    enforced: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Deferral {
    deferrable: bool,
    initially_deferred: bool,
}

impl Deferral {
    fn of(attributes: &ConstraintAttributes) -> Self {
        let initially_deferred = attributes.initially_deferred.is_some_and(|flag| flag.value);
        Self {
            deferrable: attributes.deferrable.map_or(initially_deferred, |flag| flag.value),
            initially_deferred,
        }
    }
}

/// A `FOREIGN KEY` as written.
#[derive(Debug)]
pub(super) struct ForeignKeyRequest {
    name: Option<Name>,
    columns: Vec<Name>,
    references: References,
    period: bool,
    deferral: Deferral,
    hold: Hold,
    span: Span,
}

/// Constraints of one statement, waiting for the order in which PostgreSQL makes them.
#[derive(Default, Debug)]
pub(super) struct Pending {
    checks: Vec<(Option<Name>, SqlExpr, bool, Hold, Span)>,
    indexes: Vec<(Option<Name>, IndexRequest, Deferral, Span)>,
    exclusions: Vec<(Option<Name>, ExcludeConstraint, Deferral, Span)>,
    pub(super) foreign_keys: Vec<ForeignKeyRequest>,
    pub(super) generated: Vec<(ColumnId, tree::SqlText, tree::GeneratedKind, Span)>,
    pub(super) likes: Vec<super::like::PendingLike>,
    /// Checks written with a column: they may name columns that are written after it.
    pub(super) column_checks: Vec<TableConstraint>,
    /// `ALTER TABLE ONLY`: partitions get no copy.
    pub(super) only: bool,
}

impl Pending {
    /// Back in the order of the text, which decides the names that PostgreSQL invents: the constraints of columns and
    /// those of the table were collected apart.
    pub(super) fn in_written_order(&mut self) {
        self.checks.sort_by_key(|(.., span)| span.start);
        self.indexes.sort_by_key(|(.., span)| span.start);
        self.exclusions.sort_by_key(|(.., span)| span.start);
        self.foreign_keys.sort_by_key(|request| request.span.start);
    }
}

impl Replayer<'_> {
    pub(super) fn collect_constraint(
        &mut self,
        table: RelationId,
        constraint: &TableConstraint,
        pending: &mut Pending,
    ) -> Result<()> {
        let TableConstraint { name, attributes, span, .. } = constraint;
        let deferral = Deferral::of(attributes);
        // What is not enforced is not valid either.
        let enforced = attributes.enforced.is_none_or(|flag| flag.value);
        let hold = Hold { valid: enforced && attributes.not_valid.is_none(), enforced };
        if self.catalog.relations[table].kind == crate::catalog::RelationKind::Foreign {
            super::foreign::fits_foreign_table(&constraint.kind, *span)?;
        }
        match &constraint.kind {
            TableConstraintKind::Check { expression, no_inherit } => {
                let written = *expression;
                let expression = self.expression(written, Scope::Relation(table))?;
                self.fits_place(written.span, Place::Check, None)?;
                if *no_inherit && self.catalog.relations[table].kind == RelationKind::Partitioned {
                    let message = format!(
                        "cannot add NO INHERIT constraint to partitioned table \"{}\"",
                        self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42P16", *span, message));
                }
                pending.checks.push((name.clone(), expression, *no_inherit, hold, *span));
            }
            TableConstraintKind::NotNull { column, no_inherit } => {
                if let Some(flag) = attributes.not_valid {
                    return Err(not_modelled("NOT VALID of a NOT NULL constraint", flag));
                }
                if *no_inherit {
                    return Err(not_modelled("NO INHERIT of a NOT NULL constraint", *span));
                }
                let column = self.column(table, column)?;
                self.set_not_null(column, *span);
                self.name_not_null(column, name.as_ref());
            }
            TableConstraintKind::Unique(index) | TableConstraintKind::PrimaryKey(index) => {
                let primary = matches!(constraint.kind, TableConstraintKind::PrimaryKey(_));
                let has_primary = primary
                    && (pending.indexes.iter().any(|(_, request, ..)| request.primary)
                        || self.catalog.walk(table).primary_key().is_some());
                if has_primary {
                    let message = format!(
                        "multiple primary keys for table \"{}\" are not allowed",
                        self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42P16", *span, message));
                }
                pending.indexes.push((name.clone(), Self::request(index, primary), deferral, *span));
            }
            TableConstraintKind::Exclude(exclude) => {
                pending.exclusions.push((name.clone(), exclude.clone(), deferral, *span));
            }
            TableConstraintKind::ForeignKey { columns, period, references } => {
                if *period && !references.period && !references.columns.is_empty() {
                    let message =
                        "foreign key uses PERIOD on the referencing table but not the referenced table";
                    return Err(Stop::refused("42830", *span, message));
                }
                if !*period && references.period {
                    let message =
                        "foreign key uses PERIOD on the referenced table but not the referencing table";
                    return Err(Stop::refused("42830", *span, message));
                }
                pending.foreign_keys.push(ForeignKeyRequest {
                    name: name.clone(),
                    columns: columns.clone(),
                    references: references.clone(),
                    period: *period,
                    deferral,
                    hold,
                    span: *span,
                });
            }
        }
        Ok(())
    }

    /// Adds what was collected, in the order in which PostgreSQL does.
    pub(super) fn add_pending(&mut self, table: RelationId, mut pending: Pending) -> Result<()> {
        self.add_generated(table, &mut pending)?;
        for (name, expression, no_inherit, hold, span) in std::mem::take(&mut pending.checks) {
            self.add_check(table, name.as_ref(), expression, no_inherit, hold, span)?;
        }
        // The primary key comes first; a unique key equal to an earlier one is merged with it.
        pending.indexes.sort_by_key(|(_, request, ..)| !request.primary);
        let mut merged: Vec<(Option<Name>, IndexRequest, Deferral, Span)> = Vec::new();
        for (name, request, deferral, span) in pending.indexes {
            let columns = |request: &IndexRequest| {
                request.columns.iter().map(|name| name.text.clone()).collect::<Vec<_>>()
            };
            let twin = merged.iter_mut().find(|(_, earlier, earlier_deferral, _)| {
                request.using_index.is_none()
                    && columns(earlier) == columns(&request)
                    && earlier.include.len() == request.include.len()
                    && earlier.nulls_not_distinct == request.nulls_not_distinct
                    && earlier.period == request.period
                    && *earlier_deferral == deferral
            });
            match twin {
                Some(twin) => twin.0 = twin.0.take().or(name),
                None => merged.push((name, request, deferral, span)),
            }
        }
        for (name, request, deferral, span) in merged {
            self.add_index_constraint(table, name.as_ref(), &request, deferral, pending.only, span)?;
        }
        for (name, exclude, deferral, span) in pending.exclusions {
            self.add_exclusion(table, name.as_ref(), &exclude, deferral, span)?;
        }
        for like in pending.likes {
            self.expand_like(table, like)?;
        }
        for request in pending.foreign_keys {
            self.add_foreign_key(table, &request)?;
        }
        Ok(())
    }

    /// Collects the checks of columns, once every column of the statement is there.
    pub(super) fn collect_column_checks(&mut self, table: RelationId, pending: &mut Pending) -> Result<()> {
        for constraint in std::mem::take(&mut pending.column_checks) {
            self.collect_constraint(table, &constraint, pending)?;
        }
        Ok(())
    }

    /// The written name if it is free on the table, else the refusal.
    fn constraint_name_free(&self, table: RelationId, name: &Name) -> Result<Box<str>> {
        let existing = self.constraint_named(table, &name.text);
        match existing {
            None => Ok(name.text.clone()),
            Some(id) => {
                let message = format!(
                    "constraint \"{}\" for relation \"{}\" already exists",
                    name.text, self.catalog.relations[table].name
                );
                Err(Stop::refused("42710", name.span, message)
                    .label(self.catalog.constraints[id].origins.creation(), "made here first"))
            }
        }
    }

    pub(super) fn constraint_named(
        &self,
        table: RelationId,
        name: &str,
    ) -> Option<crate::catalog::ConstraintId> {
        // Of most names there is none in the whole schema, which takes no search.
        if !self.catalog.constraint_name_used(self.catalog.relations[table].schema, name) {
            return None;
        }
        let mut ids = self.catalog.constraints_of(table).iter().copied();
        ids.find(|id| &*self.catalog.constraints[*id].name == name)
    }

    fn chosen_constraint_name(&self, table: RelationId, addition: Option<&str>, label: &str) -> String {
        let entry = &self.catalog.relations[table];
        names::choose_name(&entry.name, addition, label, |name| {
            self.catalog.constraint_name_used(entry.schema, name)
        })
    }

    fn add_check(
        &mut self,
        table: RelationId,
        name: Option<&Name>,
        expression: SqlExpr,
        no_inherit: bool,
        hold: Hold,
        span: Span,
    ) -> Result<()> {
        let name: Box<str> = if let Some(name) = name {
            // The same check from a parent is merged.
            if let Some(existing) = self.constraint_named(table, &name.text)
                && self.catalog.constraints[existing].inherited
                && matches!(self.catalog.constraints[existing].kind, ConstraintKind::Check { .. })
            {
                self.catalog.constraints[existing].inherited = false;
                return Ok(());
            }
            self.constraint_name_free(table, name)?
        } else {
            let mut columns: Vec<ColumnId> = Vec::new();
            for reference in expression.references() {
                if let ObjectId::Column(column) = reference.target
                    && !columns.contains(&column)
                {
                    columns.push(column);
                }
            }
            let addition = match columns.as_slice() {
                [one] => Some(self.catalog.columns[*one].name.clone()),
                _ => None,
            };
            self.chosen_constraint_name(table, addition.as_deref(), "check").into()
        };
        let id = self.catalog.add_constraint(Constraint {
            relation: table,
            name: name.clone(),
            kind: ConstraintKind::Check { expression },
            deferrable: false,
            initially_deferred: false,
            validated: hold.valid,
            no_inherit,
            inherited: false,
            origins: Origins::created(span),
        });
        self.set_enforced(id, hold.enforced);
        if !no_inherit {
            for child in self.catalog.children_of(table).to_vec() {
                self.inherit_checks(child, table, span);
            }
        }
        Ok(())
    }

    fn add_index_constraint(
        &mut self,
        table: RelationId,
        name: Option<&Name>,
        request: &IndexRequest,
        deferral: Deferral,
        only: bool,
        span: Span,
    ) -> Result<()> {
        if let Some(index_name) = &request.using_index {
            return self.constraint_from_index(table, name, index_name, request.primary, deferral, span);
        }
        let mut columns = Vec::new();
        for column in &request.columns {
            let id = self.catalog.column_named(table, &column.text).ok_or_else(|| {
                let message = format!("column \"{}\" named in key does not exist", column.text);
                Stop::refused("42703", column.span, message)
            })?;
            if columns.contains(&id) {
                let what = if request.primary { "primary key" } else { "unique" };
                let message = format!("column \"{}\" appears twice in {what} constraint", column.text);
                return Err(Stop::refused("42701", column.span, message));
            }
            columns.push(id);
        }
        let include =
            request.include.iter().map(|name| self.column(table, name)).collect::<Result<Vec<_>>>()?;
        let keys: Vec<IndexKey> = columns.iter().map(|column| IndexKey::column(*column)).collect();
        self.check_unique_of_partitions(table, &keys, span)?;
        let entry = &self.catalog.relations[table];
        let name: Box<str> = if let Some(name) = name {
            self.constraint_name_free(table, name)?;
            self.class_name_free(table, name)?;
            name.text.clone()
        } else {
            let column_names = self.index_column_names(&columns, &include);
            let addition = names::index_name_addition(column_names.iter().map(String::as_str));
            let (addition, label) =
                if request.primary { (None, "pkey") } else { (Some(addition.as_str()), "key") };
            names::choose_name(&entry.name, addition, label, |name| {
                self.catalog.class(entry.schema, name).is_some()
                    || self.catalog.constraint_name_used(entry.schema, name)
            })
            .into()
        };
        if request.primary {
            for column in &columns {
                self.set_not_null(*column, span);
            }
        }
        let index = self.catalog.add_index(Index {
            relation: table,
            name: name.clone(),
            method: if request.period { "gist" } else { "btree" }.into(),
            unique: true,
            nulls_not_distinct: request.nulls_not_distinct,
            keys,
            include,
            predicate: None,
            options: request.options.clone(),
            tablespace: request.tablespace.clone(),
            constraint: None,
            parent: None,
            // An index on a partitioned table alone is valid once every partition has attached its own.
            valid: !only || self.catalog.children_of(table).is_empty(),
            clustered: false,
            replica_identity: false,
            origins: Origins::created(span),
        });
        let id = self.catalog.add_constraint(Constraint {
            relation: table,
            name,
            kind: index_kind(index, request.primary),
            deferrable: deferral.deferrable,
            initially_deferred: deferral.initially_deferred,
            validated: true,
            no_inherit: self.catalog.relations[table].kind != RelationKind::Partitioned,
            inherited: false,
            origins: Origins::created(span),
        });
        self.set_period(id, request.period);
        if !only {
            self.propagate_index(index, span);
        }
        Ok(())
    }

    fn constraint_from_index(
        &mut self,
        table: RelationId,
        name: Option<&Name>,
        index_name: &Name,
        primary: bool,
        deferral: Deferral,
        span: Span,
    ) -> Result<()> {
        // An index is where its table is, whatever the path says.
        let home = &self.catalog.schemas[self.catalog.relations[table].schema].name;
        let home = Name { text: home.clone(), span: index_name.span };
        let index =
            self.index_named(&tree::QualifiedName { schema: Some(home), name: index_name.clone() })?;
        if self.catalog.indexes[index].relation != table {
            let message = format!(
                "\"{}\" is not an index for table \"{}\"",
                index_name.text, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42809", index_name.span, message));
        }
        self.index_makes_constraint(index, index_name)?;
        let name = match name {
            Some(name) => self.constraint_name_free(table, name)?,
            None => self.catalog.indexes[index].name.clone(),
        };
        // The index takes the constraint's name.
        if name != self.catalog.indexes[index].name {
            let schema = self.catalog.relations[table].schema;
            self.catalog.rename(index.into(), schema, &name);
            self.catalog.indexes[index].origins.set(Attribute::NAME, span);
        }
        if primary {
            let columns: Vec<ColumnId> =
                self.catalog.walk(index).key_columns().flatten().map(|column| column.id).collect();
            for column in columns {
                self.set_not_null(column, span);
            }
        }
        self.catalog.add_constraint(Constraint {
            relation: table,
            name,
            kind: index_kind(index, primary),
            deferrable: deferral.deferrable,
            initially_deferred: deferral.initially_deferred,
            validated: true,
            no_inherit: true,
            inherited: false,
            origins: Origins::created(span),
        });
        Ok(())
    }

    /// What an index must be for a key to be made of it (`transformIndexConstraint`).
    fn index_makes_constraint(&self, index: IndexId, name: &Name) -> Result<()> {
        let entry = &self.catalog.indexes[index];
        let refused = |state: &'static str, message: String| Err(Stop::refused(state, name.span, message));
        if self.catalog.relations[entry.relation].kind == RelationKind::Partitioned {
            let message = "ALTER TABLE / ADD CONSTRAINT USING INDEX is not supported on partitioned tables";
            return refused("0A000", message.to_owned());
        }
        if entry.constraint.is_some() {
            return refused(
                "55000",
                format!("index \"{}\" is already associated with a constraint", name.text),
            );
        }
        if !entry.unique {
            return refused("42809", format!("\"{}\" is not a unique index", name.text));
        }
        if entry.keys.iter().any(|key| matches!(key.target, KeyTarget::Expression(_))) {
            return refused("42809", format!("index \"{}\" contains expressions", name.text));
        }
        if entry.predicate.is_some() {
            return refused("42809", format!("\"{}\" is a partial index", name.text));
        }
        if let Some(at) = entry.keys.iter().position(|key| key.descending || key.nulls_first) {
            let message = format!(
                "index \"{}\" column number {} does not have default sorting behavior",
                name.text,
                at + 1
            );
            return refused("42809", message);
        }
        Ok(())
    }

    fn add_exclusion(
        &mut self,
        table: RelationId,
        name: Option<&Name>,
        exclude: &ExcludeConstraint,
        deferral: Deferral,
        span: Span,
    ) -> Result<()> {
        let mut keys = Vec::new();
        let mut operators = Vec::new();
        let method = exclude.method.as_ref().map_or("btree", |method| &method.text);
        for (element, operator) in &exclude.elements {
            keys.push(self.index_key(table, element, method)?);
            operators.push(match &operator.schema {
                Some(schema) => {
                    format!("OPERATOR({}.{})", names::quote_identifier(&schema.text), operator.name).into()
                }
                None => operator.name.clone(),
            });
        }
        let include =
            exclude.include.iter().map(|name| self.column(table, name)).collect::<Result<Vec<_>>>()?;
        let predicate = match exclude.predicate {
            Some(sql) => Some(self.expression(sql, Scope::Relation(table))?),
            None => None,
        };
        let entry = &self.catalog.relations[table];
        let name: Box<str> = if let Some(name) = name {
            self.constraint_name_free(table, name)?;
            self.class_name_free(table, name)?;
            name.text.clone()
        } else {
            let column_names = self.key_names(&keys, &include);
            let addition = names::index_name_addition(column_names.iter().map(String::as_str));
            names::choose_name(&entry.name, Some(&addition), "excl", |name| {
                self.catalog.class(entry.schema, name).is_some()
                    || self.catalog.constraint_name_used(entry.schema, name)
            })
            .into()
        };
        let index = self.catalog.add_index(Index {
            relation: table,
            name: name.clone(),
            method: exclude.method.as_ref().map_or_else(|| "btree".into(), |method| method.text.clone()),
            unique: false,
            nulls_not_distinct: false,
            keys,
            include,
            predicate,
            options: super::table::options(&exclude.options),
            tablespace: exclude.tablespace.as_ref().map(|name| name.text.clone()),
            constraint: None,
            parent: None,
            valid: true,
            clustered: false,
            replica_identity: false,
            origins: Origins::created(span),
        });
        self.catalog.add_constraint(Constraint {
            relation: table,
            name,
            kind: ConstraintKind::Exclusion { index, operators },
            deferrable: deferral.deferrable,
            initially_deferred: deferral.initially_deferred,
            validated: true,
            no_inherit: true,
            inherited: false,
            origins: Origins::created(span),
        });
        Ok(())
    }

    pub(super) fn add_foreign_key(&mut self, table: RelationId, request: &ForeignKeyRequest) -> Result<()> {
        let ForeignKeyRequest { name, columns, references, period, deferral, hold, span } = request;
        let span = *span;
        let column_ids = columns
            .iter()
            .map(|name| {
                self.catalog.column_named(table, &name.text).ok_or_else(|| {
                    let message = format!(
                        "column \"{}\" referenced in foreign key constraint does not exist",
                        name.text
                    );
                    Stop::refused("42703", name.span, message)
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let other = self.table(&references.table)?;
        if self.catalog.relations[other].kind == crate::catalog::RelationKind::Foreign {
            let message = format!("referenced relation \"{}\" is not a table", references.table.name.text);
            return Err(Stop::refused("42809", references.table.span(), message));
        }
        self.fits_persistence(table, other, references.table.span())?;
        let (referenced_columns, index) = self.referenced_key(other, references)?;
        if referenced_columns.len() != column_ids.len() {
            return Err(Stop::refused(
                "42830",
                span,
                "number of referencing and referenced columns for foreign key disagree",
            ));
        }
        for (at, (own, theirs)) in column_ids.iter().zip(&referenced_columns).enumerate() {
            let (own, theirs) = (&self.catalog.columns[*own], &self.catalog.columns[*theirs]);
            if !self.comparable(&own.ty, &theirs.ty) {
                let message = format!(
                    "foreign key constraint cannot be implemented: key columns \"{}\" and \"{}\" are of incompatible types: {} and {}",
                    own.name,
                    theirs.name,
                    own.ty.print(&self.catalog),
                    theirs.ty.print(&self.catalog)
                );
                let place = columns.get(at).map_or(span, |name| name.span);
                return Err(Stop::refused("42804", place, message)
                    .label(theirs.origins.of(Attribute::TYPE), "the column it references"));
            }
        }
        let name: Box<str> = if let Some(name) = name {
            self.constraint_name_free(table, name)?
        } else {
            let addition = names::index_name_addition(columns.iter().map(|name| &*name.text));
            self.chosen_constraint_name(table, Some(&addition), "fkey").into()
        };
        let (on_delete, on_delete_columns) =
            self.action(table, references.on_delete.as_ref().map(|action| &action.value))?;
        let (on_update, _) = self.action(table, references.on_update.as_ref().map(|action| &action.value))?;
        let key = ForeignKey {
            columns: column_ids,
            references: other,
            referenced_columns,
            match_full: references.matching.as_ref().is_some_and(|kind| kind.value == MatchKind::Full),
            on_update,
            on_delete,
            on_delete_columns,
            index: Some(index),
        };
        let id = self.catalog.add_constraint(Constraint {
            relation: table,
            name,
            kind: ConstraintKind::ForeignKey(key),
            deferrable: deferral.deferrable,
            initially_deferred: deferral.initially_deferred,
            validated: hold.valid,
            no_inherit: self.catalog.relations[table].kind != RelationKind::Partitioned,
            inherited: false,
            origins: Origins::created(span),
        });
        self.set_enforced(id, hold.enforced);
        self.set_period(id, *period);
        if self.catalog.relations[table].kind == RelationKind::Partitioned {
            for child in self.catalog.children_of(table).to_vec() {
                self.clone_foreign_key(id, child, span);
            }
        }
        Ok(())
    }

    /// `NOT ENFORCED` of PostgreSQL 18.
    pub(super) fn set_enforced(&mut self, id: crate::catalog::ConstraintId, enforced: bool) {
        let value = (!enforced).then(|| PropertyValue::Word("NOT ENFORCED".into()));
        self.catalog.set_property(id.into(), property::ENFORCED, value);
    }

    /// `WITHOUT OVERLAPS` and `PERIOD` of PostgreSQL 18.
    fn set_period(&mut self, id: crate::catalog::ConstraintId, period: bool) {
        let value = period.then(|| PropertyValue::Word("PERIOD".into()));
        self.catalog.set_property(id.into(), property::PERIOD, value);
    }

    /// The columns that a foreign key points at, and the unique index that makes them a key.
    fn referenced_key(&self, table: RelationId, references: &References) -> Result<(Vec<ColumnId>, IndexId)> {
        let walker = self.catalog.walk(table);
        if references.columns.is_empty() {
            let index = walker.primary_key().and_then(crate::catalog::ConstraintWalker::index);
            let Some(index) = index else {
                let message = format!("there is no primary key for referenced table \"{}\"", walker.name);
                return Err(Stop::refused("42704", references.table.span(), message)
                    .label(walker.origins.creation(), "the table it references"));
            };
            return Ok((index.key_columns().flatten().map(|column| column.id).collect(), index.id));
        }
        let mut columns = Vec::new();
        for name in &references.columns {
            columns.push(self.catalog.column_named(table, &name.text).ok_or_else(|| {
                let message =
                    format!("column \"{}\" referenced in foreign key constraint does not exist", name.text);
                Stop::refused("42703", name.span, message)
                    .label(walker.origins.creation(), "the table it references")
            })?);
        }
        let fits = |index: &crate::catalog::IndexWalker<'_>| {
            let deferrable = index.constraint.is_some_and(|id| self.catalog.constraints[id].deferrable);
            index.unique
                && index.predicate.is_none()
                && !deferrable
                && index.keys.len() == columns.len()
                && index.key_columns().all(|key| key.is_some_and(|key| columns.contains(&key.id)))
        };
        match walker.indexes().find(fits) {
            Some(index) => Ok((columns, index.id)),
            None => {
                let message = format!(
                    "there is no unique constraint matching given keys for referenced table \"{}\"",
                    walker.name
                );
                Err(Stop::refused("42830", references.span, message)
                    .label(walker.origins.creation(), "the table it references"))
            }
        }
    }

    fn action(
        &self,
        table: RelationId,
        action: Option<&tree::ReferentialAction>,
    ) -> Result<(ReferentialAction, Vec<ColumnId>)> {
        let columns =
            |names: &[Name]| names.iter().map(|name| self.column(table, name)).collect::<Result<Vec<_>>>();
        Ok(match action {
            None | Some(tree::ReferentialAction::NoAction) => (ReferentialAction::NoAction, Vec::new()),
            Some(tree::ReferentialAction::Restrict) => (ReferentialAction::Restrict, Vec::new()),
            Some(tree::ReferentialAction::Cascade) => (ReferentialAction::Cascade, Vec::new()),
            Some(tree::ReferentialAction::SetNull(names)) => (ReferentialAction::SetNull, columns(names)?),
            Some(tree::ReferentialAction::SetDefault(names)) => {
                (ReferentialAction::SetDefault, columns(names)?)
            }
        })
    }

    /// False when no equality operator can compare the two: then a foreign key is refused.
    fn comparable(&self, left: &DataType, right: &DataType) -> bool {
        let (left, right) = (self.through_domains(left), self.through_domains(right));
        if left.is_array() != right.is_array() {
            return false;
        }
        match (&left.base, &right.base) {
            (TypeBase::Builtin(a), TypeBase::Builtin(b)) => {
                a.name == b.name || (a.category == b.category && a.category != 'U')
            }
            (TypeBase::User(a), TypeBase::User(b)) => a == b,
            (TypeBase::Builtin(_), TypeBase::User(_)) | (TypeBase::User(_), TypeBase::Builtin(_)) => false,
            // What extensions can compare is not known here.
            _ => true,
        }
    }

    fn through_domains(&self, ty: &DataType) -> DataType {
        let mut ty = ty.clone();
        while let (TypeBase::User(id), false) = (&ty.base, ty.is_array()) {
            match &self.catalog.types[*id].kind {
                crate::catalog::TypeKind::Domain(domain) => ty = domain.base.clone(),
                _ => break,
            }
        }
        ty
    }

    fn class_name_free(&self, table: RelationId, name: &Name) -> Result<()> {
        let schema = self.catalog.relations[table].schema;
        if self.catalog.class(schema, &name.text).is_none() {
            return Ok(());
        }
        Err(self.class_exists(schema, &tree::QualifiedName { schema: None, name: name.clone() }))
    }

    fn index_column_names(&self, columns: &[ColumnId], include: &[ColumnId]) -> Vec<String> {
        columns.iter().chain(include).map(|id| self.catalog.columns[*id].name.to_string()).collect()
    }

    /// `ChooseIndexColumnNames`: an expression is `expr`; a name that is taken gets a number.
    pub(super) fn key_names(&self, keys: &[IndexKey], include: &[ColumnId]) -> Vec<String> {
        let mut result: Vec<String> = Vec::new();
        let wanted = keys
            .iter()
            .map(|key| match &key.target {
                KeyTarget::Column(column) => self.catalog.columns[*column].name.to_string(),
                KeyTarget::Expression(expression) => expression_name(expression),
            })
            .chain(include.iter().map(|id| self.catalog.columns[*id].name.to_string()));
        for name in wanted {
            let mut candidate = name.clone();
            let mut number = 0;
            while result.contains(&candidate) {
                number += 1;
                let suffix = number.to_string();
                candidate =
                    format!("{}{suffix}", &names::truncate(&name)[..name.len().min(63 - suffix.len())]);
            }
            result.push(candidate);
        }
        result
    }
}

/// `FigureIndexColname`: a function call, a column or a cast of one names the key; everything else is `expr`.
fn expression_name(expression: &SqlExpr) -> String {
    use crate::expression::tree::{Choice, Expr, ExprKind};
    /// The name, and whether it is only the name of a type, which anything inside outranks.
    fn figure(expression: &Expr) -> Option<(&str, bool)> {
        match &expression.kind {
            ExprKind::Column { path, all: false } => Some((path.name(), false)),
            ExprKind::Field { field, .. } => Some((&field.text, false)),
            ExprKind::Call(call) => Some((call.function.name(), false)),
            ExprKind::Cast { operand, ty } => figure(operand)
                .filter(|(_, weak)| !weak)
                .or_else(|| ty.path.parts.last().map(|part| (&*part.text, true))),
            ExprKind::Collate { operand, .. } | ExprKind::Subscript { operand, .. } => figure(operand),
            ExprKind::Case { otherwise, .. } => otherwise
                .as_ref()
                .and_then(|otherwise| figure(otherwise))
                .filter(|(_, weak)| !weak)
                .or(Some(("case", true))),
            ExprKind::Array(_) => Some(("array", false)),
            ExprKind::Row(_) => Some(("row", false)),
            ExprKind::Choice(choice, _) => Some((
                match choice {
                    Choice::Coalesce => "coalesce",
                    Choice::Greatest => "greatest",
                    Choice::Least => "least",
                    Choice::NullIf => "nullif",
                },
                false,
            )),
            _ => None,
        }
    }
    let parsed = crate::expression::parse(expression.written()).ok();
    parsed.as_ref().and_then(figure).map_or_else(|| "expr".to_owned(), |(name, _)| name.to_owned())
}

fn index_kind(index: IndexId, primary: bool) -> ConstraintKind {
    if primary { ConstraintKind::PrimaryKey { index } } else { ConstraintKind::Unique { index } }
}
