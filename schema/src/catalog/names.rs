//! Names: how they are quoted, and those that PostgreSQL invents (`ChooseIndexName`, `makeObjectName`).

use std::borrow::Cow;

use crate::syntax::keywords;

/// PostgreSQL's `NAMEDATALEN - 1`: the most bytes a name keeps.
pub const MAX_NAME_BYTES: usize = 63;

/// Quotes an identifier where it must be, as `quote_identifier` of PostgreSQL does.
pub fn quote_identifier(name: &str) -> Cow<'_, str> {
    let mut bytes = name.bytes();
    let plain = bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && !keywords::must_be_quoted(name);
    if plain { Cow::Borrowed(name) } else { Cow::Owned(format!("\"{}\"", name.replace('"', "\"\""))) }
}

/// `schema.name`, each part quoted where it must be.
pub fn qualified(schema: &str, name: &str) -> String {
    let (schema, name) = (quote_identifier(schema), quote_identifier(name));
    [&*schema, ".", &*name].concat()
}

/// A string literal; with backslashes in it, in the form that does not depend on
/// `standard_conforming_strings`.
pub fn quote_literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if quoted.contains('\\') { format!("E'{}'", quoted.replace('\\', "\\\\")) } else { format!("'{quoted}'") }
}

/// Cuts a name to 63 bytes, at a character boundary.
pub fn truncate(name: &str) -> &str {
    let mut end = name.len().min(MAX_NAME_BYTES);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    &name[..end]
}

/// `makeObjectName`: `name1_name2_label`, the longer of the first two shortened until all fits in 63 bytes.
pub fn make_object_name(name1: &str, name2: Option<&str>, label: &str) -> String {
    let overhead = 1 + label.len() + usize::from(name2.is_some());
    let available = MAX_NAME_BYTES.saturating_sub(overhead);
    let (mut first, mut second) = (name1.len(), name2.map_or(0, str::len));
    while first + second > available {
        if first > second {
            first -= 1;
        } else {
            second -= 1;
        }
    }
    let cut = |name: &str, mut end: usize| {
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        name[..end].to_owned()
    };
    let mut out = cut(name1, first);
    if let Some(name2) = name2 {
        out.push('_');
        out.push_str(&cut(name2, second));
    }
    out.push('_');
    out.push_str(label);
    out
}

/// `ChooseRelationName` and `ChooseConstraintName`: tries `label`, `label1`, `label2`, … until `taken` says no.
pub fn choose_name(name1: &str, name2: Option<&str>, label: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut candidate = make_object_name(name1, name2, label);
    let mut pass = 0_u32;
    while taken(&candidate) {
        pass += 1;
        candidate = make_object_name(name1, name2, &format!("{label}{pass}"));
    }
    candidate
}

/// `ChooseIndexNameAddition`: column names joined by `_`, cut once they pass 63 bytes.
pub fn index_name_addition<'a>(columns: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for column in columns {
        if !out.is_empty() {
            out.push('_');
        }
        out.push_str(column);
        if out.len() > MAX_NAME_BYTES {
            break;
        }
    }
    truncate(&out).to_owned()
}
