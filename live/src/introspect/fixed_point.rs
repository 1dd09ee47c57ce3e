//! Text that the server printed, so written that reading it again gives what was printed.
//!
//! Two of PostgreSQL's printed forms are read as something else than they were printed from
//! (`ruleutils.c`, and [Array Constructors](https://www.postgresql.org/docs/current/sql-expressions.html)):
//!
//! - `(ARRAY['a'::character varying])::text[]` stands for an array that is cast as a whole, and is read as one whose
//!   elements are cast each, because a cast behind `ARRAY[…]` is passed on to them whatever the parentheses. A cast to
//!   the type that the array has anyway, in between, takes that pass and changes nothing. `IN (…)` on a `varchar`
//!   column is printed so.
//! - A view that is `VALUES` under other column names is printed as a query of a `VALUES` list, which is read as a
//!   subquery.

use std::borrow::Cow;

use schemactl_schema::catalog::SqlExpr;

use super::printed::{Kind, Token, deeper, tokens};

/// An expression that the server printed; its names are looked up later.
pub(super) fn expression(text: impl AsRef<str>) -> SqlExpr {
    SqlExpr::new(arrays(text.as_ref()), Vec::new())
}

/// The query of a view that the server printed, without the semicolon.
pub(super) fn query(text: &str) -> String {
    arrays(values(text)).into_owned()
}

/// Puts the cast that takes the pass behind every array that is cast as a whole.
fn arrays(text: &str) -> Cow<'_, str> {
    if !text.contains("(ARRAY[") {
        return Cow::Borrowed(text);
    }
    let tokens = tokens(text);
    let is =
        |at: usize, written: &str| tokens.get(at).is_some_and(|token: &Token| token.text(text) == written);
    // Where to write, and what; an array inside of another ends first.
    let mut casts: Vec<(usize, String)> = Vec::new();
    for open in 0..tokens.len() {
        if !(is(open, "(") && is(open + 1, "ARRAY") && is(open + 2, "[")) {
            continue;
        }
        let Some(close) = closing(text, &tokens, open + 2) else { continue };
        if is(close + 1, ")")
            && is(close + 2, ":")
            && is(close + 3, ":")
            && let Some(ty) = array_element(text, &tokens[open + 3..close])
        {
            casts.push((tokens[close].end, format!("::{ty}[]")));
        }
    }
    if casts.is_empty() {
        return Cow::Borrowed(text);
    }
    casts.sort();
    let mut out = String::with_capacity(text.len() + 32);
    let mut at = 0;
    for (place, cast) in casts {
        out.push_str(text.get(at..place).unwrap_or_default());
        out.push_str(&cast);
        at = place;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

/// The token that closes the bracket at `open`.
fn closing(text: &str, tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        depth = deeper(depth, *token, text);
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The type of an array's elements, told by the first that tells: all have one type.
fn array_element<'a>(text: &'a str, elements: &[Token]) -> Option<&'a str> {
    let mut depth = 0;
    let mut start = 0;
    for (at, token) in elements.iter().enumerate() {
        let comma = depth == 0 && token.text(text) == ",";
        if comma && let Some(ty) = element_type(text, &elements[start..at]) {
            return Some(ty);
        }
        if comma {
            start = at + 1;
        }
        depth = deeper(depth, *token, text);
    }
    element_type(text, &elements[start..])
}

/// The type that an element shows: by a cast at its end, by a constant without one, or by an array's own elements.
fn element_type<'a>(text: &'a str, element: &[Token]) -> Option<&'a str> {
    let first = element.first()?;
    let written = first.text(text);
    let mut depth = 0;
    let mut cast = None;
    for (at, token) in element.iter().enumerate() {
        if depth == 0
            && token.text(text) == ":"
            && element.get(at + 1).is_some_and(|next| next.text(text) == ":")
        {
            cast = Some(at + 2);
        }
        depth = deeper(depth, *token, text);
    }
    if let Some(at) = cast {
        return without_modifier(text, element.get(at..)?);
    }
    match element {
        [only] if only.kind == Kind::Number => {
            Some(match (only.text(text), only.text(text).parse::<i64>()) {
                (_, Ok(number)) if i32::try_from(number).is_ok() => "integer",
                (_, Ok(_)) => "bigint",
                _ => "numeric",
            })
        }
        [only] if only.kind == Kind::Word && matches!(only.text(text), "true" | "false") => Some("boolean"),
        [_, open, inner @ .., _] if written == "ARRAY" && open.text(text) == "[" => {
            array_element(text, inner)
        }
        _ => None,
    }
}

