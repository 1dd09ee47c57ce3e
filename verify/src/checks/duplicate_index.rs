//! Equal indexes, and indexes that are the beginning of another.
//!
//! Two indexes are held to serve the same queries when method, keys (column or expression, collation,
//! operator class, direction; B-trees also read backwards) and predicate agree. The shorter one is then
//! redundant unless it enforces something itself. The longer one is larger, so a table that is read by the
//! short key alone may want to keep both: that is what `[[allow]]` with a reason is for.

use schemactl_schema::catalog::{Catalog, IndexWalker};
use schemactl_schema::diagnostic::Diagnostic;

use super::index_shape::{holds_columns, same_predicate, same_prefix};
use super::{Checked, count, declared_indexes, declared_tables, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        let indexes: Vec<_> = declared_indexes(table).collect();
        examined += indexes.len();
        for (at, index) in indexes.iter().enumerate() {
            // One finding for a redundant index is enough, however many others cover it.
            let covering = indexes
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .filter_map(|(other, longer)| {
                    covers(*longer, *index, other < at).map(|equal| (equal, *longer))
                })
                .reduce(|best, next| if next.0 && !best.0 { next } else { best });
            if let Some((equal, longer)) = covering {
                checked.findings.push(finding(*index, longer, equal));
            }
        }
    }
    checked.examined = count(examined, "index", "indexes");
    checked
}

/// Whether `longer` makes `shorter` needless: `Some(true)` when they are equal. Of two that make each other
/// needless the one that is declared first stays.
fn covers(longer: IndexWalker<'_>, shorter: IndexWalker<'_>, longer_is_first: bool) -> Option<bool> {
    let catalog = longer.catalog;
    if !same_prefix(shorter.get(), longer.get(), catalog)
        || !same_predicate(shorter.get(), longer.get(), catalog)
        || !longer.valid
        || shorter.replica_identity
    {
        return None;
    }
    let equal = shorter.keys.len() == longer.keys.len()
        && holds_columns(longer.get(), &shorter.include)
        && holds_columns(shorter.get(), &longer.include);
    if equal {
        let stays = |index: IndexWalker<'_>| (index.constraint.is_some(), index.unique);
        let rules_agree = shorter.nulls_not_distinct == longer.nulls_not_distinct;
        // What is not unique never makes a unique index needless.
        if shorter.unique && !(longer.unique && rules_agree) {
            return None;
        }
        return match stays(longer).cmp(&stays(shorter)) {
            std::cmp::Ordering::Greater => Some(true),
            std::cmp::Ordering::Equal => longer_is_first.then_some(true),
            std::cmp::Ordering::Less => None,
        };
    }
    let enforces = shorter.unique || shorter.constraint.is_some();
    let longer_serves = shorter.keys.len() == longer.keys.len() || &*longer.method == "btree";
    (!enforces && longer_serves && holds_columns(longer.get(), &shorter.include)).then_some(false)
}

fn finding(index: IndexWalker<'_>, longer: IndexWalker<'_>, equal: bool) -> Diagnostic {
    let catalog = index.catalog;
    let name = catalog.printed_name(index.id.into());
    let of = if longer.constraint.is_some() { "the index of the constraint " } else { "" };
    let finding = if equal {
        Diagnostic::new(&rules::INDEX_DUPLICATE, format!("{name} is equal to {of}{}", longer.name))
            .why("every write keeps both, and no query needs the second")
    } else {
        Diagnostic::new(
            &rules::INDEX_PREFIX_REDUNDANT,
            format!("{name} is the beginning of {of}{}", longer.name),
        )
        .why("what it serves, the longer one serves too, and every write keeps both")
    };
    let help = match index.constraint {
        Some(id) => format!("drop the constraint {}", catalog.constraints[id].name),
        None => format!(
            "drop it, or say why it stays with `[[allow]] code = \"{}\"` in schemactl.toml",
            finding.code
        ),
    };
    let finding = labelled(finding.subject(name).help(help), index.origins.creation(), "this one");
    labelled(finding, longer.origins.creation(), "the other")
}
