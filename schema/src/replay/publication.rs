//! Publications (documentation, "CREATE PUBLICATION"): which tables logical replication sends, and what of them.

use rustc_hash::FxHashSet;

use super::Replayer;
use super::option::{self, boolean, flag, word};
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, ColumnId, DefinedId, DefinedKind, ObjectId, Persistence, Property, PropertyValue, RelationId,
    RelationKind, SchemaId, SqlExpr, names, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    AlterPublication, AlterPublicationAction, CreatePublication, Name, OptionItem, PublicationObject,
    PublicationObjectKind,
};

/// What can be published, in the order in which it is printed.
const ACTIONS: &[&str] = &["insert", "update", "delete", "truncate"];

/// A table of a publication.
#[derive(Clone)]
struct Member {
    table: RelationId,
    columns: Vec<ColumnId>,
    filter: Option<SqlExpr>,
    span: Span,
}

impl Member {
    fn value(&self) -> PropertyValue {
        let mut parts = vec![PropertyValue::Object(self.table.into())];
        if !self.columns.is_empty() {
            parts.push(PropertyValue::Columns(self.columns.clone()));
        }
        parts.extend(self.filter.clone().map(PropertyValue::Expression));
        PropertyValue::List(parts)
    }
}

/// The table of an entry of [`property::TABLES`].
fn member_table(value: &PropertyValue) -> Option<RelationId> {
    let PropertyValue::List(parts) = value else { return None };
    match parts.first() {
        Some(PropertyValue::Object(ObjectId::Relation(id))) => Some(*id),
        _ => None,
    }
}

