//! One file a table: the row struct.

use std::fmt::Write as _;

use schemactl_schema::catalog::{Attribute, ColumnWalker, RelationWalker};
use schemactl_schema::diagnostic::Diagnostic;

use crate::names::{ItemName, Names, unraw};
use crate::rust_type::{RustType, Unmapped, rust_type};
use crate::scope::Scope;
use crate::{docs, rules, text};

/// The text of a table's file.
pub(crate) fn file(
    table: RelationWalker<'_>,
    item: &ItemName,
    names: &Names,
    findings: &mut Vec<Diagnostic>,
) -> syn::Result<String> {
    let mut read = Vec::new();
    let mut left_out = Vec::new();
    for column in table.columns() {
        match rust_type(table.catalog, &column.ty) {
            Ok(ty) => read.push((column, ty)),
            Err(unmapped) => {
                findings.push(type_unmapped(column, &unmapped, item));
                left_out.push(format!(
                    "{} ({}): {}.",
                    docs::code(&column.name),
                    docs::code(&unmapped.postgres),
                    unmapped.reason.text()
                ));
            }
        }
    }
    let without_serde = read.iter().find(|(_, ty)| !ty.has_serde(table.catalog));
    if let Some((column, ty)) = without_serde {
        findings.push(serde_missing(*column, ty, item, names));
    }
    let serde = without_serde.is_none();
    let mut scope = Scope::new(names, item);
    let fields: String =
        read.iter().map(|(column, ty)| field(*column, ty, serde, names, &mut scope)).collect();
    let docs = docs::lines("", &struct_docs(table, left_out));
    let derives = if serde { "serde::Serialize, serde::Deserialize, " } else { "" };
    let row = text::braced(&format!("pub struct {}", item.type_name), &fields);
    let mut blocks = scope.uses();
    blocks.push(format!("{docs}#[derive(Debug, Clone, PartialEq, {derives}sqlx::FromRow)]\n{row}"));
    text::print(blocks)
}

fn struct_docs(table: RelationWalker<'_>, left_out: Vec<String>) -> Vec<Vec<String>> {
    let key: Vec<_> = table
        .primary_key()
        .and_then(schemactl_schema::catalog::ConstraintWalker::index)
        .map(|index| index.key_columns().flatten().map(|column| docs::code(&column.name)).collect())
        .unwrap_or_default();
    let name = docs::code(&table.printed_name());
    let row = if key.is_empty() {
        format!("A row of {name}, which has no primary key.")
    } else {
        format!("A row of {name}; primary key: {}.", key.join(", "))
    };
    let mut paragraphs = vec![docs::comment(table.catalog, table.id.into()), vec![row]];
    if !left_out.is_empty() {
        paragraphs.push(vec!["Left out, because nothing can read them:".to_owned()]);
        paragraphs.push(left_out.into_iter().map(|line| format!("- {line}")).collect());
    }
    paragraphs
}

fn field(
    column: ColumnWalker<'_>,
    ty: &RustType,
    serde: bool,
    names: &Names,
    scope: &mut Scope<'_>,
) -> String {
    let Some(name) = names.field(column.id) else {
        return String::new();
    };
    let mut out = docs::lines(
        "    ",
        &[docs::comment(column.catalog, column.id.into()), vec![docs::column_sql(column)]],
    );
    let written = &*column.name;
    // Both derives see a raw identifier without its `r#`.
    if unraw(name) != written {
        let written = text::string(written);
        if serde {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "    #[serde(rename = {written})]");
        }
        let _ = writeln!(out, "    #[sqlx(rename = {written})]");
    }
    let ty = scope.ty(ty);
    let _ = if column.is_not_null() {
        writeln!(out, "    pub {name}: {ty},")
    } else {
        writeln!(out, "    pub {name}: {}<{ty}>,", scope.prelude("Option"))
    };
    out
}

fn type_unmapped(column: ColumnWalker<'_>, unmapped: &Unmapped, item: &ItemName) -> Diagnostic {
    let name = column.printed_name();
    let finding = Diagnostic::new(
        &rules::TYPE_UNMAPPED,
        format!("{name} is left out of {}: {unmapped}", item.type_name),
    )
    .subject(name)
    .why("the struct does not hold the column's value, so code that needs it cannot use the struct")
    .help("read it with a query of your own that casts it to a type of the table of types, such as text");
    match column.origins.of(Attribute::TYPE) {
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
