//! Storage parameters: which there are, and what values they take (documentation, "CREATE TABLE", "CREATE INDEX").

use super::stop::{Result, Stop};
use crate::syntax::tree::OptionItem;

/// Name, least and greatest value of a parameter that is a number.
type Bounds = (&'static str, f64, f64);

/// Of tables and, less the first three, of their TOAST tables. Those of newer servers are taken by all.
const OF_TABLES: &[Bounds] = &[
    ("fillfactor", 10.0, 100.0),
    ("toast_tuple_target", 128.0, 8160.0),
    ("parallel_workers", 0.0, 1024.0),
    ("autovacuum_vacuum_threshold", 0.0, 2_147_483_647.0),
    ("autovacuum_vacuum_max_threshold", -1.0, 2_147_483_647.0),
    ("autovacuum_vacuum_insert_threshold", -1.0, 2_147_483_647.0),
    ("autovacuum_analyze_threshold", 0.0, 2_147_483_647.0),
    ("autovacuum_vacuum_cost_limit", 1.0, 10_000.0),
    ("autovacuum_freeze_min_age", 0.0, 1_000_000_000.0),
    ("autovacuum_multixact_freeze_min_age", 0.0, 1_000_000_000.0),
    ("autovacuum_freeze_max_age", 100_000.0, 2_000_000_000.0),
    ("autovacuum_multixact_freeze_max_age", 10_000.0, 2_000_000_000.0),
    ("autovacuum_freeze_table_age", 0.0, 2_000_000_000.0),
    ("autovacuum_multixact_freeze_table_age", 0.0, 2_000_000_000.0),
    ("autovacuum_vacuum_cost_delay", 0.0, 100.0),
    ("autovacuum_vacuum_scale_factor", 0.0, 100.0),
    ("autovacuum_vacuum_insert_scale_factor", 0.0, 100.0),
    ("autovacuum_analyze_scale_factor", 0.0, 100.0),
    ("vacuum_max_eager_freeze_failure_rate", 0.0, 1.0),
    ("log_autovacuum_min_duration", -1.0, 2_147_483_647.0),
];

/// Those of tables that are words.
const WORDS_OF_TABLES: &[&str] =
    &["autovacuum_enabled", "user_catalog_table", "vacuum_index_cleanup", "vacuum_truncate"];

/// Of indexes, by access method.
const OF_INDEXES: &[(&str, &[Bounds], &[&str])] = &[
    ("btree", &[("fillfactor", 10.0, 100.0)], &["deduplicate_items"]),
    ("hash", &[("fillfactor", 10.0, 100.0)], &[]),
    ("gist", &[("fillfactor", 10.0, 100.0)], &["buffering"]),
    ("spgist", &[("fillfactor", 10.0, 100.0)], &[]),
    ("gin", &[("gin_pending_list_limit", 64.0, 2_147_483_647.0)], &["fastupdate"]),
    ("brin", &[("pages_per_range", 1.0, 131_072.0)], &["autosummarize"]),
];

/// Refuses a parameter of a table that there is none of.
pub(super) fn check_table_parameters(items: &[OptionItem]) -> Result<()> {
    for item in items {
        match &item.namespace {
            Some(namespace) if &*namespace.text != "toast" => {
                let message = format!("unrecognized parameter namespace \"{}\"", namespace.text);
                return Err(Stop::refused("22023", item.span, message));
            }
            // `WITH (oids)` was a feature once, and has a refusal of its own.
            None if &*item.name.text == "oids" => {
                let off =
                    item.value.as_ref().is_some_and(|value| matches!(&*value.text, "false" | "off" | "0"));
                if !off {
                    return Err(Stop::refused(
                        "0A000",
                        item.span,
                        "tables declared WITH OIDS are not supported",
                    ));
                }
            }
            _ => check(item, OF_TABLES, WORDS_OF_TABLES)?,
        }
    }
    Ok(())
}

/// Refuses a parameter of an index that its access method has none of.
pub(super) fn check_index_parameters(items: &[OptionItem], method: &str) -> Result<()> {
    let Some((_, numbers, words)) = OF_INDEXES.iter().find(|(name, ..)| *name == method) else {
        return Ok(());
    };
    items.iter().try_for_each(|item| check(item, numbers, words))
}

fn check(item: &OptionItem, numbers: &[Bounds], words: &[&str]) -> Result<()> {
    let name = &*item.name.text;
    if words.contains(&name) {
        return Ok(());
    }
    let Some((_, least, greatest)) = numbers.iter().find(|(known, ..)| *known == name) else {
        return Err(Stop::refused("22023", item.span, format!("unrecognized parameter \"{name}\"")));
    };
    let Some(value) = item.value.as_ref().and_then(|value| value.text.parse::<f64>().ok()) else {
        return Ok(());
    };
    if (*least..=*greatest).contains(&value) {
        return Ok(());
    }
    let message = format!("value {value} out of bounds for option \"{name}\"");
    Err(Stop::refused("22023", item.span, message).help(format!("from {least} to {greatest}")))
}
