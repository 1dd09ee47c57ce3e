//! `CREATE TABLE` and the columns of tables.

use super::Replayer;
use super::constraint::{IndexRequest, Pending};
use super::place::Place;
use super::resolve::{SYSTEM_COLUMNS, Scope};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, Column, ColumnId, DataType, Generated, Identity, KeyTarget, ObjectId, Origins, PartitionKey,
    PartitionKeyPart, PartitionStrategy, Persistence, PropertyValue, Relation, RelationId, RelationKind,
    ReplicaIdentity, SchemaId, SqlExpr, TypeBase, TypeKind, names, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, ColumnConstraintKind, ColumnDefinition, CreateTable, GeneratedKind, KeyKind, OptionItem,
    QualifiedName, SequenceOption, SequenceOptionKind, TableConstraintKind, TableElement,
};

impl Replayer<'_> {
    pub(super) fn create_table(&mut self, create: &CreateTable, span: Span) -> Result<Applied> {
        let persistence = persistence(create.persistence);
        let (schema, persistence) = self.creation_schema_of(&create.name, persistence)?;
        if self.catalog.class(schema, &create.name.name.text).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE TABLE IF NOT EXISTS"));
            }
            return Err(self.class_exists(schema, &create.name));
        }
        if self.catalog.type_named(schema, &create.name.name.text).is_some() {
            let message = format!("type \"{}\" already exists", create.name.name.text);
            return Err(Stop::refused("42710", create.name.span(), message)
                .help("a table has a type of the same name: call one of them something else"));
        }
        if let (Some(what), false) = (&create.on_commit, persistence == Persistence::Temporary) {
            let message = "ON COMMIT can only be used on temporary tables";
            return Err(Stop::refused("42P16", what.span, message));
        }
        let of_type = match &create.of_type {
            Some(name) => Some(self.typed_table_type(name)?),
            None => None,
        };
        if let (Some(parent), Some(_)) = (create.inherits.first(), &create.partition_by) {
            let message = "cannot create partitioned table as inheritance child";
            return Err(Stop::refused("42P17", parent.span(), message));
        }
        let parents = self.parents_of(create)?;
        self.check_parents_persistence(create, &parents, persistence)?;
        // Everything that can be refused about columns is looked at before anything is made.
        self.check_columns(create)?;
        let kind = match (&create.foreign, &create.partition_by) {
            (Some(_), _) => RelationKind::Foreign,
            (None, Some(_)) => RelationKind::Partitioned,
            (None, None) => RelationKind::Table,
        };
        let id = self.catalog.add_relation(Relation {
            schema,
            name: create.name.name.text.clone(),
            kind,
            persistence,
            columns: Vec::new(),
            parents: Vec::new(),
            partition_key: None,
            partition_bound: None,
            of_type,
            view: None,
            options: options(&create.options),
            access_method: self.table_method(create.access_method.as_ref())?,
            tablespace: create.tablespace.as_ref().map(|name| name.text.clone()),
            row_security: false,
            force_row_security: false,
            replica_identity: ReplicaIdentity::Default,
            owner: None,
            origins: Origins::created(span),
        });
        // A refusal from here on takes the half-made table back.
        match self.fill_table(id, create, &parents, span) {
            Ok(()) => {
                if let Err(stop) = self.check_parameters(id, &create.options) {
                    self.remove_with_dependents(id.into());
                    return Err(stop);
                }
                if create.on_commit.as_ref().is_some_and(|what| what.value == tree::OnCommit::Drop) {
                    self.drop_on_commit(id);
                }
                Ok(Applied::Schema)
            }
            Err(stop) => {
                self.remove_with_dependents(id.into());
                Err(stop)
            }
        }
    }

    pub(super) fn class_exists(&self, schema: SchemaId, name: &QualifiedName) -> Stop {
        let place = self.class_origin(schema, &name.name.text);
        Stop::refused("42P07", name.span(), format!("relation \"{}\" already exists", name.name.text))
            .label(place, "made here first")
    }

    fn class_origin(&self, schema: SchemaId, name: &str) -> Option<Span> {
        use crate::catalog::ClassEntry;
        match self.catalog.class(schema, name)? {
            ClassEntry::Relation(id) => self.catalog.relations[id].origins.creation(),
            ClassEntry::Index(id) => self.catalog.indexes[id].origins.creation(),
            ClassEntry::Sequence(id) => self.catalog.sequences[id].origins.creation(),
            ClassEntry::Composite(id) => self.catalog.types[id].origins.creation(),
        }
    }

    fn parents_of(&self, create: &CreateTable) -> Result<Vec<RelationId>> {
        let names = create.partition_of.iter().map(|of| &of.parent).chain(&create.inherits);
        let parents: Vec<RelationId> = names.map(|name| self.table(name)).collect::<Result<_>>()?;
        if create.partition_of.is_none() {
            let places = create.inherits.iter().map(QualifiedName::span);
            let placed: Vec<_> = parents.iter().copied().zip(places).collect();
            self.check_parents(&placed)?;
        }
        Ok(parents)
    }

    fn check_columns(&self, create: &CreateTable) -> Result<()> {
        let mut seen: Vec<&tree::Name> = Vec::new();
        for element in &create.elements {
            let TableElement::Column(column) = element else { continue };
            if let Some(first) = seen.iter().find(|name| name.text == column.name.text) {
                let message = format!("column \"{}\" specified more than once", column.name.text);
                return Err(Stop::refused("42701", column.name.span, message)
                    .label(Some(first.span), "specified here first"));
            }
            if SYSTEM_COLUMNS.contains(&&*column.name.text) {
                return Err(Self::system_column_name(&column.name));
            }
            seen.push(&column.name);
        }
        Ok(())
    }

    pub(super) fn system_column_name(name: &tree::Name) -> Stop {
        let message = format!("column name \"{}\" conflicts with a system column name", name.text);
        Stop::refused("42701", name.span, message)
    }

    /// What is temporary is gone while what stands on it is still there.
    fn check_parents_persistence(
        &self,
        create: &CreateTable,
        parents: &[RelationId],
        own: Persistence,
    ) -> Result<()> {
        for parent in parents {
            let entry = &self.catalog.relations[*parent];
            if let Some(of) = &create.partition_of {
                if entry.partition_key.is_none() {
                    let message = format!("table \"{}\" is not partitioned", entry.name);
                    return Err(Stop::refused("42P17", of.span, message));
                }
                self.check_partition_persistence(*parent, own, "create", of.span)?;
            } else if own != Persistence::Temporary && entry.persistence == Persistence::Temporary {
                let message = format!("cannot inherit from temporary relation \"{}\"", entry.name);
                return Err(Stop::refused("42809", create.name.span(), message));
            }
        }
        Ok(())
    }

    fn fill_table(
        &mut self,
        id: RelationId,
        create: &CreateTable,
        parents: &[RelationId],
        span: Span,
    ) -> Result<()> {
        let overridden: Vec<&str> = create
            .elements
            .iter()
            .filter_map(|element| match element {
                TableElement::Column(column) => {
                    let mut constraints = column.constraints.iter();
                    constraints
                        .any(|constraint| matches!(constraint.kind, ColumnConstraintKind::Default(_)))
                        .then_some(&*column.name.text)
                }
                _ => None,
            })
            .collect();
        for parent in parents {
            self.inherit_columns(id, *parent, &overridden, span)?;
            self.catalog.add_parent(id, *parent);
        }
        if let (Some(ty), Some(name)) = (self.catalog.relations[id].of_type, &create.of_type) {
            self.composite_columns(id, ty, name.span())?;
        }
        let mut pending = Pending::default();
        for element in &create.elements {
            match element {
                TableElement::Column(column) => self.define_column(id, column, &mut pending)?,
                TableElement::Like(clause) => pending.likes.extend(self.like_columns(id, clause)?),
                TableElement::Constraint(_) => {}
            }
        }
        // They may name columns that are written after them.
        self.collect_column_checks(id, &mut pending)?;
        for element in &create.elements {
            if let TableElement::Constraint(constraint) = element {
                self.collect_constraint(id, constraint, &mut pending)?;
            }
        }
        pending.in_written_order();
        if let Some(of) = &create.partition_of {
            if let Some(parent) = parents.first() {
                self.check_bound_form(*parent, &of.bound)?;
                self.check_bound_room(*parent, &create.name.name.text, &of.bound, Some(id))?;
            }
            let bound = self.partition_bound(&of.bound)?;
            self.catalog.relations[id].partition_bound = Some(bound);
            self.catalog.link(id.into());
            // However its columns are written, they are the parent's.
            for column in self.catalog.relations[id].columns.clone() {
                self.catalog.columns[column].local = false;
            }
        }
        self.add_generated(id, &mut pending)?;
        if let Some(by) = &create.partition_by {
            let key = self.partition_key(id, by)?;
            self.catalog.relations[id].partition_key = Some(key);
            self.catalog.link(id.into());
        }
        // The order of PostgreSQL, which decides the names it invents: checks, indexes, foreign keys.
        for parent in parents {
            self.inherit_checks(id, *parent, span);
        }
        self.add_pending(id, pending)?;
        if create.partition_of.is_some() {
            for parent in parents {
                self.clone_to_partition(*parent, id, span);
            }
        }
        if let Some(foreign) = &create.foreign {
            self.foreign_table(id, foreign)?;
        }
        for element in &create.elements {
            if let TableElement::Column(definition) = element
                && !definition.options.is_empty()
                && let Some(column) = self.catalog.column_named(id, &definition.name.text)
            {
                self.column_foreign_options(column, &definition.options, definition.span)?;
            }
        }
        Ok(())
    }

    /// Adds one column, with what its constraints imply; constraints proper go to `pending`.
    pub(super) fn define_column(
        &mut self,
        table: RelationId,
        definition: &ColumnDefinition,
        pending: &mut Pending,
    ) -> Result<()> {
        self.check_column_sources(table, definition)?;
        // A column that the parent has too is merged with it.
        let merged = self.catalog.column_named(table, &definition.name.text);
        if let Some(existing) = merged
            && definition.type_name.is_some()
            && self.catalog.columns[existing].inherited == 0
        {
            let entry = &self.catalog.relations[table];
            let message =
                format!("column \"{}\" of relation \"{}\" already exists", definition.name.text, entry.name);
            return Err(Stop::refused("42701", definition.name.span, message)
                .label(self.catalog.columns[existing].origins.creation(), "made here first"));
        }
        let serial = definition.type_name.as_ref().and_then(serial_type);
        let ty = match (&definition.type_name, serial) {
            (_, Some(integer)) => DataType::builtin(integer),
            (Some(name), None) => Some(self.data_type(name)?),
            (None, None) => merged.map(|column| self.catalog.columns[column].ty.clone()),
        };
        let Some(ty) = ty else {
            let message = format!("column \"{}\" does not exist", definition.name.text);
            return Err(Stop::refused("42703", definition.name.span, message));
        };
        if let crate::catalog::TypeBase::Builtin(builtin) = &ty.base
            && (builtin.category == 'P' || builtin.name == "unknown")
        {
            let message = format!("column \"{}\" has pseudo-type {}", definition.name.text, builtin.name);
            return Err(Stop::refused("42P16", definition.span, message));
        }
        self.refuse_own_row(table, &ty, definition.span)?;
        let collation = self.collation(definition.collation.as_ref().map(|name| &name.value), &ty)?;
        let column = if let Some(column) = merged {
            let parents = &self.catalog.columns[column];
            if let Some(written) = &definition.type_name {
                self.check_merged_type(&definition.name.text, &ty, &parents.ty, written)?;
                if collation != parents.collation {
                    let message = format!("column \"{}\" has a collation conflict", definition.name.text);
                    return Err(Stop::refused("42P21", definition.span, message));
                }
            }
            self.catalog.columns[column].local = true;
            column
        } else {
            self.catalog.add_column(Column {
                relation: table,
                name: definition.name.text.clone(),
                storage: storage(definition.storage.as_ref(), &ty),
                compression: definition.compression.as_ref().and_then(|name| compression(&name.text)),
                ty,
                not_null: false,
                default: None,
                generated: None,
                identity: None,
                collation,
                statistics: None,
                options: Vec::new(),
                local: true,
                inherited: 0,
                origins: Origins::created(definition.span),
            })
        };
        if serial.is_some() {
            let name_span = definition.name.span;
            let sequence = self.owned_sequence(table, column, &[], false, name_span)?;
            let text = format!(
                "nextval({}::regclass)",
                names::quote_literal(&self.catalog.printed_name(sequence.into()))
            );
            let (start, end) = ("nextval(".len(), text.len() - "::regclass)".len());
            let reference = crate::catalog::Reference {
                start: start as u32,
                end: end as u32,
                target: sequence.into(),
                literal: true,
            };
            let entry = &mut self.catalog.columns[column];
            entry.default = Some(SqlExpr::new(text, vec![reference]));
            entry.not_null = true;
        }
        if let Some(conflict) = null_conflict(definition) {
            let message = format!(
                "conflicting NULL/NOT NULL declarations for column \"{}\" of table \"{}\"",
                definition.name.text, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42601", conflict, message));
        }
        for constraint in &definition.constraints {
            self.column_constraint(table, column, constraint, pending)?;
        }
        self.catalog.link(column.into());
        self.catalog.link(crate::catalog::ObjectId::Default(column));
        Ok(())
    }

    fn column_constraint(
        &mut self,
        table: RelationId,
        column: ColumnId,
        constraint: &tree::ColumnConstraint,
        pending: &mut Pending,
    ) -> Result<()> {
        let name = constraint.name.clone();
        let column_name =
            tree::Name { text: self.catalog.columns[column].name.clone(), span: constraint.span };
        let as_table = |kind: TableConstraintKind| tree::TableConstraint {
            name: name.clone(),
            kind,
            attributes: constraint.attributes.clone(),
            span: constraint.span,
        };
        let with_column = |index: &tree::IndexConstraint| tree::IndexConstraint {
            columns: vec![column_name.clone()],
            ..index.clone()
        };
        match &constraint.kind {
            ColumnConstraintKind::NotNull { no_inherit } => {
                if *no_inherit {
                    return Err(not_modelled("NO INHERIT of a NOT NULL constraint", constraint.span));
                }
                self.set_not_null(column, constraint.span);
                self.name_not_null(column, constraint.name.as_ref());
            }
            ColumnConstraintKind::Null => {}
            ColumnConstraintKind::Default(sql) => {
                if self.catalog.columns[column].default.is_some()
                    && self.catalog.columns[column].inherited == 0
                {
                    let message = format!(
                        "multiple default values specified for column \"{}\" of table \"{}\"",
                        self.catalog.columns[column].name, self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42601", constraint.span, message));
                }
                let expression = self.expression(*sql, Scope::Default)?;
                self.fits_place(sql.span, Place::Default, None)?;
                self.set_default(column, Some(expression), constraint.span);
            }
            ColumnConstraintKind::Check { expression, no_inherit } => {
                let kind = TableConstraintKind::Check { expression: *expression, no_inherit: *no_inherit };
                pending.column_checks.push(as_table(kind));
            }
            ColumnConstraintKind::Unique(index) => {
                self.collect_constraint(
                    table,
                    &as_table(TableConstraintKind::Unique(with_column(index))),
                    pending,
                )?;
            }
            ColumnConstraintKind::PrimaryKey(index) => {
                let kind = TableConstraintKind::PrimaryKey(with_column(index));
                self.collect_constraint(table, &as_table(kind), pending)?;
            }
            ColumnConstraintKind::References(references) => {
                let kind = TableConstraintKind::ForeignKey {
                    columns: vec![column_name.clone()],
                    period: false,
                    references: references.clone(),
                };
                self.collect_constraint(table, &as_table(kind), pending)?;
            }
            ColumnConstraintKind::Identity { always, options } => {
                self.add_identity(table, column, *always, options, constraint.span)?;
            }
            ColumnConstraintKind::Generated { expression, kind } => {
                // It may speak of columns that the statement names further on.
                pending.generated.push((column, *expression, *kind, constraint.span));
            }
        }
        Ok(())
    }

    /// The expressions of generated columns, once every column of the table is there.
    pub(super) fn add_generated(&mut self, table: RelationId, pending: &mut Pending) -> Result<()> {
        let added = std::mem::take(&mut pending.generated);
        for (column, written, kind, span) in &added {
            let (column, kind, span) = (*column, *kind, *span);
            let expression = self.expression(*written, Scope::Relation(table))?;
            let generated = expression.references().iter().find_map(|reference| match reference.target {
                ObjectId::Column(used) => {
                    let entry = &self.catalog.columns[used];
                    let is_new = added.iter().any(|(new, ..)| *new == used);
                    (entry.generated.is_some() || is_new).then_some(&entry.name)
                }
                _ => None,
            });
            if let Some(name) = generated {
                let message =
                    format!("cannot use generated column \"{name}\" in column generation expression");
                return Err(Stop::refused("42P17", written.span, message)
                    .help("a generated column cannot reference another generated column"));
            }
            self.fits_place(written.span, Place::Generated, Some(table))?;
            let stored = kind == GeneratedKind::Stored;
            let entry = &mut self.catalog.columns[column];
            entry.generated = Some(Generated { expression, stored });
            entry.origins.set(Attribute::GENERATED, span);
            self.catalog.link(ObjectId::Default(column));
        }
        Ok(())
    }

    pub(super) fn add_identity(
        &mut self,
        table: RelationId,
        column: ColumnId,
        always: bool,
        options: &[SequenceOption],
        span: Span,
    ) -> Result<()> {
        let entry = &self.catalog.columns[column];
        if !matches!(entry.ty.builtin_name(), Some("int2" | "int4" | "int8")) {
            return Err(Stop::refused(
                "22023",
                span,
                "identity column type must be smallint, integer, or bigint",
            ));
        }
        if entry.identity.is_some() || entry.default.is_some() {
            let what = if entry.identity.is_some() {
                "is already an identity column"
            } else {
                "already has a default value"
            };
            let message = format!(
                "column \"{}\" of relation \"{}\" {what}",
                entry.name, self.catalog.relations[table].name
            );
            return Err(Stop::refused("55000", span, message));
        }
        self.owned_sequence(table, column, options, true, span)?;
        let entry = &mut self.catalog.columns[column];
        entry.identity = Some(if always { Identity::Always } else { Identity::ByDefault });
        entry.not_null = true;
        entry.origins.set(Attribute::IDENTITY, span);
        Ok(())
    }

    /// NOT NULL reaches children of every depth.
    pub(super) fn set_not_null(&mut self, column: ColumnId, span: Span) {
        let entry = &mut self.catalog.columns[column];
        if !entry.not_null {
            entry.not_null = true;
            entry.origins.set(Attribute::NOT_NULL, span);
        }
        for child in self.child_columns(column) {
            self.set_not_null(child, span);
        }
    }

    /// The name of a NOT NULL constraint, which servers keep since PostgreSQL 18.
    pub(super) fn name_not_null(&mut self, column: ColumnId, name: Option<&tree::Name>) {
        let entry = &self.catalog.columns[column];
        let relation = &self.catalog.relations[entry.relation].name;
        let own = names::make_object_name(relation, Some(&entry.name), "not_null");
        if let Some(name) = name.filter(|name| *name.text != *own) {
            let value = PropertyValue::Word(name.text.clone());
            self.catalog.set_property(column.into(), property::NOT_NULL_NAME, Some(value));
        }
    }

    /// The column whose NOT NULL constraint has a name, as far as one was given to it.
    pub(super) fn not_null_named(&self, table: RelationId, name: &str) -> Option<ColumnId> {
        let columns = self.catalog.relations[table].columns.iter().copied();
        columns.into_iter().find(|column| {
            matches!(
                self.catalog.property((*column).into(), property::NOT_NULL_NAME),
                Some(PropertyValue::Word(word)) if **word == *name
            )
        })
    }

    /// The columns of child tables that come from this one.
    pub(super) fn child_columns(&self, column: ColumnId) -> Vec<ColumnId> {
        let entry = &self.catalog.columns[column];
        let children = self.catalog.children_of(entry.relation);
        children.iter().filter_map(|child| self.catalog.column_named(*child, &entry.name)).collect()
    }

    pub(super) fn set_default(&mut self, column: ColumnId, default: Option<SqlExpr>, span: Span) {
        let kept = default.filter(|expression| !self.is_no_default(column, expression));
        let entry = &mut self.catalog.columns[column];
        entry.default = kept;
        entry.origins.set(Attribute::DEFAULT, span);
        self.catalog.link(crate::catalog::ObjectId::Default(column));
    }

    /// `DEFAULT NULL` leaves nothing behind, unless the type's length coercion or a domain makes an
    /// expression of it (`AddRelationNewConstraints`: a bare NULL constant is not stored).
    fn is_no_default(&self, column: ColumnId, expression: &SqlExpr) -> bool {
        let text = expression.written();
        if !text.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("null")) {
            return false;
        }
        let rest = text[4..].trim_start();
        if !(rest.is_empty() || rest.starts_with("::")) {
            return false;
        }
        let ty = &self.catalog.columns[column].ty;
        let domain = match ty.base {
            TypeBase::User(id) => matches!(self.catalog.types[id].kind, TypeKind::Domain(_)),
            _ => false,
        };
        ty.modifiers.is_empty() && !domain
    }

    fn partition_key(&self, table: RelationId, by: &tree::PartitionBy) -> Result<PartitionKey> {
        let strategy = match by.strategy.text.to_ascii_lowercase().as_str() {
            "list" => PartitionStrategy::List,
            "range" => PartitionStrategy::Range,
            "hash" => PartitionStrategy::Hash,
            other => {
                let message = format!("unrecognized partitioning strategy \"{other}\"");
                return Err(Stop::refused("22023", by.strategy.span, message));
            }
        };
        if strategy == PartitionStrategy::List && by.keys.len() > 1 {
            let message = "cannot use \"list\" partition strategy with more than one column";
            return Err(Stop::refused("42P17", by.span, message));
        }
        let mut keys = Vec::new();
        for key in &by.keys {
            self.check_partition_key(table, key)?;
            let mut inner_collation = None;
            let target = match &key.key {
                KeyKind::Column(name) => {
                    KeyTarget::Column(self.catalog.column_named(table, &name.text).ok_or_else(|| {
                        let message =
                            format!("column \"{}\" named in partition key does not exist", name.text);
                        Stop::refused("42703", name.span, message)
                    })?)
                }
                KeyKind::Expression(sql) => {
                    let expression = self.expression(*sql, Scope::Relation(table))?;
                    let (target, collation) = self.key_of_expression(expression);
                    inner_collation = collation;
                    target
                }
            };
            let collation = match &key.collation {
                Some(name) => self.key_collation(name, &target)?,
                None => inner_collation,
            };
            let method = if strategy == PartitionStrategy::Hash { "hash" } else { "btree" };
            let opclass = match &key.opclass {
                Some(name) => self.key_opclass(name, &target, method)?,
                None => None,
            };
            keys.push(PartitionKeyPart { target, collation, opclass });
        }
        Ok(PartitionKey { strategy, keys })
    }

    /// A key is one of the table's own columns, or an expression that stands on them.
    fn check_partition_key(&self, table: RelationId, key: &tree::PartitionKey) -> Result<()> {
        match &key.key {
            KeyKind::Column(name) => {
                if SYSTEM_COLUMNS.contains(&&*name.text) {
                    let message = format!("cannot use system column \"{}\" in partition key", name.text);
                    return Err(Stop::refused("42P17", name.span, message));
                }
                let column = self.catalog.column_named(table, &name.text);
                if column.is_some_and(|column| self.catalog.columns[column].generated.is_some()) {
                    return Err(Stop::refused(
                        "42P17",
                        name.span,
                        "cannot use generated column in partition key",
                    ));
                }
            }
            KeyKind::Expression(sql) => {
                // Names that are not there come first.
                self.expression(*sql, Scope::Relation(table))?;
                self.fits_place(sql.span, Place::PartitionKey, Some(table))?;
                let constant = crate::expression::parse(self.text(sql.span)).is_ok_and(|tree| {
                    use crate::expression::tree::ExprKind;
                    matches!(tree.kind, ExprKind::Null | ExprKind::Boolean(_) | ExprKind::Number(_))
                });
                if constant {
                    return Err(Stop::refused(
                        "42P17",
                        sql.span,
                        "cannot use constant expression as partition key",
                    ));
                }
            }
        }
        Ok(())
    }

    pub(super) fn request(index: &tree::IndexConstraint, primary: bool) -> IndexRequest {
        IndexRequest {
            primary,
            columns: index.columns.clone(),
            include: index.include.clone(),
            nulls_not_distinct: index.nulls_not_distinct,
            period: index.without_overlaps,
            options: options(&index.options),
            tablespace: index.tablespace.as_ref().map(|name| name.text.clone()),
            using_index: index.using_index.clone(),
        }
    }
}

