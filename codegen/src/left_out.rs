//! What a table's generated files do not offer, and why: lines for their documentation.

use schemactl_schema::catalog::{
    ColumnId, ConstraintKind, ConstraintWalker, IndexId, IndexKey, IndexWalker, KeyTarget, ObjectId,
};

use crate::docs;
use crate::plan::{OrderPlan, TablePlan};

/// The inner documentation of a file; nothing when nothing is left out.
pub(crate) fn module_docs(about: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let list = lines.iter().map(|line| format!("- {line}")).collect();
    docs::inner_lines(&[vec![about.to_owned()], vec!["Left out:".to_owned()], list])
}

/// Why rows cannot be inserted.
pub(crate) fn of_inserts(plan: &TablePlan<'_>) -> Option<String> {
    let catalog = plan.table.catalog;
    let columns: Vec<String> = plan
        .unwritable
        .iter()
        .map(|id| {
            let column = catalog.walk(*id);
            format!("{} ({})", docs::code(&column.name), docs::code(&column.ty.print(catalog)))
        })
        .collect();
    (!columns.is_empty()).then(|| {
        let needs = if columns.len() == 1 { "needs a value and has" } else { "need values and have" };
        format!("inserts: {} {needs} no Rust type.", columns.join(", "))
    })
}

/// Unique keys and foreign keys by which no row is looked up.
pub(crate) fn of_lookups(plan: &TablePlan<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for index in plan.table.indexes().filter(|index| index.unique) {
        let known = plan.keys.iter().any(|key| *key.name == *index.name);
        let why = if index.valid {
            index.get().keys.iter().find_map(|key| unequal(plan, key))
        } else {
            Some("it is not valid".to_owned())
        };
        if let Some(why) = why.filter(|_| !known) {
            lines.push(format!("what looks rows up by {}: {why}.", docs::code(&index.name)));
        }
    }
    for constraint in plan.table.constraints() {
        if let Some(why) = unlisted(plan, constraint) {
            lines.push(format!("what lists rows by {}: {why}.", docs::code(&constraint.name)));
        }
    }
    lines
}

/// Indexes that serve no pages.
pub(crate) fn of_pages(plan: &TablePlan<'_>, orders: &[OrderPlan]) -> Vec<String> {
    if plan.is_inherited() {
        return vec!["pages: tables inherit from it, and no index of it holds their rows.".to_owned()];
    }
    if orders.is_empty() {
        let why = "no unique key of columns without NULLs tells one row from another";
        return if plan.table.kind.is_table() { vec![format!("pages: {why}.")] } else { Vec::new() };
    }
    plan.table
        .indexes()
        .filter(|index| !serves(orders, index.id))
        .filter_map(|index| {
            Some(format!("pages by {}: {}.", docs::code(&index.name), unordered(plan, index)?))
        })
        .collect()
}

fn serves(orders: &[OrderPlan], id: IndexId) -> bool {
    orders.iter().any(|order| order.index == id)
}

/// Why `=` does not find the rows with this part of a unique key.
fn unequal(plan: &TablePlan<'_>, key: &IndexKey) -> Option<String> {
    if let Some(opclass) = &key.opclass {
        return Some(format!("it compares by the operator class {}", docs::code(opclass)));
    }
    if key.collation.is_some() {
        return Some("it compares by a collation of its own".to_owned());
    }
    match &key.target {
        KeyTarget::Column(id) => match plan.position(*id) {
            None => Some(untyped(plan, *id)),
            Some(at) if !plan.columns[at].ty.is_comparable() => {
                Some(format!("{} is an array or a composite value", name(plan, *id)))
            }
            Some(_) => None,
        },
        KeyTarget::Expression(expression) => {
            let mut columns = expression.references().iter().filter_map(|reference| match reference.target {
                ObjectId::Column(id) => Some(id),
                _ => None,
            });
            let Some(first) = columns.next() else {
                return Some("its expression names no column".to_owned());
            };
            std::iter::once(first)
                .chain(columns)
                .find(|id| plan.position(*id).is_none())
                .map(|id| untyped(plan, id))
                .or_else(|| Some("its expression cannot be asked for".to_owned()))
        }
    }
}

/// Why an index gives no order; nothing when another index gives the same.
fn unordered(plan: &TablePlan<'_>, index: IndexWalker<'_>) -> Option<String> {
    if &*index.method != "btree" {
        return Some(format!("the method {} gives no order", docs::code(&index.method)));
    }
    if !index.valid {
        return Some("it is not valid".to_owned());
    }
    if index.predicate.is_some() {
        return Some("it holds only some of the rows".to_owned());
    }
    index.get().keys.iter().find_map(|key| match &key.target {
        KeyTarget::Expression(_) => Some("it orders by an expression".to_owned()),
        KeyTarget::Column(_) if key.opclass.is_some() => {
            Some("it orders by an operator class of its own".to_owned())
        }
        KeyTarget::Column(id) => match plan.position(*id) {
            None => Some(untyped(plan, *id)),
            Some(at) if !plan.columns[at].ty.is_position() => {
                Some(format!("the Rust type of {} does not fit into a cursor", name(plan, *id)))
            }
            Some(_) => None,
        },
    })
}

fn unlisted(plan: &TablePlan<'_>, constraint: ConstraintWalker<'_>) -> Option<String> {
    let ConstraintKind::ForeignKey(key) = &constraint.get().kind else {
        return None;
    };
    key.columns.iter().find_map(|id| match plan.position(*id) {
        None => Some(untyped(plan, *id)),
        Some(at) if !plan.columns[at].ty.is_comparable() => {
            Some(format!("{} is an array or a composite value", name(plan, *id)))
        }
        Some(_) => None,
    })
}

fn untyped(plan: &TablePlan<'_>, id: ColumnId) -> String {
    format!("{} has no Rust type", name(plan, id))
}

fn name(plan: &TablePlan<'_>, id: ColumnId) -> String {
    docs::code(&plan.table.catalog.columns[id].name)
}