/// A type's text up to its modifier; of one that has words behind it (`timestamp(3) with time zone`) nothing can be
/// left out in one piece, so the cast is not told.
fn without_modifier<'a>(text: &'a str, ty: &[Token]) -> Option<&'a str> {
    let (first, last) = (ty.first()?, ty.last()?);
    match ty.iter().position(|token| token.text(text) == "(") {
        None => text.get(first.start..last.end).map(|ty| ty.trim_end_matches("[]")),
        Some(open) if last.text(text) == ")" => text.get(first.start..ty.get(open.checked_sub(1)?)?.end),
        Some(_) => None,
    }
}

/// The `VALUES` behind a view that is nothing else.
fn values(text: &str) -> &str {
    const COLUMN: &str = "\"*VALUES*\"";
    let tokens = tokens(text);
    let written: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
    let read = || {
        let from = written.iter().position(|word| *word == "FROM")?;
        let columns = written.get(..from)?.strip_prefix(&["SELECT"])?;
        let mut number = 0;
        for column in columns.split(|word| *word == ",") {
            number += 1;
            let [COLUMN, ".", name, rest @ ..] = column else { return None };
            if *name != format!("column{number}") || !matches!(rest, [] | ["AS", _]) {
                return None;
            }
        }
        let [_, "(", "VALUES", .., ")", COLUMN] = written.get(from..)? else { return None };
        let (open, close) = (tokens.get(from + 1)?, tokens.get(tokens.len() - 2)?);
        // A subquery has a space here.
        (tokens.get(from + 2)?.start == open.end).then(|| text.get(open.end..close.start))?
    };
    read().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(printed: &str, again: &str) {
        assert_eq!(query(printed), again);
    }

    #[test]
    fn an_array_that_is_cast_as_a_whole_is_cast_to_its_own_type_first() {
        becomes(
            "((a)::text = ANY ((ARRAY['x'::character varying, 'y]'::character varying])::text[]))",
            "((a)::text = ANY ((ARRAY['x'::character varying, 'y]'::character varying]::character varying[])::text[]))",
        );
        becomes(
            "(ARRAY['x'::character varying(3)])::text[]",
            "(ARRAY['x'::character varying(3)]::character varying[])::text[]",
        );
        becomes("(ARRAY[1, 2])::bigint[]", "(ARRAY[1, 2]::integer[])::bigint[]");
        becomes(
            "(ARRAY[a, (b)::public.\"T\"])::text[]",
            "(ARRAY[a, (b)::public.\"T\"]::public.\"T\"[])::text[]",
        );
        becomes("(ARRAY[ARRAY[1.5], ARRAY[2]])::text[]", "(ARRAY[ARRAY[1.5], ARRAY[2]]::numeric[])::text[]");
    }

    #[test]
    fn other_text_stays() {
        for text in [
            "ARRAY[('x'::character varying)::text]",
            "(ARRAY[a, b])::text[]",
            "(ARRAY['2020-01-01 00:00:00'::timestamp(3) without time zone])::text[]",
            "'(ARRAY[1])::text[]'::text",
        ] {
            becomes(text, text);
        }
    }

    #[test]
    fn a_view_of_values_is_values() {
        becomes(
            " SELECT \"*VALUES*\".column1 AS a,\n    \"*VALUES*\".column2\n   FROM (VALUES (1,'x'::text), (2,'y'::text)) \"*VALUES*\"",
            "VALUES (1,'x'::text), (2,'y'::text)",
        );
        let subquery = " SELECT \"*VALUES*\".column1 AS a\n   FROM ( VALUES (1)) \"*VALUES*\"";
        becomes(subquery, subquery);
        let ordered = " SELECT \"*VALUES*\".column1\n   FROM (VALUES (1)) \"*VALUES*\"\n  ORDER BY 1";
        becomes(ordered, ordered);
    }
}
