//! Differences as findings, each at the line of the migration that set what differs.

use super::{Change, Difference};
use crate::catalog::Attribute;
use crate::diagnostic::Diagnostic;
use crate::rules;

/// How the two sides are called in messages: `migrations`, `live database postgres://…`.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    pub left: &'a str,
    pub right: &'a str,
    pub places: Places,
}

/// Which side's statements are shown: those whose files are in the `Sources` that the findings will be
/// rendered with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Places {
    Left,
    Right,
    Both,
}

/// Longer values are told of without being quoted.
const LONGEST_VALUE: usize = 160;

/// One finding a difference, in the same order. The left side is the one that is meant to hold.
pub fn diagnostics(differences: &[Difference], labels: Labels<'_>) -> Vec<Diagnostic> {
    differences.iter().map(|difference| diagnostic(difference, labels)).collect()
}

fn diagnostic(difference: &Difference, labels: Labels<'_>) -> Diagnostic {
    let Labels { left, right, places } = labels;
    let identity = &difference.identity;
    let mut made = match &difference.change {
        Change::OnlyLeft(word) => {
            let named = named(difference, word);
            Diagnostic::new(&rules::OBJECT_MISSING, format!("{named} is in {left}, but not in {right}"))
                .help(format!("bring {right} up to {left}, or take the {word} out of {left}"))
        }
        Change::OnlyRight(word) => {
            let named = named(difference, word);
            Diagnostic::new(&rules::OBJECT_UNEXPECTED, format!("{named} is in {right}, but not in {left}"))
                .help(format!("add it to {left} if it is meant to stay, or drop it from {right}"))
        }
        Change::Attribute { attribute, left: ours, right: theirs, undecidable } => {
            let what = format!("the {} of {} {identity}", attribute.0, difference.kind.word());
            let message = match (*attribute == Attribute::BODY, quoted(ours), quoted(theirs)) {
                _ if (ours == "true" && theirs == "false") || (ours == "false" && theirs == "true") => {
                    let (yes, no) = if ours == "true" { (left, right) } else { (right, left) };
                    format!(
                        "{} {identity} is {} in {yes}, but not in {no}",
                        difference.kind.word(),
                        attribute.0
                    )
                }
                (false, Some(ours), Some(theirs)) => {
                    format!("{what} is {ours} in {left}, but {theirs} in {right}")
                }
                _ => format!("{what} in {left} is not that in {right}{}", first_difference(ours, theirs)),
            };
            if *undecidable {
                Diagnostic::new(&rules::ATTRIBUTE_UNDECIDABLE, message.replacen(", but ", " and ", 1))
                    .why("the two are written differently and may mean the same; only a server can tell")
            } else {
                Diagnostic::new(&rules::ATTRIBUTE_DIFFERS, message)
            }
        }
    };
    made = made.subject(identity.clone());
    for (origin, label, hidden) in
        [(difference.left_origin, left, Places::Right), (difference.right_origin, right, Places::Left)]
    {
        if let Some(span) = origin.filter(|_| places != hidden) {
            made = made.label(span, format!("set here in {label}"));
        }
    }
    made
}

fn named(difference: &Difference, word: &str) -> String {
    let kind = difference.kind.word();
    match difference.kind {
        super::ObjectKind::Constraint => format!("{word} constraint {}", difference.identity),
        _ if word.is_empty() => format!("{kind} {}", difference.identity),
        _ => format!("{word} {}", difference.identity),
    }
}

/// The value in a form that fits a line; `None` for what does not.
fn quoted(value: &str) -> Option<String> {
    match value {
        "" => Some("absent".to_owned()),
        _ if value.len() <= LONGEST_VALUE && !value.contains('\n') => Some(format!("`{value}`")),
        _ => None,
    }
}

/// Where two long texts part: the first line that is not the same.
fn first_difference(left: &str, right: &str) -> String {
    if left.is_empty() || right.is_empty() {
        return String::new();
    }
    let mut lines = left.lines().zip(right.lines()).zip(1..);
    match lines.find(|((left, right), _)| left != right) {
        Some((_, number)) => format!(" (from line {number} on)"),
        None => " (one is longer)".to_owned(),
    }
}
