//! Constraints that were added NOT VALID and never validated.

use schemactl_schema::catalog::{Attribute, Catalog};
use schemactl_schema::diagnostic::Diagnostic;

use super::{Checked, count, declared_tables, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        for constraint in table.constraints() {
            examined += 1;
            if constraint.validated {
                continue;
            }
            let name = catalog.printed_name(constraint.id.into());
            let finding = Diagnostic::new(&rules::CONSTRAINT_NOT_VALIDATED, format!("{name} is NOT VALID"))
                .subject(name)
                .why("rows from before it may break it, and the planner does not rely on it")
                .help(format!(
                    "ALTER TABLE {} VALIDATE CONSTRAINT {}, in a migration of its own",
                    table.printed_name(),
                    schemactl_schema::catalog::names::quote_identifier(&constraint.name)
                ));
            checked.findings.push(labelled(finding, constraint.origins.of(Attribute::VALIDATED), ""));
        }
    }
    checked.examined = count(examined, "constraint", "constraints");
    checked
}
