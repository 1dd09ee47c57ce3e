//! Sequences as SQL: their options, their creation, and who owns them.

use crate::catalog::{Catalog, Persistence, Sequence, SequenceId};

/// The smallest and largest value of a sequence's type.
fn bounds(sequence: &Sequence) -> (i64, i64) {
    match sequence.data_type.builtin_name() {
        Some("int2") => (i16::MIN.into(), i16::MAX.into()),
        Some("int4") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN, i64::MAX),
    }
}

/// The options that differ from those a sequence of this type and direction has by itself.
pub(crate) fn options(sequence: &Sequence) -> Vec<String> {
    let (low, high) = bounds(sequence);
    let up = sequence.increment > 0;
    let (min, max) = if up { (1, high) } else { (low, -1) };
    let start = if up { sequence.min } else { sequence.max };
    let mut out = Vec::new();
    for (word, value, default) in [
        ("INCREMENT BY", sequence.increment, 1),
        ("MINVALUE", sequence.min, min),
        ("MAXVALUE", sequence.max, max),
        ("START WITH", sequence.start, start),
        ("CACHE", sequence.cache, 1),
    ] {
        if value != default {
            out.push(format!("{word} {value}"));
        }
    }
    if sequence.cycle {
        out.push("CYCLE".to_owned());
    }
    out
}

/// All options, default or not: what `ALTER SEQUENCE` needs to reach this state from any other.
pub(crate) fn all_options(sequence: &Sequence) -> String {
    format!(
        "INCREMENT BY {} MINVALUE {} MAXVALUE {} START WITH {} CACHE {} {}CYCLE",
        sequence.increment,
        sequence.min,
        sequence.max,
        sequence.start,
        sequence.cache,
        if sequence.cycle { "" } else { "NO " }
    )
}

/// `CREATE SEQUENCE …`, without its owner.
pub(crate) fn create(catalog: &Catalog, id: SequenceId) -> String {
    let sequence = &catalog.sequences[id];
    let unlogged = if sequence.persistence == Persistence::Unlogged { "UNLOGGED " } else { "" };
    let mut out = format!("CREATE {unlogged}SEQUENCE {}", catalog.printed_name(id.into()));
    if sequence.data_type.builtin_name() != Some("int8") {
        out.push_str("\n    AS ");
        out.push_str(&sequence.data_type.print(catalog));
    }
    for option in options(sequence) {
        out.push_str("\n    ");
        out.push_str(&option);
    }
    out.push(';');
    out
}

/// `ALTER SEQUENCE … OWNED BY …`.
pub(crate) fn owned_by(catalog: &Catalog, id: SequenceId) -> String {
    let owner = match catalog.sequences[id].owned_by {
        Some(column) => catalog.printed_name(column.into()),
        None => "NONE".to_owned(),
    };
    format!("ALTER SEQUENCE {} OWNED BY {owner};", catalog.printed_name(id.into()))
}

/// `ALTER SEQUENCE … AS …`, for the sequence of an identity whose column is of another type.
pub(crate) fn set_type(catalog: &Catalog, id: SequenceId) -> String {
    let sequence = &catalog.sequences[id];
    let ty = sequence.data_type.print(catalog);
    // All else is said again: the bounds of the old type would become those of the new.
    format!("ALTER SEQUENCE {} AS {ty} {};", catalog.printed_name(id.into()), all_options(sequence))
}
