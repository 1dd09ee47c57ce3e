//! Whether two values of an attribute are the same.

use super::facts::{Expression, Value};
use super::scope::Surroundings;
use crate::catalog::Catalog;
use crate::expression;

/// What a comparison can say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Verdict {
    Equal,
    /// Not known without a server.
    Undecidable,
    Different,
}

/// Compares two values of one attribute.
pub(super) fn compare(left_in: &Catalog, left: &Value, right: &Value) -> Verdict {
    match (left, right) {
        (Value::Expression(left), Value::Expression(right)) => expressions(left_in, left, right),
        (Value::Query(left), Value::Query(right)) => super::query::compare(left_in, left, right),
        (Value::Opaque(left), Value::Opaque(right)) if left.is_empty() || right.is_empty() => {
            decided(left == right)
        }
        (Value::Opaque(left), Value::Opaque(right)) => {
            if folded(left) == folded(right) {
                Verdict::Equal
            } else {
                Verdict::Undecidable
            }
        }
        (Value::List(left), Value::List(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right);
            pairs.map(|(left, right)| compare(left_in, left, right)).max().unwrap_or(Verdict::Equal)
        }
        (Value::Order(left), Value::Order(right)) => {
            let both_left = left.iter().filter(|name| right.contains(name));
            let both_right = right.iter().filter(|name| left.contains(name));
            decided(both_left.eq(both_right))
        }
        _ => decided(left.text() == right.text()),
    }
}

fn decided(equal: bool) -> Verdict {
    if equal { Verdict::Equal } else { Verdict::Different }
}

/// The one place where expressions are judged: both by what their names mean on the left side, since a name
/// that the right side gives another meaning is a difference of its own.
fn expressions(left_in: &Catalog, left: &Expression, right: &Expression) -> Verdict {
    if left.text == right.text {
        return Verdict::Equal;
    }
    let expected = left.expected.as_ref().map(|ty| ty.print(left_in));
    let scope = Surroundings { catalog: left_in, expression: left };
    match expression::compare_as(&left.text, &right.text, &scope, expected.as_deref()) {
        expression::Verdict::Equal => Verdict::Equal,
        expression::Verdict::Different => Verdict::Different,
        expression::Verdict::Undecidable
            if expected.as_deref().is_some_and(|ty| ty.starts_with("timestamp"))
                && days_apart(&left.text, &right.text).is_some_and(|days| days > 1) =>
        {
            Verdict::Different
        }
        expression::Verdict::Undecidable => Verdict::Undecidable,
    }
}

/// How many days lie between two constants that begin with a date. A time zone moves less than one.
fn days_apart(left: &str, right: &str) -> Option<u32> {
    let day = |text: &str| {
        let date = text.trim().strip_prefix('\'')?.get(..10)?;
        let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        // Months of 31 days keep the order, and two days that are apart stay apart.
        Some((year * 12 + month) * 31 + day)
    };
    Some(day(left)?.abs_diff(day(right)?))
}

/// The text with every stretch of white space outside of quotes made one space.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    for character in text.trim().chars() {
        match quote {
            Some(open) if character == open => quote = None,
            None if matches!(character, '\'' | '"') => quote = Some(character),
            None if character.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                continue;
            }
            _ => {}
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(left: &Value, right: &Value) -> Verdict {
        let catalog = Catalog::new();
        compare(&catalog, left, right)
    }

    #[test]
    fn white_space_counts_only_inside_quotes() {
        assert_eq!(folded(" a\n  +  'b  c' "), "a + 'b  c'");
    }

    #[test]
    fn an_order_is_judged_by_what_both_sides_have() {
        let order = |names: &[&str]| Value::Order(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(verdict(&order(&["a", "b", "c"]), &order(&["a", "c"])), Verdict::Equal);
        assert_eq!(verdict(&order(&["a", "b", "c"]), &order(&["c", "a"])), Verdict::Different);
    }

    #[test]
    fn a_list_is_as_certain_as_its_least_certain_difference() {
        let list = |label: &str, body: &str| {
            Value::List(vec![Value::Text(label.to_owned()), Value::Opaque(body.to_owned())])
        };
        assert_eq!(verdict(&list("a", "x"), &list("a", "y")), Verdict::Undecidable);
        assert_eq!(verdict(&list("a", "x"), &list("b", "y")), Verdict::Different);
        assert_eq!(verdict(&list("a", "x"), &list("a", " x ")), Verdict::Equal);
    }
}
