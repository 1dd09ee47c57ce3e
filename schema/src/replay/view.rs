//! `CREATE VIEW`, `CREATE MATERIALIZED VIEW`, `REFRESH`, and what views refuse that tables take.

use super::Replayer;
use super::query::{Made, Product, QueryText};
use super::stop::{Applied, Result, Stop};
use super::table::options;
use crate::catalog::{
    Attribute, ClassEntry, KeyTarget, ObjectId, Origins, Persistence, Relation, RelationId, RelationKind,
    ReplicaIdentity, SchemaId, TypeId,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterColumn, AlterTableActionKind as Action, CheckOption, CreateMaterializedView, CreateView,
    OptionItem, QualifiedName, RefreshMaterializedView,
};

impl Replayer<'_> {
    pub(super) fn create_view(&mut self, create: &CreateView, span: Span) -> Result<Applied> {
        let text = self.text(create.query.span);
        let source = if create.recursive {
            QueryText::recursive(text, create.query, &create.name.name, &create.columns)
        } else {
            QueryText::plain(text, create.query)
        };
        let made = self.understand(&source, &create.columns, Product::View)?;
        let checked = create.check_option.as_ref().map(|check| check.span);
        let checked = checked.or_else(|| check_option(&create.options));
        if let (Some(at), false) = (checked, made.updatable) {
            return Err(not_updatable(at));
        }
        let options = view_options(create)?;
        let temporary = create.persistence == tree::Persistence::Temporary || made.temporary;
        let persistence = if temporary { Persistence::Temporary } else { Persistence::Permanent };
        let (schema, persistence) = self.creation_schema_of(&create.name, persistence)?;
        match self.catalog.class(schema, &create.name.name.text) {
            Some(ClassEntry::Relation(id))
                if create.or_replace && self.catalog.relations[id].kind == RelationKind::View =>
            {
                self.replace_view(id, &made, create, span)?;
                self.catalog.relations[id].options = options;
                self.catalog.relations[id].view = Some(Box::new(made.view));
                self.catalog.relations[id].origins.set(Attribute::DEFINITION, span);
                self.catalog.relations[id].origins.set(Attribute::OPTIONS, span);
                self.catalog.link(id.into());
            }
            Some(_) if create.or_replace => {
                let message = format!("\"{}\" is not a view", create.name.name.text);
                return Err(Stop::refused("42809", create.name.span(), message));
            }
            Some(_) => return Err(self.class_exists(schema, &create.name)),
            None => {
                self.row_type_free(schema, &create.name)?;
                let kind = RelationKind::View;
                let id = self.catalog.add_relation(Relation {
                    view: Some(Box::new(made.view)),
                    options,
                    ..empty(schema, &create.name, kind, persistence, span)
                });
                self.add_query_columns(id, &made.columns, 0, span);
            }
        }
        match made.finding {
            None => Ok(Applied::Schema),
            Some(finding) => Err(Stop::opaque(finding)),
        }
    }

    /// What a view must keep that is replaced (`checkViewTupleDesc`), and the columns it gets.
    fn replace_view(&mut self, id: RelationId, made: &Made, create: &CreateView, span: Span) -> Result<()> {
        let old = self.catalog.relations[id].columns.clone();
        let unknown = |ty: &crate::catalog::DataType| ty.is_unknown();
        if made.finding.is_none()
            && self.catalog.relations[id].view.as_ref().is_some_and(|view| view.resolved)
        {
            if made.columns.len() < old.len() {
                return Err(Stop::refused("42P16", create.name.span(), "cannot drop columns from view"));
            }
            for (at, (column, new)) in old.iter().zip(&made.columns).enumerate() {
                let entry = &self.catalog.columns[*column];
                let place = create.columns.get(at).map_or(create.name.span(), |name| name.span);
                let wrong = |what: &str, from: String, to: String| {
                    let message =
                        format!("cannot change {what} of view column \"{}\" from {from} to {to}", entry.name);
                    Err(Stop::refused("42P16", place, message)
                        .label(entry.origins.creation(), "the column is made here"))
                };
                if entry.name != new.name {
                    let message =
                        format!("cannot change name of view column \"{}\" to \"{}\"", entry.name, new.name);
                    return Err(Stop::refused("42P16", place, message)
                        .help("use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead"));
                }
                let Some(ty) = &new.ty else { continue };
                let ty = self.catalog.data_type_of(ty);
                if unknown(&entry.ty) {
                    continue;
                }
                if !Self::same_type(&entry.ty, &ty) {
                    return wrong("data type", entry.ty.print(&self.catalog), ty.print(&self.catalog));
                }
                if entry.collation != new.collation {
                    let name = |own: &Option<Box<str>>| own.as_deref().unwrap_or("default").to_owned();
                    return wrong("collation", name(&entry.collation), name(&new.collation));
                }
            }
        }
        for (column, new) in old.iter().zip(&made.columns) {
            if let Some(ty) = new.ty.as_ref().filter(|_| unknown(&self.catalog.columns[*column].ty)) {
                self.catalog.columns[*column].ty = self.catalog.data_type_of(ty);
                self.catalog.link((*column).into());
            }
        }
        self.add_query_columns(id, &made.columns, old.len(), span);
        Ok(())
    }

    pub(super) fn create_materialized_view(
        &mut self,
        create: &CreateMaterializedView,
        span: Span,
    ) -> Result<Applied> {
        let source = QueryText::plain(self.text(create.query.span), create.query);
        let mut made = self.understand(&source, &create.columns, Product::MaterializedView)?;
        if made.temporary {
            let message = "materialized views must not use temporary tables or views";
            return Err(Stop::refused("0A000", create.query.span, message));
        }
        if create.unlogged {
            return Err(Stop::refused("0A000", span, "materialized views cannot be unlogged"));
        }
        let schema = self.creation_schema(&create.name)?;
        if self.catalog.class(schema, &create.name.name.text).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE MATERIALIZED VIEW IF NOT EXISTS"));
            }
            return Err(self.class_exists(schema, &create.name));
        }
        self.row_type_free(schema, &create.name)?;
        made.view.populated = create.with_data;
        let kind = RelationKind::MaterializedView;
        let id = self.catalog.add_relation(Relation {
            view: Some(Box::new(made.view)),
            options: options(&create.options),
            access_method: own_method(create.access_method.as_ref()),
            tablespace: create.tablespace.as_ref().map(|name| name.text.clone()),
            ..empty(schema, &create.name, kind, Persistence::Permanent, span)
        });
        self.add_query_columns(id, &made.columns, 0, span);
        if let Some(finding) = made.finding {
            return Err(Stop::opaque(finding));
        }
        if create.with_data { self.ran_query(create.query.span) } else { Ok(Applied::Schema) }
    }

    /// The query ran: what it called may have written rows, or changed the schema.
    pub(super) fn ran_query(&mut self, span: Span) -> Result<Applied> {
        if self.calls_user_function(span) {
            self.note_unknown_rows();
        }
        match self.schema_changing_call(span) {
            Some(finding) => Err(Stop::opaque(finding)),
            None => Ok(Applied::Schema),
        }
    }

    pub(super) fn refresh(&mut self, refresh: &RefreshMaterializedView, span: Span) -> Result<Applied> {
        let at = refresh.name.span();
        let id = match self.find_class(&refresh.name)? {
            Some(ClassEntry::Relation(id)) => id,
            Some(_) => {
                let message = format!("\"{}\" is not a table or materialized view", refresh.name.name.text);
                return Err(Stop::refused("42809", at, message));
            }
            None => self.relation(&refresh.name)?,
        };
        let entry = &self.catalog.relations[id];
        match entry.kind {
            RelationKind::MaterializedView => {}
            RelationKind::View | RelationKind::Foreign => {
                let message = format!("\"{}\" is not a table or materialized view", entry.name);
                return Err(Stop::refused("42809", at, message));
            }
            RelationKind::Table | RelationKind::Partitioned => {
                let message = format!("\"{}\" is not a materialized view", entry.name);
                return Err(Stop::refused("0A000", at, message));
            }
        }
        let populated = entry.view.as_ref().is_none_or(|view| view.populated);
        if refresh.concurrently {
            if !populated {
                let message = "CONCURRENTLY cannot be used when the materialized view is not populated";
                return Err(Stop::refused("0A000", at, message));
            }
            if !refresh.with_data {
                let message = "REFRESH options CONCURRENTLY and WITH NO DATA cannot be used together";
                return Err(Stop::refused("42601", span, message));
            }
            let usable = self.catalog.indexes_of(id).iter().any(|index| {
                let index = &self.catalog.indexes[*index];
                index.unique
                    && index.predicate.is_none()
                    && index.keys.iter().all(|key| matches!(key.target, KeyTarget::Column(_)))
            });
            if !usable {
                let name = self.catalog.printed_name(id.into());
                let message = format!("cannot refresh materialized view \"{name}\" concurrently");
                return Err(Stop::refused("55000", at, message).help(
                    "create a unique index with no WHERE clause on one or more columns of the materialized view",
                ));
            }
        }
        if let Some(view) = &mut self.catalog.relations[id].view {
            view.populated = refresh.with_data;
        }
        if populated == refresh.with_data {
            return Ok(Applied::Nothing("REFRESH MATERIALIZED VIEW"));
        }
        Ok(Applied::Schema)
    }

    /// Constants in the queries of views are labels of the enum, not their text.
    pub(super) fn rename_label_in_views(&mut self, ty: TypeId, old: &str, new: &str) {
        for (dependent, _) in self.catalog.dependents(ty.into()) {
            if let ObjectId::Relation(id) = dependent
                && let Some(view) = &mut self.catalog.relations[id].view
            {
                view.rename_label(ty.into(), old, new);
            }
        }
    }

    /// A relation has a row type of its name.
    pub(super) fn row_type_free(&self, schema: SchemaId, name: &QualifiedName) -> Result<()> {
        if self.catalog.type_named(schema, &name.name.text).is_none() {
            return Ok(());
        }
        let message = format!("type \"{}\" already exists", name.name.text);
        Err(Stop::refused("42710", name.span(), message)
            .help("a relation has a type of the same name: call one of them something else"))
    }

    /// Refuses what `ALTER TABLE` does to tables only (`ATSimplePermissions`).
    pub(super) fn fits_relation(&self, id: RelationId, action: &Action, span: Span) -> Result<()> {
        let entry = &self.catalog.relations[id];
        let fits = match entry.kind {
            RelationKind::View => matches!(
                action,
                Action::OwnerTo(_)
                    | Action::SetOptions(_)
                    | Action::ResetOptions(_)
                    | Action::AlterColumn {
                        action: AlterColumn::SetDefault(_) | AlterColumn::DropDefault,
                        ..
                    }
            ),
            RelationKind::MaterializedView => matches!(
                action,
                Action::OwnerTo(_)
                    | Action::SetOptions(_)
                    | Action::ResetOptions(_)
                    | Action::ClusterOn(_)
                    | Action::SetTablespace(_)
                    | Action::SetAccessMethod(_)
                    | Action::ReplicaIdentity(_)
                    | Action::AlterColumn {
                        action: AlterColumn::SetStatistics(_)
                            | AlterColumn::SetOptions(_)
                            | AlterColumn::ResetOptions(_)
                            | AlterColumn::SetStorage(_)
                            | AlterColumn::SetCompression(_),
                        ..
                    }
            ),
            RelationKind::Table | RelationKind::Partitioned | RelationKind::Foreign => true,
        };
        if fits {
            return Ok(());
        }
        let word = entry.kind.word();
        let message = format!("this ALTER action cannot be performed on {word} \"{}\"", entry.name);
        Err(Stop::refused("42809", span, message).help(format!("make the {word} anew with another query")))
    }
}

