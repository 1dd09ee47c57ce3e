//! The same foreign key twice on one table.

use std::collections::BTreeSet;

use schemactl_schema::catalog::{Catalog, ColumnId, ForeignKey};
use schemactl_schema::diagnostic::Diagnostic;

use super::foreign_key_index::column_list;
use super::{Checked, count, declared_tables, foreign_keys, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        let keys: Vec<_> = foreign_keys(table).collect();
        examined += keys.len();
        for (at, (constraint, key)) in keys.iter().enumerate() {
            let Some((first, other)) = keys[..at].iter().find(|(_, other)| same(key, other)) else {
                continue;
            };
            let name = catalog.printed_name(constraint.id.into());
            let actions = |key: &ForeignKey| {
                format!("ON UPDATE {} ON DELETE {}", key.on_update.sql(), key.on_delete.sql())
            };
            let why = if actions(key) == actions(other) {
                "every write is checked twice".to_owned()
            } else {
                format!(
                    "their actions differ ({}; {}), so it is not plain what a DELETE does",
                    actions(other),
                    actions(key)
                )
            };
            let finding = Diagnostic::new(
                &rules::FOREIGN_KEY_DUPLICATE,
                format!(
                    "{name} repeats {}: ({}) references {}",
                    first.name,
                    column_list(catalog, &key.columns),
                    catalog.printed_name(key.references.into())
                ),
            )
            .subject(name)
            .why(why)
            .help("drop one of them");
            let finding = labelled(finding, constraint.origins.creation(), "this one");
            checked.findings.push(labelled(finding, first.origins.creation(), "the first"));
        }
    }
    checked.examined = count(examined, "foreign key", "foreign keys");
    checked
}

/// The same pairs of columns, in whatever order.
fn same(a: &ForeignKey, b: &ForeignKey) -> bool {
    let pairs = |key: &ForeignKey| -> BTreeSet<(ColumnId, ColumnId)> {
        key.columns.iter().copied().zip(key.referenced_columns.iter().copied()).collect()
    };
    a.references == b.references && pairs(a) == pairs(b)
}
