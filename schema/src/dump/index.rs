//! Indexes as SQL, alone and behind constraints, and the partitions' indexes attached to their parent's.

use crate::catalog::names::quote_identifier;
use crate::catalog::{Catalog, Index, IndexId, IndexKey, KeyTarget, RelationKind};

use super::text;

/// `CREATE INDEX …`, on the one table alone where it has partitions.
pub(crate) fn create(catalog: &Catalog, id: IndexId) -> String {
    let index = &catalog.indexes[id];
    let partitioned = catalog.relations[index.relation].kind == RelationKind::Partitioned;
    let mut out = format!(
        "CREATE {}INDEX {} ON {}{} USING {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        quote_identifier(&index.name),
        if partitioned { "ONLY " } else { "" },
        catalog.printed_name(index.relation.into()),
        quote_identifier(&index.method),
        keys(catalog, index, &[])
    );
    if !index.include.is_empty() {
        append!(out, " INCLUDE ({})", text::column_list(catalog, &index.include));
    }
    if index.nulls_not_distinct {
        out.push_str(" NULLS NOT DISTINCT");
    }
    if !index.options.is_empty() {
        append!(out, " WITH ({})", text::options(&index.options));
    }
    if let Some(tablespace) = &index.tablespace {
        append!(out, " TABLESPACE {}", quote_identifier(tablespace));
    }
    if let Some(predicate) = &index.predicate {
        out.push_str("\n    WHERE ");
        out.push_str(&text::expression(catalog, predicate));
    }
    out.push(';');
    out
}

/// What follows `PRIMARY KEY`, `UNIQUE` or `EXCLUDE`; `operators` are those of an exclusion, else empty.
pub(super) fn constraint_tail(
    catalog: &Catalog,
    id: IndexId,
    operators: &[Box<str>],
    without_overlaps: bool,
) -> String {
    let index = &catalog.indexes[id];
    let mut out = String::new();
    if !operators.is_empty() {
        append!(out, "USING {} ", quote_identifier(&index.method));
    } else if index.nulls_not_distinct {
        out.push_str("NULLS NOT DISTINCT ");
    }
    if operators.is_empty() {
        let columns: Vec<_> = index.keys.iter().map(|key| target(catalog, key)).collect();
        let period = if without_overlaps { " WITHOUT OVERLAPS" } else { "" };
        append!(out, "({}{period})", columns.join(", "));
    } else {
        append!(out, "({})", keys(catalog, index, operators));
    }
    if !index.include.is_empty() {
        append!(out, " INCLUDE ({})", text::column_list(catalog, &index.include));
    }
    if !index.options.is_empty() {
        append!(out, " WITH ({})", text::options(&index.options));
    }
    if let Some(tablespace) = &index.tablespace {
        append!(out, " USING INDEX TABLESPACE {}", quote_identifier(tablespace));
    }
    if let Some(predicate) = &index.predicate {
        out.push_str(" WHERE ");
        out.push_str(&text::parenthesised(catalog, predicate));
    }
    out
}

fn keys(catalog: &Catalog, index: &Index, operators: &[Box<str>]) -> String {
    let mut printed: Vec<_> =
        index.keys.iter().map(|key| format!("{}{}", target(catalog, key), key_attributes(key))).collect();
    for (key, operator) in printed.iter_mut().zip(operators) {
        key.push_str(" WITH ");
        key.push_str(operator);
    }
    printed.join(", ")
}

fn target(catalog: &Catalog, key: &IndexKey) -> String {
    match &key.target {
        KeyTarget::Column(column) => quote_identifier(&catalog.columns[*column].name).into_owned(),
        KeyTarget::Expression(expression) => text::key_expression(catalog, expression),
    }
}

/// ` COLLATE … opclass (options) DESC NULLS LAST`: what differs from a key without any words.
pub(crate) fn key_attributes(key: &IndexKey) -> String {
    let mut out = String::new();
    if let Some(collation) = &key.collation {
        append!(out, " COLLATE {collation}");
    }
    if let Some(opclass) = &key.opclass {
        append!(out, " {opclass}");
    }
    if !key.opclass_options.is_empty() {
        append!(out, " ({})", text::options(&key.opclass_options));
    }
    if key.descending {
        out.push_str(" DESC");
    }
    if key.nulls_first != key.descending {
        out.push_str(if key.nulls_first { " NULLS FIRST" } else { " NULLS LAST" });
    }
    out
}

/// `ALTER INDEX parent ATTACH PARTITION child`, for an index that has a parent.
pub(crate) fn attach(catalog: &Catalog, id: IndexId) -> Option<String> {
    let parent = catalog.indexes[id].parent?;
    Some(format!(
        "ALTER INDEX {} ATTACH PARTITION {};",
        catalog.printed_name(parent.into()),
        catalog.printed_name(id.into())
    ))
}

/// `ALTER TABLE … CLUSTER ON …`.
pub(crate) fn cluster(catalog: &Catalog, id: IndexId) -> String {
    let index = &catalog.indexes[id];
    let table = catalog.printed_name(index.relation.into());
    format!("ALTER TABLE {table} CLUSTER ON {};", quote_identifier(&index.name))
}