/// A relation of a kind with nothing in it.
pub(super) fn empty(
    schema: SchemaId,
    name: &QualifiedName,
    kind: RelationKind,
    persistence: Persistence,
    span: Span,
) -> Relation {
    Relation {
        schema,
        name: name.name.text.clone(),
        kind,
        persistence,
        columns: Vec::new(),
        parents: Vec::new(),
        partition_key: None,
        partition_bound: None,
        of_type: None,
        view: None,
        options: Vec::new(),
        access_method: None,
        tablespace: None,
        row_security: false,
        force_row_security: false,
        replica_identity: ReplicaIdentity::Default,
        owner: None,
        origins: Origins::created(span),
    }
}

/// The table access method, unless it is the one that all tables have.
pub(super) fn own_method(name: Option<&tree::Name>) -> Option<Box<str>> {
    name.filter(|name| name.as_str() != "heap").map(|name| name.text.clone())
}

/// `WITH (…)` and `WITH CHECK OPTION` as `pg_class.reloptions` keeps them.
fn view_options(create: &CreateView) -> Result<Vec<(Box<str>, Box<str>)>> {
    check_view_options(&create.options)?;
    let mut found = options(&create.options);
    if let Some(check) = &create.check_option {
        let word = match check.value {
            CheckOption::Local => "local",
            CheckOption::Cascaded => "cascaded",
        };
        if found.iter().any(|(name, _)| &**name == "check_option") {
            let message = "parameter \"check_option\" specified more than once";
            return Err(Stop::refused("22023", check.span, message));
        }
        found.push(("check_option".into(), word.into()));
    }
    Ok(found)
}