/// The second of `NULL` and `NOT NULL`, when a column has both.
fn null_conflict(definition: &ColumnDefinition) -> Option<Span> {
    let mut said = None;
    for constraint in &definition.constraints {
        let not_null = match constraint.kind {
            ColumnConstraintKind::NotNull { .. } | ColumnConstraintKind::Identity { .. } => true,
            ColumnConstraintKind::Null => false,
            _ => continue,
        };
        if *said.get_or_insert(not_null) != not_null {
            return Some(constraint.span);
        }
    }
    None
}

pub(super) fn persistence(persistence: tree::Persistence) -> Persistence {
    match persistence {
        tree::Persistence::Permanent => Persistence::Permanent,
        tree::Persistence::Temporary => Persistence::Temporary,
        tree::Persistence::Unlogged => Persistence::Unlogged,
    }
}

/// The integer type behind a `serial` type.
pub(super) fn serial_type(ty: &tree::TypeName) -> Option<&'static str> {
    if ty.name.schema.is_some() || ty.dimensions > 0 {
        return None;
    }
    match ty.name.name.as_str() {
        "smallserial" | "serial2" => Some("int2"),
        "serial" | "serial4" => Some("int4"),
        "bigserial" | "serial8" => Some("int8"),
        _ => None,
    }
}

