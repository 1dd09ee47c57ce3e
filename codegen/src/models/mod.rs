//! One file a table or view: the row struct, what is inserted, and what a partial update changes.

mod new;
mod patch;

use std::fmt::Write as _;

use schemactl_schema::catalog::{Attribute, ColumnWalker, RelationWalker};
use schemactl_schema::diagnostic::Diagnostic;

use crate::names::{ItemName, Names, unraw};
use crate::plan::{ColumnPlan, TablePlan};
use crate::rust_type::{RustType, Unmapped};
use crate::scope::Scope;
use crate::{docs, rules, text};

/// The text of a table's file; `serde` is whether its structs shall derive the serde traits where they can.
pub(crate) fn file(
    plan: &TablePlan<'_>,
    item: &ItemName,
    names: &Names,
    serde: bool,
    findings: &mut Vec<Diagnostic>,
) -> String {
    let table = plan.table;
    let mut left_out = Vec::new();
    for column in table.columns() {
        if let Err(unmapped) = names.types().column(column) {
            findings.push(type_unmapped(column, &unmapped, item));
            left_out.push(format!(
                "{} ({}): {}.",
                docs::code(&column.name),
                docs::code(&unmapped.postgres),
                unmapped.reason.text()
            ));
        }
    }
    if !plan.unwritable.is_empty() && table.kind.is_table() {
        findings.push(insert_left_out(plan));
    }
    let without_serde =
        plan.columns.iter().find(|column| !names.types().has_serde(table.catalog, &column.ty));
    if let Some(column) = without_serde.filter(|_| serde) {
        findings.push(serde_missing(column.column, &column.ty, item, names));
    }
    let serde = serde && without_serde.is_none();
    let mut scope = Scope::new(names, item);
    if let Some(derived) = names.derived(table.id) {
        scope.define([derived.new.as_str(), derived.patch.as_str()]);
    }
    let fields: String = plan.columns.iter().map(|column| field(column, serde, &mut scope)).collect();
    let docs = docs::lines("", &struct_docs(table, left_out, plan.columns.is_empty()));
    let row = text::braced(&format!("pub struct {}", item.type_name), &fields);
    let head = names.head("rows", item, &derives(serde));
    let columns = plan.columns.iter().map(|column| (column.field, &*column.column.name, &column.ty));
    let reading = reading(&item.type_name, columns, &mut scope);
    let mut items = vec![format!("{docs}{head}{row}"), reading];
    if plan.is_writable() {
        items.extend(new::items(plan, item, names, serde, &mut scope));
    }
    if plan.has_patch() {
        items.extend(patch::items(plan, item, names, serde, &mut scope));
    }
    let mut blocks = scope.uses();
    blocks.extend(items);
    text::print(blocks)
}

/// How a row is read into a struct, given as fields, their columns and types. Written out, because sqlx's derive looks up each
/// name and checks each type in every row, and is generic over databases, which rustc checks slowly.
pub(crate) fn reading<'a>(
    name: &str,
    columns: impl Iterator<Item = (&'a str, &'a str, &'a RustType)>,
    scope: &mut Scope<'_>,
) -> String {
    let row = scope.other("sqlx::postgres::PgRow");
    let from_row = scope.other("sqlx::FromRow");
    let record = scope.at_root("support::Record");
    let reader = scope.at_root("support::RowReader");
    let any = scope.at_root("support::AnyRow");
    let result = scope.prelude("Result");
    let mut fields = String::new();
    for (field, column, ty) in columns {
        let call = ty.reader();
        // Writing to a String cannot fail.
        let _ = writeln!(fields, "            {field}: row.{call}({})?,", text::string(column));
    }
    let (argument, built) = if fields.is_empty() {
        ("_", "Ok(Self {})".to_owned())
    } else {
        ("row", format!("Ok(Self {{\n{fields}        }})"))
    };
    format!(
        "impl {record} for {name} {{\n    fn read<'r>({argument}: &mut impl {reader}<'r>) -> {result}<Self, sqlx::Error> {{\n        \
         {built}\n    }}\n}}\n\n\
         impl<'r> {from_row}<'r, {row}> for {name} {{\n    fn from_row(row: &'r {row}) -> {result}<Self, sqlx::Error> {{\n        \
         {record}::read(&mut {any}::new(row))\n    }}\n}}\n"
    )
}

/// What every struct derives.
fn derives(serde: bool) -> Vec<&'static str> {
    let mut derives = vec!["Debug", "Clone", "PartialEq"];
    if serde {
        derives.extend(["serde::Serialize", "serde::Deserialize"]);
    }
    derives
}

