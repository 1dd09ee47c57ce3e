//! Indexes whose only key has very few values.

use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;

use super::{Checked, count, declared_indexes, declared_tables, labelled};
use crate::rules;

/// An enum of so many labels counts as few.
const FEW: usize = 3;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        for index in declared_indexes(table) {
            examined += 1;
            let mut keys = index.key_columns();
            let (Some(Some(column)), None) = (keys.next(), keys.next()) else { continue };
            // A partial index picks out the few rows that are asked for; a unique one enforces something.
            if index.predicate.is_some() || index.unique || !index.include.is_empty() {
                continue;
            }
            let Some(values) = few_values(catalog, &column.ty) else { continue };
            let name = catalog.printed_name(index.id.into());
            let finding = Diagnostic::new(
                &rules::INDEX_ON_FEW_VALUES,
                format!("{name} is on {} alone, which has {values}", column.name),
            )
            .subject(name)
            .why("a value that many rows share is found faster by reading the table; every write pays for the index")
            .help("make it partial (WHERE the rare value), or put the column before others that narrow further");
            checked.findings.push(labelled(finding, index.origins.creation(), ""));
        }
    }
    checked.examined = count(examined, "index", "indexes");
    checked
}

fn few_values(catalog: &Catalog, ty: &DataType) -> Option<String> {
    if ty.is_array() {
        return None;
    }
    match &ty.base {
        TypeBase::Builtin(builtin) => (builtin.name == "bool").then(|| "two values".to_owned()),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Enum(labels) if labels.len() <= FEW => Some(count(labels.len(), "value", "values")),
            TypeKind::Domain(domain) => few_values(catalog, &domain.base),
            _ => None,
        },
        _ => None,
    }
}