/// Where `check_option` stands among options.
fn check_option(items: &[OptionItem]) -> Option<Span> {
    items.iter().find(|item| item.name.as_str() == "check_option").map(|item| item.span)
}

fn not_updatable(at: Span) -> Stop {
    Stop::refused("0A000", at, "WITH CHECK OPTION is supported only on automatically updatable views")
}

/// Storage parameters that views know (documentation, "CREATE VIEW").
pub(super) fn check_view_options(items: &[OptionItem]) -> Result<()> {
    for item in items {
        let value = item.value.as_ref().map_or("true", |value| &*value.text);
        let valid = match item.name.as_str() {
            "check_option" => matches!(value, "local" | "cascaded"),
            "security_barrier" | "security_invoker" => is_boolean(value),
            name => {
                let message = format!("unrecognized parameter \"{name}\"");
                return Err(Stop::refused("22023", item.span, message));
            }
        };
        if !valid {
            let message = format!("invalid value for option \"{}\": {value}", item.name.text);
            return Err(Stop::refused("22023", item.span, message));
        }
    }
    Ok(())
}

/// As PostgreSQL reads a boolean (`parse_bool`): a word or the beginning of one.
fn is_boolean(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let begins = |word: &str, least: usize| value.len() >= least && word.starts_with(&*value);
    matches!(&*value, "0" | "1")
        || begins("true", 1)
        || begins("false", 1)
        || begins("yes", 1)
        || begins("no", 1)
        || begins("on", 2)
        || begins("off", 2)
}