/// `#[serde(rename = …)]`, where the field is not called as the column, with the other words of the attribute.
fn serde_attribute(column: &ColumnPlan<'_>, serde: bool, others: &[&str]) -> String {
    if !serde {
        return String::new();
    }
    let mut words = Vec::new();
    // The derive sees a raw identifier without its `r#`.
    if unraw(column.field) != &*column.column.name {
        words.push(format!("rename = {}", text::string(&column.column.name)));
    }
    words.extend(others.iter().map(|word| (*word).to_owned()));
    if words.is_empty() { String::new() } else { format!("    #[serde({})]\n", words.join(", ")) }
}

fn struct_docs(table: RelationWalker<'_>, left_out: Vec<String>, is_empty: bool) -> Vec<Vec<String>> {
    let key: Vec<_> = table
        .primary_key()
        .and_then(schemactl_schema::catalog::ConstraintWalker::index)
        .map(|index| index.key_columns().flatten().map(|column| docs::code(&column.name)).collect())
        .unwrap_or_default();
    let name = docs::code(&table.printed_name());
    let row = if !table.kind.is_table() {
        format!("A row of the {} {name}.", table.kind.word())
    } else if key.is_empty() {
        format!("A row of {name}, which has no primary key.")
    } else {
        format!("A row of {name}; primary key: {}.", key.join(", "))
    };
    let mut paragraphs = vec![docs::comment(table.catalog, table.id.into()), vec![row]];
    if !left_out.is_empty() {
        paragraphs.push(vec!["Left out, because nothing can read them:".to_owned()]);
        paragraphs.push(left_out.into_iter().map(|line| format!("- {line}")).collect());
    }
    if is_empty {
        paragraphs.push(vec!["There is no store: no column has a Rust type.".to_owned()]);
    }
    paragraphs
}

fn field(column: &ColumnPlan<'_>, serde: bool, scope: &mut Scope<'_>) -> String {
    let name = column.field;
    let mut out = docs::lines("    ", &field_docs(column));
    out += &serde_attribute(column, serde, &[]);
    let ty = scope.ty(&column.ty);
    // Writing to a String cannot fail.
    let _ = if column.not_null {
        writeln!(out, "    pub {name}: {ty},")
    } else {
        writeln!(out, "    pub {name}: {}<{ty}>,", scope.prelude("Option"))
    };
    out
}

fn field_docs(column: &ColumnPlan<'_>) -> [Vec<String>; 2] {
    let walker = column.column;
    let mut sql = docs::column_sql(walker);
    for constraint in docs::column_constraints(walker) {
        sql += "; ";
        sql += &constraint;
    }
    [docs::comment(walker.catalog, walker.id.into()), vec![sql]]
}

fn type_unmapped(column: ColumnWalker<'_>, unmapped: &Unmapped, item: &ItemName) -> Diagnostic {
    let name = column.printed_name();
    let finding = Diagnostic::new(
        &rules::TYPE_UNMAPPED,
        format!("{name} is left out of {}: {unmapped}", item.type_name),
    )
    .subject(name)
    .why("the struct does not hold the column's value, so code that needs it cannot use the struct")
    .help(format!(
        "name a Rust type that sqlx reads it as, under [generate.types] of schemactl.toml: {} = \"path::Type\"; or read \
         it with a query of your own that casts it, such as to text",
        text::string(&unmapped.postgres)
    ));
    match column.origins.of(Attribute::TYPE) {
        Some(place) => finding.at(place),
        None => finding,
    }
}

fn insert_left_out(plan: &TablePlan<'_>) -> Diagnostic {
    let catalog = plan.table.catalog;
    let columns: Vec<_> = plan.unwritable.iter().map(|id| catalog.walk(*id)).collect();
    let names: Vec<String> = columns.iter().map(|column| column.name.to_string()).collect();
    let name = plan.table.printed_name();
    let finding = Diagnostic::new(
        &rules::INSERT_LEFT_OUT,
        format!("the store of {name} inserts no rows: {} must be given and cannot be", names.join(", ")),
    )
    .subject(name)
    .why("the column is NOT NULL, has no default, and its type has no Rust type")
    .help("name a Rust type for it under [generate.types] of schemactl.toml, or give the column a default");
    match columns.first().and_then(|column| column.origins.of(Attribute::TYPE)) {
        Some(place) => finding.at(place),
        None => finding,
    }
}

fn serde_missing(column: ColumnWalker<'_>, ty: &RustType, item: &ItemName, names: &Names) -> Diagnostic {
    let name = column.printed_name();
    let finding = Diagnostic::new(
        &rules::SERDE_MISSING,
        format!("{} derives no serde traits: {} of {name} has none", item.type_name, ty.path(names)),
    )
    .subject(name);
    match column.origins.of(Attribute::TYPE) {
        Some(place) => finding.at(place),
        None => finding,
    }
}
