//! `NewX`: a row as it is inserted.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::names::{ItemName, Names, free, snake_number, unraw};
use crate::plan::{ColumnPlan, Inserted, TablePlan};
use crate::scope::Scope;
use crate::{docs, text};

use super::{derives, field_docs, serde_attribute};

/// The most arguments that clippy takes without a word.
const MAX_ARGUMENTS: usize = 7;

pub(super) fn items(
    plan: &TablePlan<'_>,
    item: &ItemName,
    names: &Names,
    serde: bool,
    scope: &mut Scope<'_>,
) -> Vec<String> {
    let Some(derived) = names.derived(plan.table.id) else {
        return Vec::new();
    };
    let name = &derived.new;
    let written: Vec<&ColumnPlan<'_>> =
        plan.columns.iter().filter(|column| column.inserted != Inserted::Never).collect();
    let required: Vec<&ColumnPlan<'_>> =
        written.iter().copied().filter(|column| column.inserted == Inserted::Required).collect();
    let fields: String = written.iter().map(|column| field(column, serde, scope)).collect();
    let table = docs::code(&plan.table.printed_name());
    let definition = docs::lines(
        "",
        &[vec![format!(
            "A row to be inserted into {table}; it comes back as {}.",
            docs::link(&item.type_name)
        )]],
    );
    let mut derives = derives(serde);
    if required.is_empty() {
        derives.insert(3, "Default");
    }
    let head = names.head("new", &ItemName { type_name: name.clone(), ..item.clone() }, &derives);
    let definition = format!("{definition}{head}{}", text::braced(&format!("pub struct {name}"), &fields));

    let mut members = constructor(&required, &written, scope);
    for (column, setter_name) in written.iter().zip(setter_names(&written)) {
        members += &setter(column, &setter_name, scope);
    }
    let mut blocks = vec![definition];
    if !members.is_empty() {
        blocks.push(text::braced(&format!("impl {name}"), members.trim_start_matches('\n')));
    }
    blocks
}

/// The type of a field: what the column is without NULL, in `Option` or with its default as a choice.
fn field_type(column: &ColumnPlan<'_>, scope: &mut Scope<'_>) -> String {
    let ty = scope.ty(&column.ty);
    let nullable = |scope: &Scope<'_>| {
        if column.not_null { ty.clone() } else { format!("{}<{ty}>", scope.prelude("Option")) }
    };
    match &column.inserted {
        Inserted::Default(_) => {
            let inner = nullable(scope);
            format!("{}<{inner}>", scope.at_root("support::OrDefault"))
        }
        _ => nullable(scope),
    }
}

fn field(column: &ColumnPlan<'_>, serde: bool, scope: &mut Scope<'_>) -> String {
    let mut out = docs::lines("    ", &field_docs(column)[1..]);
    let skip;
    let others: &[&str] = match &column.inserted {
        Inserted::Default(_) => {
            skip = format!("skip_serializing_if = \"{}::is_default\"", scope.at_root("support::OrDefault"));
            &["default", &skip]
        }
        Inserted::Nullable => &["default"],
        _ => &[],
    };
    out += &serde_attribute(column, serde, others);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "    pub {}: {},", column.field, field_type(column, scope));
    out
}

/// `new`, with what has neither a default nor NULL.
fn constructor(required: &[&ColumnPlan<'_>], written: &[&ColumnPlan<'_>], scope: &mut Scope<'_>) -> String {
    if required.is_empty() {
        return String::new();
    }
    let mut arguments = Vec::new();
    let mut fields = String::new();
    for column in written {
        let name = column.field;
        if column.inserted == Inserted::Required {
            let ty = scope.ty(&column.ty);
            if ty == "String" {
                arguments.push(format!("{name}: impl {}<String>", scope.prelude("Into")));
                let _ = writeln!(fields, "            {name}: {name}.into(),");
            } else {
                arguments.push(format!("{name}: {ty}"));
                let _ = writeln!(fields, "            {name},");
            }
        } else if matches!(column.inserted, Inserted::Default(_)) {
            let choice = scope.at_root("support::OrDefault");
            let _ = writeln!(fields, "            {name}: {choice}::Default,");
        } else {
            let _ = writeln!(fields, "            {name}: None,");
        }
    }
    let allow =
        if required.len() > MAX_ARGUMENTS { "    #[allow(clippy::too_many_arguments)]\n" } else { "" };
    let head = format!("    pub fn new({}) -> Self {{\n", arguments.join(", "));
    let head = if head.len() > text::MARGIN {
        let arguments: String = arguments.iter().map(|argument| format!("        {argument},\n")).collect();
        format!("    pub fn new(\n{arguments}    ) -> Self {{\n")
    } else {
        head
    };
    format!(
        "    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.\n\
         {allow}    #[must_use]\n{head}        Self {{\n{fields}        }}\n    }}\n"
    )
}

/// `with_column`, in snake case for `_column`, too.
fn setter_names(columns: &[&ColumnPlan<'_>]) -> Vec<String> {
    let word = |column: &ColumnPlan<'_>| unraw(column.field).trim_matches('_').to_owned();
    let plain = columns.iter().filter(|column| word(column) == unraw(column.field));
    let mut taken: BTreeSet<String> = plain.map(|column| format!("with_{}", word(column))).collect();
    let mut names = Vec::new();
    for column in columns {
        let name = format!("with_{}", word(column));
        let is_plain = word(column) == unraw(column.field);
        names.push(if is_plain { name } else { free(&mut taken, &name, &name, snake_number) });
    }
    names
}

/// The function that gives a column which need not be given.
fn setter(column: &ColumnPlan<'_>, setter_name: &str, scope: &mut Scope<'_>) -> String {
    let name = column.field;
    let wrapped = match (&column.inserted, column.not_null) {
        (Inserted::Default(_), true) => format!("{}::Value({name})", scope.at_root("support::OrDefault")),
        (Inserted::Default(_), false) => {
            format!("{}::Value(Some({name}))", scope.at_root("support::OrDefault"))
        }
        (Inserted::Nullable, _) => format!("Some({name})"),
        _ => return String::new(),
    };
    let ty = scope.ty(&column.ty);
    let (ty, wrapped) = if ty == "String" {
        (
            format!("impl {}<String>", scope.prelude("Into")),
            wrapped.replace(&format!("({name})"), &format!("({name}.into())")),
        )
    } else {
        (ty, wrapped)
    };
    format!(
        "\n    /// Sets {}.\n    #[must_use]\n    pub fn {setter_name}(mut self, {name}: {ty}) -> Self {{\n        \
         self.{name} = {wrapped};\n        self\n    }}\n",
        docs::code(&column.column.name),
    )
}