/// Storage parameters as `pg_class.reloptions` keeps them.
pub(super) fn options(items: &[OptionItem]) -> Vec<(Box<str>, Box<str>)> {
    items
        .iter()
        .map(|item| {
            let name = match &item.namespace {
                Some(namespace) => format!("{}.{}", namespace.text, item.name.text).into(),
                None => item.name.text.clone(),
            };
            (name, item.value.as_ref().map_or_else(|| "true".into(), |value| value.text.clone()))
        })
        .collect()
}

/// `pg_attribute.attstorage`, when it is not the type's own.
pub(super) fn storage(name: Option<&tree::Name>, ty: &DataType) -> Option<char> {
    let wanted = match name?.text.to_ascii_lowercase().as_str() {
        "plain" => 'p',
        "external" => 'e',
        "extended" => 'x',
        "main" => 'm',
        _ => return None,
    };
    let own = match &ty.base {
        TypeBase::Builtin(builtin) if !ty.is_array() => builtin.storage,
        _ => 'x',
    };
    (wanted != own).then_some(wanted)
}

pub(super) fn compression(name: &str) -> Option<char> {
    match name {
        "pglz" => Some('p'),
        "lz4" => Some('l'),
        _ => None,
    }
}

/// True when the options name an owner's column or a sequence name: not for identity columns.
pub(super) fn sequence_name(options: &[SequenceOption]) -> Option<&QualifiedName> {
    options.iter().find_map(|option| match &option.kind {
        SequenceOptionKind::SequenceName(name) => Some(name),
        _ => None,
    })
}
