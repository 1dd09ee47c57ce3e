//! One file a table: the orders that its indexes serve, each with its pages.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use heck::ToUpperCamelCase;

use crate::names::{ItemName, Names, camel_number, free, function_or, identifier_or, snake_number, unraw};
use crate::plan::{OrderKey, OrderPlan, TablePlan};
use crate::scope::Scope;
use crate::stores::select_list;
use crate::{docs, left_out, text};

/// One order with its names.
struct Named {
    plan: OrderPlan,
    ty: String,
    /// The function that pages over all rows, and those for given leading columns.
    functions: Vec<String>,
}

/// The text of a table's orders; nothing when no index serves one.
pub(crate) fn file(plan: &TablePlan<'_>, item: &ItemName, names: &Names) -> Option<String> {
    let orders = named(plan);
    if orders.is_empty() {
        return None;
    }
    let own: Vec<String> = orders.iter().map(|order| order.ty.clone()).collect();
    let mut scope = Scope::beside(names, item, own.iter().map(String::as_str).collect());
    let row = scope.at_root(&item.path("models"));
    let [key_type, order_type, pages] =
        ["support::Key", "support::Order", "support::Pages"].map(|path| scope.at_root(path));
    let mut items = Vec::new();
    for order in &orders {
        items.push(position(plan, order, &mut scope));
        items.push(implementation(plan, order, &row, [&key_type, &order_type], &mut scope));
        items.extend(functions(plan, order, &pages, &mut scope));
    }
    let select =
        select_list("SELECT ", &plan.columns.iter().map(crate::plan::ColumnPlan::sql).collect::<Vec<_>>());
    let select = format!(
        "const SELECT: &str = concat!(\n{select}    {},\n);\n",
        text::sql(&format!(" FROM {}", plan.table.printed_name()))
    );
    let orders: Vec<OrderPlan> = orders.into_iter().map(|order| order.plan).collect();
    let about = format!("The orders of {}.", docs::code(&plan.table.printed_name()));
    let mut blocks = vec![left_out::module_docs(&about, &left_out::of_pages(plan, &orders))];
    blocks.extend(scope.uses());
    blocks.push(select);
    blocks.extend(items);
    Some(text::print(blocks))
}

fn named(plan: &TablePlan<'_>) -> Vec<Named> {
    let (mut types, mut functions) = (BTreeSet::new(), BTreeSet::new());
    plan.orders()
        .into_iter()
        .map(|order| {
            let index = &plan.table.catalog.indexes[order.index].name;
            let words: Vec<&str> =
                order.keys[..order.own].iter().map(|key| unraw(plan.columns[key.column].field)).collect();
            let by = format!("by_{}", words.join("_and_"));
            let by_index = format!("by_{index}");
            let ty = free(
                &mut types,
                &identifier_or(&by.to_upper_camel_case(), "ByIndex"),
                &identifier_or(&by_index.to_upper_camel_case(), "ByIndex"),
                camel_number,
            );
            let all = free(
                &mut functions,
                &function_or(&by, "by_index"),
                &function_or(&by_index, "by_index"),
                snake_number,
            );
            let mut names = vec![all];
            for fixed in 1..order.own {
                let wanted =
                    format!("of_{}_by_{}", words[..fixed].join("_and_"), words[fixed..].join("_and_"));
                let otherwise = format!("of_{fixed}_{by_index}");
                names.push(free(
                    &mut functions,
                    &function_or(&wanted, "by_index"),
                    &function_or(&otherwise, "by_index"),
                    snake_number,
                ));
            }
            Named { plan: order, ty, functions: names }
        })
        .collect()
}

/// `created_at DESC, id`.
fn in_words(plan: &TablePlan<'_>, keys: &[OrderKey]) -> String {
    let words: Vec<String> = keys
        .iter()
        .map(|key| {
            let column = &plan.columns[key.column];
            let mut word = column.sql();
            if key.descending {
                word += " DESC";
            }
            if key.nulls_first != key.descending && !column.not_null {
                word += if key.nulls_first { " NULLS FIRST" } else { " NULLS LAST" };
            }
            word
        })
        .collect();
    docs::code(&words.join(", "))
}

