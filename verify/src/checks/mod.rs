//! Looks for the mistakes that schemas of this kind have, one rule a file.

mod duplicate_index;
pub(crate) mod exact_names;
mod few_values;
mod float_for_exact;
mod foreign_key_duplicate;
mod foreign_key_index;
mod index_shape;
mod not_validated;
pub mod pagination;
mod primary_key;
pub mod queue;
mod trigger_columns;

use schemactl_schema::catalog::{Catalog, ConstraintWalker, IndexWalker, RelationWalker};
use schemactl_schema::diagnostic::{Diagnostic, Rule};

use crate::rules;

/// What a check looks for, and how.
#[derive(Debug)]
pub struct Check {
    /// The rules whose findings it makes.
    pub rules: &'static [&'static Rule],
    /// What holds when it finds nothing, after the number of things that were looked at: `no two are equal`.
    pub holds: &'static str,
    pub run: fn(&Catalog) -> Checked,
}

/// What a check did.
#[derive(Clone, Default, Debug)]
pub struct Checked {
    /// The things that were looked at, in words: `164 indexes`.
    pub examined: String,
    pub findings: Vec<Diagnostic>,
    /// What is as it is for a reason that the schema itself gives.
    pub reasons: Vec<String>,
    /// What could not be checked, and why.
    pub not_checked: Vec<String>,
}

/// Every check of the catalog, in the order of the report.
pub const CHECKS: &[Check] = &[
    Check {
        rules: &[&rules::INDEX_DUPLICATE, &rules::INDEX_PREFIX_REDUNDANT],
        holds: "no two are equal, and none is the beginning of another that serves the same queries",
        run: duplicate_index::run,
    },
    Check {
        rules: &[&rules::INDEX_ON_FEW_VALUES],
        holds: "none is on a boolean or a small enum alone",
        run: few_values::run,
    },
    Check {
        rules: &[&rules::FOREIGN_KEY_WITHOUT_INDEX],
        holds: "each has an index that starts with its columns, or a written reason",
        run: foreign_key_index::run,
    },
    Check {
        rules: &[&rules::FOREIGN_KEY_DUPLICATE],
        holds: "none stands twice",
        run: foreign_key_duplicate::run,
    },
    Check { rules: &[&rules::CONSTRAINT_NOT_VALIDATED], holds: "each is validated", run: not_validated::run },
    Check {
        rules: &[&rules::TABLE_WITHOUT_PRIMARY_KEY],
        holds: "each has a primary key",
        run: primary_key::run,
    },
    Check {
        rules: &[&rules::FLOAT_FOR_EXACT],
        holds: "none keeps money or a score in floating point",
        run: float_for_exact::run,
    },
    Check {
        rules: &[&rules::TRIGGER_COLUMN_UNKNOWN],
        holds: "every column of NEW and OLD that a trigger function names is there",
        run: trigger_columns::run,
    },
];

/// Tables that people declared: a partition repeats what its parent says.
fn declared_tables(catalog: &Catalog) -> impl Iterator<Item = RelationWalker<'_>> {
    catalog.tables().filter(|table| table.partition_bound.is_none())
}

/// Indexes that are no copies of a partitioned parent's.
fn declared_indexes(table: RelationWalker<'_>) -> impl Iterator<Item = IndexWalker<'_>> {
    table.indexes().filter(|index| index.parent.is_none())
}

/// Foreign keys of the table itself.
fn foreign_keys(
    table: RelationWalker<'_>,
) -> impl Iterator<Item = (ConstraintWalker<'_>, &schemactl_schema::catalog::ForeignKey)> {
    table.constraints().filter(|constraint| !constraint.inherited).filter_map(|constraint| match &constraint
        .get()
        .kind
    {
        schemactl_schema::catalog::ConstraintKind::ForeignKey(key) => Some((constraint, key)),
        _ => None,
    })
}

/// `1 index`, `3 indexes`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The verb that goes with a number of things.
pub(crate) fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// Adds a place, where the catalog knows one.
fn labelled(
    finding: Diagnostic,
    span: Option<schemactl_schema::source::Span>,
    label: impl Into<String>,
) -> Diagnostic {
    match span {
        Some(span) => finding.label(span, label),
        None => finding,
    }
}

#[cfg(test)]
mod tests;
