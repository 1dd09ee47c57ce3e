//! A Rust function for one SQL statement: what it binds, how often and what it gives, the struct of its rows. The callers of
//! the schema's functions are made of it; what else runs SQL of its own, such as a query from a file, has the same parts.

use std::collections::BTreeSet;

use schemactl_schema::catalog::{Catalog, DataType};

use crate::models::reading;
use crate::names::{field_or, free, snake_number, unraw};
use crate::rust_type::RustType;
use crate::scope::Scope;
use crate::{declared, docs, text};

/// A statement, and the function that runs it.
pub(crate) struct Statement<'a> {
    /// The function's name.
    pub(crate) name: String,
    /// Paragraphs of lines.
    pub(crate) docs: Vec<Vec<String>>,
    pub(crate) parameters: Vec<Parameter<'a>>,
    /// The Rust expression of the SQL, as [`text::long_sql`] gives it.
    pub(crate) sql: String,
    pub(crate) gives: Gives,
    pub(crate) rows: Rows,
}

/// What `$1`, `$2` and so on stand for, in order; each may be NULL.
pub(crate) struct Parameter<'a> {
    pub(crate) name: String,
    pub(crate) sql_type: &'a DataType,
    pub(crate) ty: &'a RustType,
}

/// What a row becomes.
pub(crate) enum Gives {
    /// Nothing is read.
    Nothing,
    /// The first column, which may be NULL. Where [`value_alias`] says so, that must be its name.
    Value(RustType),
    /// A struct that reads its columns, by its name in the file.
    Struct(String),
}

/// How many rows there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    One,
    Optional,
    Many,
}

/// Names that the functions use themselves.
const LOCALS: &[&str] = &["db", "found"];

/// The name of a parameter, given that in SQL: one that [`function`] can take.
pub(crate) fn parameter_name(name: Option<&str>, at: usize) -> String {
    let other = format!("argument_{}", at + 1);
    let name = name.map_or_else(|| other.clone(), |name| field_or(name, &other));
    if LOCALS.contains(&name.as_str()) { format!("{name}_value") } else { name }
}

/// ` AS value`, where a value is read by that name.
pub(crate) fn value_alias(ty: &RustType) -> &'static str {
    if ty.reader() == "column" { "" } else { " AS value" }
}

/// The struct of a statement's rows, below `head`, its documentation and attributes. Whether a column can be NULL is not
/// known.
pub(crate) fn row_struct(
    head: &str,
    name: &str,
    columns: &[(String, RustType)],
    scope: &mut Scope<'_>,
) -> String {
    let option = scope.prelude("Option");
    let (mut fields, mut read) = (String::new(), Vec::new());
    let mut taken = BTreeSet::new();
    for (at, (column, ty)) in columns.iter().enumerate() {
        let field = field_or(column, &format!("column_{}", at + 1));
        let field = free(&mut taken, &field, &field, snake_number);
        read.push((field.clone(), column, ty));
        fields += &format!("    pub {field}: {option}<{}>,\n", scope.ty(ty));
    }
    let columns = read.iter().map(|(field, column, ty)| (field.as_str(), column.as_str(), *ty));
    let reading = reading(name, columns, scope);
    let row = text::braced(&format!("pub struct {name}"), &fields);
    format!("{head}{row}\n{reading}")
}

/// The function that runs a statement.
pub(crate) fn function(catalog: &Catalog, statement: &Statement<'_>, scope: &mut Scope<'_>) -> String {
    let executor = scope.other("sqlx::PgExecutor");
    let option = scope.prelude("Option");
    let mut arguments = vec![format!("db: impl {executor}<'e>")];
    let mut calls = Vec::new();
    for Parameter { name, sql_type, ty } in &statement.parameters {
        arguments.push(format!("{name}: impl Into<{option}<{}>>", borrowed(ty, scope)));
        calls.push(match declared::parameter(catalog, sql_type, ty) {
            Some(declared) => {
                let declares = scope.at_root("support::Declared");
                format!(".bind({declares}({}, {name}.into()))", text::sql(&declared))
            }
            None => format!(".bind({name}.into())"),
        });
    }
    let (returned, end) = outcome(statement, scope);
    calls.push(format!(".{end}(db)"));
    let query = scope.at_root("support::Query");
    let body = text::call_chain(&format!("{query}::new"), &statement.sql, &calls);
    let future = scope.other("futures_core::future::BoxFuture");
    let lifetime = if arguments.iter().any(|argument| argument.contains("&'q ")) { ", 'q" } else { "" };
    let head = format!(
        "pub fn {}<'e{lifetime}>({}) -> {future}<'e, Result<{returned}, sqlx::Error>>",
        statement.name,
        arguments.join(", ")
    );
    let allow = if arguments.len() > 7 { "#[allow(clippy::too_many_arguments)]\n" } else { "" };
    format!("{}{allow}{} {{\n{body}}}\n", docs::lines("", &statement.docs), crate::stores::wrap(&head))
}

/// The type of what comes back, and the method that asks for it.
fn outcome(statement: &Statement<'_>, scope: &mut Scope<'_>) -> (String, String) {
    let (option, vec) = (scope.prelude("Option"), scope.prelude("Vec"));
    match (&statement.gives, statement.rows) {
        (Gives::Nothing, _) => ("()".to_owned(), "execute".to_owned()),
        (Gives::Value(ty), rows) => {
            let end = match ty.reader() {
                "column" => "fetch_value".to_owned(),
                reader => format!("fetch_{reader}"),
            };
            let ty = format!("{option}<{}>", scope.ty(ty));
            if rows == Rows::Many { (format!("{vec}<{ty}>"), end + "s") } else { (ty, end) }
        }
        (Gives::Struct(name), Rows::One) => (name.clone(), "fetch_one".to_owned()),
        (Gives::Struct(name), Rows::Optional) => (format!("{option}<{name}>"), "fetch_optional".to_owned()),
        (Gives::Struct(name), Rows::Many) => (format!("{vec}<{name}>"), "fetch_all".to_owned()),
    }
}

/// The type by which a value is lent, as Rust has it: `&str` for a `String`.
fn borrowed(ty: &RustType, scope: &mut Scope<'_>) -> String {
    let written = scope.ty(ty);
    match (ty, written.as_str()) {
        _ if ty.is_copy() => written,
        (RustType::List(element), _) => format!("&'q [{}]", scope.ty(element)),
        (_, "String") => "&'q str".to_owned(),
        (_, "Vec<u8>") => "&'q [u8]".to_owned(),
        _ => format!("&'q {written}"),
    }
}

/// What tells two functions of one name apart: `_with_id_and_name`.
pub(crate) fn suffix(parameters: &[Parameter<'_>]) -> String {
    let names: Vec<&str> = parameters.iter().map(|parameter| unraw(&parameter.name)).collect();
    if names.is_empty() { String::new() } else { format!("_with_{}", names.join("_and_")) }
}