fn position(plan: &TablePlan<'_>, order: &Named, scope: &mut Scope<'_>) -> String {
    let index = &plan.table.catalog.indexes[order.plan.index].name;
    let mut lines = vec![vec![format!(
        "A position in the order of {}: {}.",
        docs::code(index),
        in_words(plan, &order.plan.keys)
    )]];
    if order.plan.own < order.plan.keys.len() {
        let ties: Vec<String> = order.plan.keys[order.plan.own..]
            .iter()
            .map(|key| docs::code(&plan.columns[key.column].column.name))
            .collect();
        lines.push(vec![format!("Ties are broken by {}.", ties.join(", "))]);
    }
    let mut fields = String::new();
    for key in &order.plan.keys {
        let column = &plan.columns[key.column];
        let ty = scope.ty(&column.ty);
        let ty = if column.not_null { ty } else { format!("{}<{ty}>", scope.prelude("Option")) };
        // Writing to a String cannot fail.
        let _ = writeln!(fields, "    pub {}: {ty},", column.field);
    }
    format!(
        "{}#[derive(Debug, Clone, PartialEq)]\n{}",
        docs::lines("", &lines),
        text::braced(&format!("pub struct {}", order.ty), &fields)
    )
}

fn implementation(
    plan: &TablePlan<'_>,
    order: &Named,
    row: &str,
    [key_type, order_type]: [&str; 2],
    scope: &mut Scope<'_>,
) -> String {
    let (mut keys, mut of, mut given, mut read) =
        (String::new(), String::new(), String::new(), String::new());
    for key in &order.plan.keys {
        let column = &plan.columns[key.column];
        let field = column.field;
        let kind = if key.descending { "descending" } else { "ascending" };
        let mut expression =
            format!("{key_type}::{kind}({}, {})", text::sql(&column.sql()), text::sql(&column.cast()));
        if key.nulls_first != key.descending {
            expression += if key.nulls_first { ".nulls_first()" } else { ".nulls_last()" };
        }
        if !column.not_null {
            expression += ".nullable()";
        }
        if let Some(collation) = &key.collation {
            let _ = write!(expression, ".collate({})", text::sql(&format!(" COLLATE {collation}")));
        }
        let _ = writeln!(keys, "        {expression},");
        let value = if column.ty.is_copy() { format!("row.{field}") } else { format!("row.{field}.clone()") };
        let _ = writeln!(of, "            {field}: {value},");
        let call = if column.ty.is_float() { "float" } else { "key" };
        let value = match (column.not_null, column.ty.is_copy()) {
            (true, _) => format!("Some({})", column.lent("self")),
            (false, true) => format!("self.{field}"),
            (false, false) => format!("self.{field}.as_ref()"),
        };
        let _ = writeln!(given, "        to.{call}({value});");
        let _ = writeln!(read, "            {field}: from.{call}()?,");
    }
    let writer = scope.at_root("support::KeyWriter");
    let reader = scope.at_root("support::KeyReader");
    let option = scope.prelude("Option");
    format!(
        "impl {order_type} for {ty} {{\n    type Row = {row};\n\n    const NAME: &'static str = {name};\n    \
         const SELECT: &'static str = SELECT;\n    const KEYS: &'static [{key_type}] = &[\n{keys}    ];\n\n    \
         fn position(row: &{row}) -> Self {{\n        Self {{\n{of}        }}\n    }}\n\n    \
         fn keys<'k>(&'k self, to: &mut impl {writer}<'k>) {{\n{given}    }}\n\n    \
         fn read(from: &mut {reader}) -> {option}<Self> {{\n        Some(Self {{\n{read}        }})\n    }}\n}}\n",
        ty = order.ty,
        name = text::sql(&format!("{} {}", plan.table.printed_name(), order.functions[0])),
    )
}

fn functions(plan: &TablePlan<'_>, order: &Named, pages: &str, scope: &mut Scope<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for (fixed, name) in order.functions.iter().enumerate() {
        let (given, rest) = order.plan.keys.split_at(fixed);
        let words: Vec<String> =
            given.iter().map(|key| docs::code(&plan.columns[key.column].column.name)).collect();
        let which = if words.is_empty() {
            "all rows".to_owned()
        } else {
            format!("the rows with this {}", words.join(", "))
        };
        let documentation =
            docs::lines("", &[vec![format!("Pages over {which}: {}.", in_words(plan, rest))]]);
        let mut arguments = Vec::new();
        let mut body = format!("    {pages}::new()");
        for key in given {
            let column = &plan.columns[key.column];
            let ty = scope.ty(&column.ty);
            if column.not_null {
                arguments.push(format!("{}: {ty}", column.field));
                let _ = write!(body, ".fix(Some({}))", column.field);
            } else {
                arguments.push(format!("{}: {}<{ty}>", column.field, scope.prelude("Option")));
                let _ = write!(body, ".fix({})", column.field);
            }
        }
        out.push(format!(
            "{documentation}pub fn {name}({}) -> {pages}<{}> {{\n{body}\n}}\n",
            arguments.join(", "),
            order.ty
        ));
    }
    out
}
