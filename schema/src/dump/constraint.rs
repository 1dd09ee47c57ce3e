//! Constraints of tables as SQL.

use crate::catalog::names::quote_identifier;
use crate::catalog::{
    Catalog, ColumnId, Constraint, ConstraintId, ConstraintKind, ForeignKey, ReferentialAction, RelationKind,
    property,
};

use super::{index, text};

/// The constraint as it stands behind `ADD`: `CONSTRAINT name CHECK (…) NOT VALID`.
pub(crate) fn definition(catalog: &Catalog, id: ConstraintId) -> String {
    let constraint = &catalog.constraints[id];
    let mut out = format!("CONSTRAINT {} ", quote_identifier(&constraint.name));
    let period = catalog.property(id.into(), property::PERIOD).is_some();
    let enforced = catalog.property(id.into(), property::ENFORCED).is_none();
    match &constraint.kind {
        ConstraintKind::PrimaryKey { index } => {
            out.push_str("PRIMARY KEY ");
            out.push_str(&index::constraint_tail(catalog, *index, &[], period));
        }
        ConstraintKind::Unique { index } => {
            out.push_str("UNIQUE ");
            out.push_str(&index::constraint_tail(catalog, *index, &[], period));
        }
        ConstraintKind::Exclusion { index, operators } => {
            out.push_str("EXCLUDE ");
            out.push_str(&index::constraint_tail(catalog, *index, operators, false));
        }
        ConstraintKind::ForeignKey(key) => out.push_str(&foreign_key(catalog, key, period)),
        ConstraintKind::Check { expression } => {
            out.push_str("CHECK ");
            out.push_str(&text::parenthesised(catalog, expression));
        }
    }
    out.push_str(&attributes(constraint, enforced));
    out
}

fn foreign_key(catalog: &Catalog, key: &ForeignKey, period: bool) -> String {
    let columns = |columns: &[ColumnId]| match columns.split_last() {
        Some((last, [])) if period => format!("PERIOD {}", text::column_list(catalog, &[*last])),
        Some((last, rest)) if period => {
            format!("{}, PERIOD {}", text::column_list(catalog, rest), text::column_list(catalog, &[*last]))
        }
        _ => text::column_list(catalog, columns),
    };
    let mut out = format!(
        "FOREIGN KEY ({}) REFERENCES {} ({})",
        columns(&key.columns),
        catalog.printed_name(key.references.into()),
        columns(&key.referenced_columns)
    );
    if key.match_full {
        out.push_str(" MATCH FULL");
    }
    for (event, action) in [("UPDATE", key.on_update), ("DELETE", key.on_delete)] {
        if action != ReferentialAction::NoAction {
            append!(out, " ON {event} {}", action.sql());
        }
    }
    if !key.on_delete_columns.is_empty() {
        append!(out, " ({})", text::column_list(catalog, &key.on_delete_columns));
    }
    out
}

fn attributes(constraint: &Constraint, enforced: bool) -> String {
    let mut out = String::new();
    for (present, words) in [
        (constraint.no_inherit && matches!(constraint.kind, ConstraintKind::Check { .. }), " NO INHERIT"),
        (constraint.deferrable, " DEFERRABLE"),
        (constraint.initially_deferred, " INITIALLY DEFERRED"),
        (!enforced, " NOT ENFORCED"),
        (enforced && !constraint.validated, " NOT VALID"),
    ] {
        if present {
            out.push_str(words);
        }
    }
    out
}

/// `ALTER TABLE … ADD CONSTRAINT …`.
///
/// Keys made of an index are added to the one table (its partitions' indexes are attached after); foreign
/// keys and checks reach the tables below, which PostgreSQL demands.
pub(crate) fn add(catalog: &Catalog, id: ConstraintId) -> String {
    let constraint = &catalog.constraints[id];
    let relation = &catalog.relations[constraint.relation];
    let only = match constraint.kind {
        ConstraintKind::ForeignKey(_) => relation.kind != RelationKind::Partitioned,
        ConstraintKind::Check { .. } => false,
        _ => true,
    };
    format!(
        "ALTER TABLE {}{}\n    ADD {};",
        if only { "ONLY " } else { "" },
        catalog.printed_name(constraint.relation.into()),
        definition(catalog, id)
    )
}
