//! Views and materialized views as SQL.

use std::collections::BTreeSet;

use crate::catalog::names::quote_identifier;
use crate::catalog::{Catalog, ColumnId, FunctionBody, ObjectId, RelationId, RelationKind};

use super::{table, text};

/// All statements that make the view and the settings of its columns. Defaults in `apart` follow later.
/// `replace`: it is there with its columns alone, see [`shell`].
pub(crate) fn create(catalog: &Catalog, id: RelationId, apart: &BTreeSet<ObjectId>, replace: bool) -> String {
    let mut out = definition(catalog, id, replace);
    for &column in &catalog.relations[id].columns {
        for statement in column_settings(catalog, column, apart) {
            out.push('\n');
            out.push_str(&statement);
        }
    }
    out
}

/// A view with the columns alone, for what must be there before its query can be.
pub(crate) fn shell(catalog: &Catalog, id: RelationId) -> String {
    let columns: Vec<_> = catalog
        .walk(id)
        .columns()
        .map(|column| {
            let collation = column.collation.as_ref().map(|name| format!(" COLLATE {name}"));
            let name = quote_identifier(&column.name);
            format!("    NULL::{}{} AS {name}", column.type_text(), collation.unwrap_or_default())
        })
        .collect();
    format!("CREATE VIEW {} AS\nSELECT\n{};", catalog.printed_name(id.into()), columns.join(",\n"))
}

/// `CREATE VIEW`, or `CREATE OR REPLACE VIEW`.
pub(crate) fn definition(catalog: &Catalog, id: RelationId, replace: bool) -> String {
    let relation = &catalog.relations[id];
    let Some(view) = &relation.view else { return String::new() };
    let materialized = relation.kind == RelationKind::MaterializedView;
    let words = match (materialized, replace) {
        (true, _) => "CREATE MATERIALIZED VIEW",
        (false, true) => "CREATE OR REPLACE VIEW",
        (false, false) => "CREATE VIEW",
    };
    let mut out = format!("{words} {}", catalog.printed_name(id.into()));
    if let Some(list) = view.column_list(catalog, relation) {
        append!(out, " ({list})");
    }
    if let Some(method) = &relation.access_method {
        append!(out, " USING {}", quote_identifier(method));
    }
    if !relation.options.is_empty() {
        append!(out, " WITH ({})", text::options(&relation.options));
    }
    if let Some(tablespace) = &relation.tablespace {
        append!(out, " TABLESPACE {}", quote_identifier(tablespace));
    }
    append!(out, " AS\n{}", view.print(catalog).trim());
    // A line comment at the end must not swallow what follows.
    if out.lines().last().is_some_and(|line| line.contains("--")) {
        out.push('\n');
    }
    if materialized && (!view.populated || fills_late(catalog, id)) {
        out.push_str("\nWITH NO DATA");
    }
    out.push(';');
    out
}

fn column_settings(catalog: &Catalog, id: ColumnId, apart: &BTreeSet<ObjectId>) -> Vec<String> {
    let column = &catalog.columns[id];
    let mut out = Vec::new();
    if column.default.is_some() && !apart.contains(&ObjectId::Default(id)) {
        out.push(table::set_default(catalog, id));
    }
    if column.storage.is_some() {
        out.extend(table::set_storage(catalog, id));
    }
    if column.compression.is_some() {
        out.push(table::set_compression(catalog, id));
    }
    if column.statistics.is_some() {
        out.push(table::set_statistics(catalog, id));
    }
    if !column.options.is_empty() {
        out.push(table::alter_column(catalog, id, &format!("SET ({})", text::options(&column.options))));
    }
    out
}

/// True for a materialized view that has rows and whose query, or that of a view in it, calls a function whose
/// body is a string: it may read what is made after the view.
pub(crate) fn fills_late(catalog: &Catalog, id: RelationId) -> bool {
    let relation = &catalog.relations[id];
    relation.kind == RelationKind::MaterializedView
        && relation.view.as_ref().is_some_and(|view| view.populated)
        && calls_functions(catalog, id, &mut BTreeSet::new())
}

fn calls_functions(catalog: &Catalog, id: RelationId, seen: &mut BTreeSet<RelationId>) -> bool {
    let Some(view) = &catalog.relations[id].view else { return false };
    seen.insert(id)
        && view.targets().any(|target| match target {
            ObjectId::Function(id) => matches!(catalog.functions[id].body, FunctionBody::Source(_)),
            // One that holds rows must have them before they are read.
            ObjectId::Relation(id) if catalog.relations[id].kind == RelationKind::MaterializedView => {
                fills_late(catalog, id) || calls_functions(catalog, id, seen)
            }
            ObjectId::Relation(id) => calls_functions(catalog, id, seen),
            _ => false,
        })
}
