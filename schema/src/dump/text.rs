//! Pieces of SQL text that every printed statement is made of: lists, options, quoted bodies, expressions.

use std::borrow::Cow;

use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{Catalog, ColumnId, SqlExpr};
use crate::syntax::keywords::{self, KeywordClass};

/// Type names of more than one word, which may follow `::` without parentheses around the whole.
const WORDY_TYPES: &[&str] = &[
    "bit varying",
    "character varying",
    "double precision",
    "time with time zone",
    "time without time zone",
    "timestamp with time zone",
    "timestamp without time zone",
];

/// Words that look like a function's name before a parenthesis and are none where an index key stands.
const NOT_FUNCTIONS: &[&str] =
    &["exists", "row", "setof", "values", "interval", "time", "timestamp", "xmltable"];

/// A line that says what a dump or a cure leaves out; never more than one line.
pub(crate) fn not_written(what: &str, why: &str) -> String {
    format!("-- not written: {}: {why}", what.replace(['\n', '\r'], " "))
}

/// `a, b, "c d"`.
pub(crate) fn column_list(catalog: &Catalog, columns: &[ColumnId]) -> String {
    let names: Vec<_> = columns.iter().map(|id| quote_identifier(&catalog.columns[*id].name)).collect();
    names.join(", ")
}

/// `fillfactor=80, "toast"."x"='a b'`: storage parameters as `WITH (…)` takes them.
pub(crate) fn options(options: &[(Box<str>, Box<str>)]) -> String {
    let printed: Vec<_> = options
        .iter()
        .map(|(name, value)| format!("{}={}", option_name(name), option_value(value)))
        .collect();
    printed.join(", ")
}

/// Names of options, for `RESET (…)`.
pub(crate) fn option_names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(option_name).collect::<Vec<_>>().join(", ")
}

fn option_name(name: &str) -> String {
    name.split('.').map(quote_identifier).collect::<Vec<_>>().join(".")
}

fn option_value(value: &str) -> Cow<'_, str> {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if number || matches!(value, "true" | "false" | "on" | "off" | "auto" | "local" | "cascaded") {
        Cow::Borrowed(value)
    } else {
        Cow::Owned(quote_literal(value))
    }
}

/// The text in dollar quotes whose tag does not occur in it.
pub(crate) fn dollar_quoted(body: &str) -> String {
    if !body.contains("$$") && !body.ends_with('$') {
        return format!("$${body}$$");
    }
    let mut tag = "$body".to_owned();
    while body.contains(&tag) {
        tag.push('_');
    }
    format!("{tag}${body}{tag}$")
}

/// The expression with present names. Ends in a line break where it holds a line comment, which would
/// swallow what follows.
pub(crate) fn expression(catalog: &Catalog, text: &SqlExpr) -> String {
    let mut printed = text.print(catalog).trim().to_owned();
    if printed.contains("--") {
        printed.push('\n');
    }
    printed
}

/// `(expression)`, without doubling parentheses that surround the whole already.
pub(crate) fn parenthesised(catalog: &Catalog, text: &SqlExpr) -> String {
    let printed = expression(catalog, text);
    if is_wrapped(&printed) { printed } else { format!("({printed})") }
}

/// An expression where the grammar takes a restricted one (`DEFAULT`): parentheses unless it is one term.
pub(crate) fn term(catalog: &Catalog, text: &SqlExpr) -> String {
    let printed = expression(catalog, text);
    if is_term(&printed) { printed } else { format!("({printed})") }
}

/// The key of an index or a partition: a call stands as it is, all else in parentheses.
pub(crate) fn key_expression(catalog: &Catalog, text: &SqlExpr) -> String {
    let printed = expression(catalog, text);
    if is_call(&printed) || is_wrapped(&printed) { printed } else { format!("({printed})") }
}

/// For each byte that is no part of a quoted stretch: the byte, its place, and the depth of parentheses
/// that it stands in (a parenthesis stands outside of itself). `None` when the text has quotes whose end
/// takes a real lexer to find; callers then use parentheses, which are never wrong.
fn shape(text: &str) -> Option<Vec<(usize, u8, u32)>> {
    if text.contains('$') || text.contains('\\') || text.contains("/*") || text.contains("--") {
        return None;
    }
    let mut out = Vec::new();
    let mut quote = None;
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) => {
                if byte == open {
                    quote = None;
                }
            }
            (None, b'\'' | b'"') => {
                out.push((at, byte, depth));
                quote = Some(byte);
            }
            (None, b'(' | b'[') => {
                out.push((at, byte, depth));
                depth += 1;
            }
            (None, b')' | b']') => {
                depth = depth.checked_sub(1)?;
                out.push((at, byte, depth));
            }
            (None, _) => out.push((at, byte, depth)),
        }
    }
    (quote.is_none() && depth == 0).then_some(out)
}

