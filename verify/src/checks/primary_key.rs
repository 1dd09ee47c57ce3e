//! Tables without a primary key.

use schemactl_schema::catalog::{Catalog, RelationKind};
use schemactl_schema::diagnostic::Diagnostic;

use super::{Checked, count, declared_tables, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        // A foreign table cannot have one.
        if table.kind == RelationKind::Foreign {
            continue;
        }
        examined += 1;
        if table.primary_key().is_some() {
            continue;
        }
        let unique = table.indexes().find(|index| index.unique && index.predicate.is_none() && index.valid);
        let help = match unique {
            Some(index) => format!("{} could become it", index.name),
            None => "add one; an identity column will do".to_owned(),
        };
        let finding = Diagnostic::new(
            &rules::TABLE_WITHOUT_PRIMARY_KEY,
            format!("{} has no primary key", table.printed_name()),
        )
        .subject(table.printed_name())
        .why("its rows cannot be told apart, paged through or updated by logical replication")
        .help(help);
        checked.findings.push(labelled(finding, table.origins.creation(), ""));
    }
    checked.examined = count(examined, "table", "tables");
    checked
}
