//! Foreign keys that no index supports.
//!
//! PostgreSQL makes no index for the referencing side (documentation, "Foreign Keys"). An index supports
//! the key when its first keys are the key's columns, in any order, and it holds every row with a value:
//! it is not partial, or partial on nothing but those columns being NOT NULL. A comment on the constraint
//! that begins `no index:` is a reason to have none, and is shown.

use schemactl_schema::catalog::{Catalog, ColumnId, ForeignKey, IndexWalker, KeyTarget};
use schemactl_schema::diagnostic::Diagnostic;

use super::index_shape::normal;
use super::{Checked, count, declared_tables, foreign_keys, labelled};
use crate::rules;

/// What a comment begins with that gives the reason.
const REASON: &str = "no index:";

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        for (constraint, key) in foreign_keys(table) {
            examined += 1;
            if table.indexes().any(|index| supports(index, key)) {
                continue;
            }
            let name = catalog.printed_name(constraint.id.into());
            if let Some(reason) = reason(catalog, constraint.id.into()) {
                checked.reasons.push(format!("{name}: {reason}"));
                continue;
            }
            let columns = column_list(catalog, &key.columns);
            let partly = table.indexes().find(|index| {
                index.valid
                    && index.predicate.is_none()
                    && matches!(index.keys.first().map(|key| &key.target),
                        Some(KeyTarget::Column(id)) if key.columns.contains(id))
            });
            let mut finding = Diagnostic::new(
                &rules::FOREIGN_KEY_WITHOUT_INDEX,
                match partly {
                    Some(index) => format!(
                        "only the beginning of the foreign key {name} ({columns}) has an index: {}",
                        index.name
                    ),
                    None => format!("no index starts with the columns of the foreign key {name} ({columns})"),
                },
            )
            .subject(name.clone())
            .why(format!(
                "each DELETE on {}, and each UPDATE of its key, reads the whole of {}",
                catalog.printed_name(key.references.into()),
                table.printed_name()
            ))
            .help(format!(
                "CREATE INDEX ON {} ({columns}), or give the reason: COMMENT ON CONSTRAINT {} ON {} IS '{REASON} …'",
                table.printed_name(),
                constraint.name,
                table.printed_name()
            ));
            finding = labelled(finding, constraint.origins.creation(), "the foreign key");
            checked.findings.push(finding);
        }
    }
    checked.examined = count(examined, "foreign key", "foreign keys");
    checked
}

fn reason(catalog: &Catalog, object: schemactl_schema::catalog::ObjectId) -> Option<String> {
    let text = &*catalog.comments.get(&object)?.text;
    let at = text.to_ascii_lowercase().find(REASON)?;
    let reason = text.get(at + REASON.len()..)?.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}

fn supports(index: IndexWalker<'_>, key: &ForeignKey) -> bool {
    let width = key.columns.len();
    if !index.valid || index.keys.len() < width || !matches!(&*index.method, "btree" | "hash") {
        return false;
    }
    let first: Vec<ColumnId> = index.keys[..width]
        .iter()
        .filter_map(|key| match key.target {
            KeyTarget::Column(id) => Some(id),
            KeyTarget::Expression(_) => None,
        })
        .collect();
    key.columns.iter().all(|column| first.contains(column))
        && index.predicate.as_ref().is_none_or(|predicate| {
            // `column = value` implies that it is not NULL, and PostgreSQL knows.
            let text = normal(predicate, index.catalog);
            text.split(" and ").all(|part| {
                let part = part.trim().trim_start_matches('(').trim_end_matches(')').trim();
                part.strip_suffix(" is not null").is_some_and(|name| {
                    let name = name.trim().trim_matches('"');
                    key.columns.iter().any(|id| &*index.catalog.columns[*id].name == name)
                })
            })
        })
}

/// `a, b`.
pub(super) fn column_list(catalog: &Catalog, columns: &[ColumnId]) -> String {
    let names: Vec<_> = columns
        .iter()
        .map(|id| schemactl_schema::catalog::names::quote_identifier(&catalog.columns[*id].name))
        .collect();
    names.join(", ")
}