fn is_wrapped(text: &str) -> bool {
    shape(text).is_some_and(|shape| {
        let mut outside = shape.iter().filter(|(_, _, depth)| *depth == 0);
        outside.next().is_some_and(|(_, byte, _)| *byte == b'(')
            && outside.next().is_some_and(|(at, byte, _)| *byte == b')' && at + 1 == text.len())
    })
}

fn is_term(text: &str) -> bool {
    let Some(shape) = shape(text) else { return false };
    let top: Vec<_> = shape.iter().filter(|(_, _, depth)| *depth == 0).collect();
    let cast = top.windows(2).rev().find(|pair| pair[0].1 == b':' && pair[1].1 == b':').map(|pair| pair[0].0);
    let (head, tail) = match cast {
        Some(at) => (text.get(..at).unwrap_or(""), text.get(at + 2..).unwrap_or("")),
        None => (text, ""),
    };
    let one_word = |part: &str| {
        !top.iter().any(|(at, byte, _)| part_holds(text, part, *at) && byte.is_ascii_whitespace())
    };
    let tail_words = tail.split(['(', '[']).next().unwrap_or("").trim();
    let tail_fits = one_word(tail) || WORDY_TYPES.contains(&tail_words);
    let first_word = head.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or("");
    let operator_word = matches!(first_word.to_ascii_lowercase().as_str(), "not" | "exists" | "select");
    !text.is_empty() && one_word(head) && tail_fits && !operator_word
}

/// True when byte `at` of `text` lies in `part`, which is the beginning or the end of `text`.
fn part_holds(text: &str, part: &str, at: usize) -> bool {
    if text.starts_with(part) && part.as_ptr() == text.as_ptr() {
        at < part.len()
    } else {
        at >= text.len() - part.len()
    }
}

fn is_call(text: &str) -> bool {
    let Some(shape) = shape(text) else { return false };
    let Some((open, ..)) = shape.iter().find(|(_, byte, _)| *byte == b'(') else { return false };
    let closes = shape.iter().find(|(at, byte, depth)| at > open && *byte == b')' && *depth == 0);
    let name = text.get(..*open).unwrap_or("");
    let plain = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
    let word = name.to_ascii_lowercase();
    plain
        && closes.is_some_and(|(at, ..)| at + 1 == text.len())
        && keywords::class(&word) != Some(KeywordClass::Reserved)
        && !NOT_FUNCTIONS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_does_not_occur_in_its_body() {
        assert_eq!(dollar_quoted("a $1"), "$$a $1$$");
        assert_eq!(dollar_quoted("a $$b$$"), "$body$a $$b$$$body$");
        assert_eq!(dollar_quoted("$body$ $$"), "$body_$$body$ $$$body_$");
        assert_eq!(dollar_quoted("ends in $"), "$body$ends in $$body$");
    }

    #[test]
    fn parentheses_come_where_the_grammar_needs_them() {
        for (text, default, key) in [
            ("now()", "now()", "now()"),
            ("'a b'::text", "'a b'::text", "('a b'::text)"),
            ("'a'::character varying", "'a'::character varying", "('a'::character varying)"),
            ("'a'::text IS NULL", "('a'::text IS NULL)", "('a'::text IS NULL)"),
            ("NOT(true)", "(NOT(true))", "(NOT(true))"),
            ("(a + b)", "(a + b)", "(a + b)"),
            ("(a) + (b)", "((a) + (b))", "((a) + (b))"),
            ("a -- why", "(a -- why\n)", "(a -- why\n)"),
            ("lower(email) || ''", "(lower(email) || '')", "(lower(email) || '')"),
            ("row(a, b)", "row(a, b)", "(row(a, b))"),
        ] {
            let catalog = Catalog::new();
            let text = SqlExpr::new(text, Vec::new());
            assert_eq!(
                (term(&catalog, &text).as_str(), key_expression(&catalog, &text).as_str()),
                (default, key)
            );
        }
    }

    #[test]
    fn option_values_are_quoted_unless_plain() {
        let given = [("fillfactor".into(), "80".into()), ("toast.x".into(), "a'b".into())];
        assert_eq!(options(&given), "fillfactor=80, toast.x='a''b'");
    }
}