impl Replayer<'_> {
    pub(super) fn create_publication(&mut self, create: &CreatePublication, span: Span) -> Result<Applied> {
        self.defined_free(DefinedKind::Publication, None, &create.name.text, create.name.span)?;
        if create.all_sequences {
            return Err(not_modelled("a publication of all sequences", span));
        }
        let mut properties = vec![
            Property::new(property::ALL_TABLES, flag(create.all_tables)),
            Property::new(property::PUBLISH, word(ACTIONS.join(", "))),
            Property::new(property::VIA_ROOT, flag(false)),
        ];
        for (attribute, value) in publication_options(&create.options)? {
            properties.retain(|property| property.attribute != attribute);
            properties.extend(value.map(|value| Property::new(attribute, value)));
        }
        let schemas = self.published_schemas(&create.objects)?;
        let members = self.members(&create.objects, !schemas.is_empty(), &create.name)?;
        push_lists(&mut properties, members.iter().map(Member::value).collect(), &schemas);
        self.define(DefinedKind::Publication, None, &create.name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    pub(super) fn alter_publication(&mut self, alter: &AlterPublication, span: Span) -> Result<Applied> {
        let id = self.global(DefinedKind::Publication, &alter.name)?;
        let objects = match &alter.action {
            AlterPublicationAction::SetOptions(items) => {
                for (attribute, value) in publication_options(items)? {
                    self.catalog.set_property(id.into(), attribute, value);
                    self.mark(id.into(), attribute, span);
                }
                return Ok(Applied::Schema);
            }
            AlterPublicationAction::Add(objects)
            | AlterPublicationAction::Set(objects)
            | AlterPublicationAction::Drop(objects) => objects,
        };
        let all = self.catalog.property(id.into(), property::ALL_TABLES);
        if all.is_some_and(|value| *value == flag(true)) {
            let message = format!("publication \"{}\" is defined as FOR ALL TABLES", alter.name.text);
            return Err(Stop::refused("55000", alter.name.span, message));
        }
        let mut tables = self.list_of(id, property::TABLES);
        let mut schemas = self.list_of(id, property::SCHEMAS);
        let of_schema = |id: &SchemaId| PropertyValue::Object((*id).into());
        match &alter.action {
            AlterPublicationAction::Drop(_) => {
                for object in objects {
                    if let PublicationObjectKind::Table { columns, filter, .. } = &object.kind
                        && (!columns.is_empty() || filter.is_some())
                    {
                        let message = if columns.is_empty() {
                            "cannot use a WHERE clause when removing a table from a publication"
                        } else {
                            "column list must not be specified in ALTER PUBLICATION ... DROP"
                        };
                        return Err(Stop::refused("42601", object.span, message));
                    }
                }
                for member in self.named_tables(objects)? {
                    let at = tables.iter().position(|value| member_table(value) == Some(member.table));
                    let Some(at) = at else {
                        let name = &self.catalog.relations[member.table].name;
                        let message = format!("relation \"{name}\" is not part of the publication");
                        return Err(Stop::refused("42704", member.span, message));
                    };
                    tables.remove(at);
                }
                for (schema, at) in self.named_schemas(objects)? {
                    let Some(place) = schemas.iter().position(|value| *value == of_schema(&schema)) else {
                        let name = &self.catalog.schemas[schema].name;
                        let message =
                            format!("tables from schema \"{name}\" are not part of the publication");
                        return Err(Stop::refused("42704", at, message));
                    };
                    schemas.remove(place);
                }
            }
            AlterPublicationAction::Add(_) => {
                let added = self.published_schemas(objects)?;
                for (schema, at) in self.named_schemas(objects)? {
                    if schemas.contains(&of_schema(&schema)) {
                        let name = &self.catalog.schemas[schema].name;
                        let message = format!(
                            "schema \"{name}\" is already member of publication \"{}\"",
                            alter.name.text
                        );
                        return Err(Stop::refused("42710", at, message));
                    }
                }
                schemas.extend(added.iter().map(of_schema));
                let members = self.members(objects, !schemas.is_empty(), &alter.name)?;
                for member in members {
                    if tables.iter().any(|value| member_table(value) == Some(member.table)) {
                        let name = &self.catalog.relations[member.table].name;
                        let message = format!(
                            "relation \"{name}\" is already member of publication \"{}\"",
                            alter.name.text
                        );
                        return Err(Stop::refused("42710", member.span, message));
                    }
                    tables.push(member.value());
                }
                self.refuse_columns_beside_schemas(&tables, &schemas, &alter.name)?;
            }
            _ => {
                let all = self.published_schemas(objects)?;
                schemas = all.iter().map(of_schema).collect();
                let members = self.members(objects, !all.is_empty(), &alter.name)?;
                tables = members.iter().map(Member::value).collect();
            }
        }
        for (attribute, list) in [(property::TABLES, tables), (property::SCHEMAS, schemas)] {
            let value = (!list.is_empty()).then_some(PropertyValue::List(list));
            self.catalog.set_property(id.into(), attribute, value);
            self.mark(id.into(), attribute, span);
        }
        Ok(Applied::Schema)
    }

    fn list_of(&self, id: DefinedId, attribute: Attribute) -> Vec<PropertyValue> {
        match self.catalog.property(id.into(), attribute) {
            Some(PropertyValue::List(list)) => list.clone(),
            _ => Vec::new(),
        }
    }

    fn named_schemas(&self, objects: &[PublicationObject]) -> Result<Vec<(SchemaId, Span)>> {
        let mut found = Vec::new();
        for object in objects {
            match &object.kind {
                PublicationObjectKind::TablesInSchema(name) => {
                    found.push((self.schema_named(name)?, name.span));
                }
                PublicationObjectKind::TablesInCurrentSchema => {
                    let schema = self.session_schema().ok_or_else(|| {
                        Stop::refused("3F000", object.span, "no schema has been selected for CURRENT_SCHEMA")
                    })?;
                    found.push((schema, object.span));
                }
                PublicationObjectKind::Table { .. } => {}
            }
        }
        Ok(found)
    }

    fn published_schemas(&self, objects: &[PublicationObject]) -> Result<Vec<SchemaId>> {
        let mut schemas = Vec::new();
        for (schema, _) in self.named_schemas(objects)? {
            if !schemas.contains(&schema) {
                schemas.push(schema);
            }
        }
        Ok(schemas)
    }

    /// The tables that are written, without asking whether they can be published.
    fn named_tables(&self, objects: &[PublicationObject]) -> Result<Vec<Member>> {
        let mut found = Vec::new();
        for object in objects {
            if let PublicationObjectKind::Table { name, .. } = &object.kind {
                let table = self.relation(name)?;
                found.push(Member { table, columns: Vec::new(), filter: None, span: name.span() });
            }
        }
        Ok(found)
    }

    /// The tables of a list with their columns and conditions, and what inherits from them.
    fn members(
        &self,
        objects: &[PublicationObject],
        with_schemas: bool,
        publication: &Name,
    ) -> Result<Vec<Member>> {
        let mut members: Vec<Member> = Vec::new();
        for object in objects {
            let PublicationObjectKind::Table { only, name, columns, filter } = &object.kind else { continue };
            let table = self.relation(name)?;
            if let Some(first) = members.iter().find(|member| member.table == table) {
                let table = &self.catalog.relations[table].name;
                if first.filter.is_some() || filter.is_some() {
                    let message = format!("conflicting or redundant WHERE clauses for table \"{table}\"");
                    return Err(Stop::refused("42710", name.span(), message));
                }
                if !first.columns.is_empty() || !columns.is_empty() {
                    let message = format!("conflicting or redundant column lists for table \"{table}\"");
                    return Err(Stop::refused("42710", name.span(), message));
                }
                continue;
            }
            self.may_be_published(table, name.span())?;
            let filter = match filter {
                Some(sql) => {
                    let expression = self.expression(*sql, Scope::Relation(table))?;
                    self.simple_filter(&expression, sql.span)?;
                    Some(expression)
                }
                None => None,
            };
            let numbers = self.published_columns(table, columns)?;
            if with_schemas && !numbers.is_empty() {
                return Err(self.columns_beside_schemas(table, publication));
            }
            let member = Member { table, columns: numbers, filter, span: name.span() };
            let descends = !only && self.catalog.relations[table].kind != RelationKind::Partitioned;
            members.push(member.clone());
            if descends {
                self.add_heirs(&member, &mut members);
            }
        }
        Ok(members)
    }

    fn add_heirs(&self, parent: &Member, members: &mut Vec<Member>) {
        let mut open = self.catalog.children_of(parent.table).to_vec();
        while let Some(table) = open.pop() {
            if members.iter().any(|member| member.table == table) {
                continue;
            }
            open.extend(self.catalog.children_of(table));
            let own = |column: ColumnId| self.catalog.column_named(table, &self.catalog.columns[column].name);
            let columns = parent.columns.iter().filter_map(|column| own(*column)).collect();
            let filter = parent.filter.as_ref().map(|filter| self.translate(filter, table));
            members.push(Member { table, columns, filter, span: parent.span });
        }
    }

    fn may_be_published(&self, table: RelationId, at: Span) -> Result<()> {
        let entry = &self.catalog.relations[table];
        let kinds = matches!(entry.kind, RelationKind::Table | RelationKind::Partitioned);
        if kinds && entry.persistence == Persistence::Permanent {
            return Ok(());
        }
        let message = format!("cannot add relation \"{}\" to publication", entry.name);
        Err(Stop::refused("22023", at, message))
    }

    fn published_columns(&self, table: RelationId, written: &[Name]) -> Result<Vec<ColumnId>> {
        let mut columns = Vec::new();
        for name in written {
            if super::resolve::SYSTEM_COLUMNS.contains(&&*name.text) {
                let message =
                    format!("cannot use system column \"{}\" in publication column list", name.text);
                return Err(Stop::refused("42P10", name.span, message));
            }
            let column = self.column(table, name)?;
            if self.catalog.columns[column].generated.is_some() {
                let message =
                    format!("cannot use generated column \"{}\" in publication column list", name.text);
                return Err(Stop::refused("42P10", name.span, message));
            }
            if columns.contains(&column) {
                let message = format!("duplicate column \"{}\" in publication column list", name.text);
                return Err(Stop::refused("42710", name.span, message));
            }
            columns.push(column);
        }
        let order = &self.catalog.relations[table].columns;
        columns.sort_by_key(|column| order.iter().position(|own| own == column));
        Ok(columns)
    }

    /// Only what PostgreSQL itself ships may stand in a condition, and nothing that changes.
    fn simple_filter(&self, filter: &SqlExpr, at: Span) -> Result<()> {
        let foreign = filter
            .references()
            .iter()
            .find(|reference| !matches!(reference.target, ObjectId::Column(_) | ObjectId::Relation(_)));
        match foreign {
            Some(_) => Err(Stop::refused("0A000", at, "invalid publication WHERE expression")
                .help("only built-in functions, operators, types and collations may stand there")),
            None => Ok(()),
        }
    }

    fn columns_beside_schemas(&self, table: RelationId, publication: &Name) -> Stop {
        let message = format!(
            "cannot use column list for relation \"{}\" in publication \"{}\"",
            self.catalog.printed_name(table.into()),
            publication.text
        );
        Stop::refused("22023", publication.span, message)
    }

    fn refuse_columns_beside_schemas(
        &self,
        tables: &[PropertyValue],
        schemas: &[PropertyValue],
        publication: &Name,
    ) -> Result<()> {
        let with_columns = tables.iter().find(|value| match value {
            PropertyValue::List(parts) => parts
                .iter()
                .any(|part| matches!(part, PropertyValue::Columns(columns) if !columns.is_empty())),
            _ => false,
        });
        match with_columns.filter(|_| !schemas.is_empty()).and_then(member_table) {
            Some(table) => Err(self.columns_beside_schemas(table, publication)),
            None => Ok(()),
        }
    }

    /// Publications forget tables and schemas that go. A column that one lists or asks for refuses to go alone.
    pub(super) fn leave_publications(
        &mut self,
        gone: &[ObjectId],
        at: Option<Span>,
        cascade: bool,
    ) -> Result<()> {
        let doomed: FxHashSet<ObjectId> = gone.iter().copied().collect();
        let publications: Vec<DefinedId> = self
            .catalog
            .defined
            .iter()
            .filter(|(id, entry)| {
                entry.kind == DefinedKind::Publication && !doomed.contains(&ObjectId::from(*id))
            })
            .map(|(id, _)| id)
            .collect();
        for id in publications {
            let speaks_of_gone = |value: &PropertyValue| match value {
                PropertyValue::List(parts) => parts.iter().any(|part| match part {
                    PropertyValue::Columns(columns) => {
                        columns.iter().any(|column| doomed.contains(&ObjectId::from(*column)))
                    }
                    PropertyValue::Expression(filter) => {
                        filter.references().iter().any(|reference| doomed.contains(&reference.target))
                    }
                    _ => false,
                }),
                _ => false,
            };
            let mut tables = self.list_of(id, property::TABLES);
            let count = tables.len();
            tables.retain(|value| {
                member_table(value).is_none_or(|table| !doomed.contains(&ObjectId::from(table)))
            });
            if let (Some(value), false) = (tables.iter().find(|value| speaks_of_gone(value)), cascade) {
                let table = member_table(value).map(|id| self.describe(id.into())).unwrap_or_default();
                let first = gone.first().map(|object| self.describe(*object)).unwrap_or_default();
                let message = format!("cannot drop {first} because other objects depend on it");
                let at = at.or(self.catalog.defined[id].origins.creation());
                let Some(at) = at else { return Ok(()) };
                let name = names::quote_identifier(&self.catalog.defined[id].name).into_owned();
                return Err(Stop::refused("2BP01", at, message)
                    .map(|found| {
                        found.why(format!("publication of {table} in publication {name} depends on it"))
                    })
                    .help("use DROP ... CASCADE to drop the dependent objects too"));
            }
            tables.retain(|value| !speaks_of_gone(value));
            let mut schemas = self.list_of(id, property::SCHEMAS);
            let schema_count = schemas.len();
            schemas
                .retain(|value| !matches!(value, PropertyValue::Object(object) if doomed.contains(object)));
            for (attribute, list, before) in
                [(property::TABLES, tables, count), (property::SCHEMAS, schemas, schema_count)]
            {
                if list.len() != before {
                    let value = (!list.is_empty()).then_some(PropertyValue::List(list));
                    self.catalog.set_property(id.into(), attribute, value);
                }
            }
        }
        Ok(())
    }

    /// True when a publication lists the table itself.
    pub(super) fn is_published(&self, table: RelationId) -> bool {
        self.catalog.defined.iter().filter(|(_, entry)| entry.kind == DefinedKind::Publication).any(
            |(id, _)| {
                self.list_of(id, property::TABLES).iter().any(|value| member_table(value) == Some(table))
            },
        )
    }
}

fn push_lists(properties: &mut Vec<Property>, tables: Vec<PropertyValue>, schemas: &[SchemaId]) {
    let schemas: Vec<_> = schemas.iter().map(|id| PropertyValue::Object((*id).into())).collect();
    for (attribute, list) in [(property::TABLES, tables), (property::SCHEMAS, schemas)] {
        if !list.is_empty() {
            properties.push(Property::new(attribute, PropertyValue::List(list)));
        }
    }
}

fn publication_options(items: &[OptionItem]) -> Result<Vec<(Attribute, Option<PropertyValue>)>> {
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let name = &*item.name.text;
        if !matches!(name, "publish" | "publish_via_partition_root" | "publish_generated_columns") {
            let message = format!("unrecognized publication parameter: \"{name}\"");
            return Err(Stop::refused("42601", item.span, message));
        }
        option::no_duplicates(&items[..=at])?;
        match name {
            "publish" => found.push((property::PUBLISH, Some(word(published_actions(item)?.join(", "))))),
            "publish_via_partition_root" => found.push((property::VIA_ROOT, Some(flag(boolean(item)?)))),
            _ => {
                let wanted = item.value.as_ref().map_or("stored", |value| &*value.text);
                let wanted = wanted.to_ascii_lowercase();
                found.push((property::GENERATED_COLUMNS, (wanted != "none").then(|| word(wanted))));
            }
        }
    }
    Ok(found)
}

fn published_actions(item: &OptionItem) -> Result<Vec<&'static str>> {
    let text = option::string(item)?;
    let mut wanted = Vec::new();
    if !text.trim().is_empty() {
        for part in text.split(',') {
            let part = part.trim();
            let part = part.strip_prefix('"').and_then(|part| part.strip_suffix('"')).unwrap_or(part);
            if part.is_empty() || part.contains(char::is_whitespace) {
                let message = "invalid list syntax in parameter \"publish\"";
                return Err(Stop::refused("42601", item.span, message));
            }
            let part = part.to_ascii_lowercase();
            if !ACTIONS.contains(&part.as_str()) {
                let message = format!("unrecognized value for publication option \"publish\": \"{part}\"");
                return Err(Stop::refused("42601", item.span, message));
            }
            wanted.push(part);
        }
    }
    Ok(ACTIONS.iter().copied().filter(|action| wanted.iter().any(|part| part == action)).collect())
}
