//! One thing that is not as it was before a migration: in words, and with the statement that it comes from.

use schemactl_schema::catalog::{Attribute, Catalog, ObjectId, TypeKind};
use schemactl_schema::diff::{Change, Difference, ObjectKind};
use schemactl_schema::replay::Ran;
use schemactl_schema::source::{Sources, Span};

/// See the module's documentation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Leftover {
    /// `table public.t stays`.
    pub(super) text: String,
    pub(super) place: Option<(Span, String)>,
    /// Why no down file could do better.
    pub(super) forced: Option<&'static str>,
}

/// Longer values are told of without being quoted.
const LONGEST_VALUE: usize = 40;

impl Leftover {
    /// `difference` has the catalog of before on its left.
    pub(super) fn of(
        difference: &Difference,
        (before, back): (&Catalog, &Catalog),
        sources: &Sources,
        (up, down): (&Ran, &Ran),
    ) -> Self {
        let identity = &difference.identity;
        let kind = difference.kind.word();
        let mut forced = None;
        let (text, label) = match &difference.change {
            Change::OnlyRight(word) => {
                (format!("{} stays", named(difference.kind, word, identity)), "made here")
            }
            Change::OnlyLeft(word) => {
                (format!("{} is gone", named(difference.kind, word, identity)), "taken away here")
            }
            Change::Attribute { attribute, left, right, .. } => {
                forced = unavoidable(*attribute, difference, before, back);
                let text = match forced.and(added_labels(difference, before, back)) {
                    Some(labels) => format!("{labels} of type {identity} cannot be removed"),
                    None => changed(attribute.0, kind, identity, left, right),
                };
                (text, "changed here")
            }
        };
        let known = match difference.change {
            Change::OnlyLeft(_) => None,
            Change::OnlyRight(_) | Change::Attribute { .. } => difference.right_origin,
        };
        // What was only taken away has no origin: the statement that names it is the nearest to one.
        let known = known.filter(|span| ran(up, *span) || ran(down, *span));
        let place = known
            .or_else(|| naming(up, sources, identity))
            .or_else(|| naming(down, sources, identity))
            .map(|span| (span, label.to_owned()))
            .or_else(|| difference.left_origin.map(|span| (span, "made here".to_owned())));
        Self { text, place, forced }
    }
}

fn named(kind: ObjectKind, word: &str, identity: &str) -> String {
    match kind {
        ObjectKind::Constraint => format!("{word} constraint {identity}"),
        _ if word.is_empty() => format!("{} {identity}", kind.word()),
        _ => format!("{word} {identity}"),
    }
}

fn changed(attribute: &str, kind: &str, identity: &str, left: &str, right: &str) -> String {
    match (left, right) {
        ("true" | "", "false") => format!("{kind} {identity} is no longer {attribute}"),
        ("false" | "", "true") => format!("{kind} {identity} is {attribute}"),
        _ => {
            let quoted = |value: &str| match value {
                "" => Some("absent".to_owned()),
                _ if value.len() <= LONGEST_VALUE && !value.contains('\n') => Some(format!("`{value}`")),
                _ => None,
            };
            match (quoted(left), quoted(right)) {
                (Some(was), Some(is)) => {
                    format!("the {attribute} of {kind} {identity} is {is} and was {was}")
                }
                _ => format!("the {attribute} of {kind} {identity} is another"),
            }
        }
    }
}

/// Why PostgreSQL has no statement that undoes a change, if it has none.
fn unavoidable(
    attribute: Attribute,
    difference: &Difference,
    before: &Catalog,
    back: &Catalog,
) -> Option<&'static str> {
    match attribute {
        Attribute::LABELS if added_labels(difference, before, back).is_some() => {
            Some("PostgreSQL has no statement that removes a value of an enum type")
        }
        Attribute("column order") => Some("PostgreSQL puts a column that is added again behind all others"),
        Attribute::VALIDATED if matches!(&difference.change, Change::Attribute { right, .. } if right == "true") => {
            Some(
                "a constraint that was validated needs no undoing: rows that it allows are allowed all the same",
            )
        }
        _ => None,
    }
}

/// The enum values that are new, when no other was taken away or moved.
fn added_labels(difference: &Difference, before: &Catalog, back: &Catalog) -> Option<String> {
    let labels = |catalog: &Catalog, object: Option<ObjectId>| match object {
        Some(ObjectId::Type(id)) => match &catalog.types[id].kind {
            TypeKind::Enum(labels) => labels.iter().map(|label| label.name.clone()).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let (old, new) = (labels(before, difference.left), labels(back, difference.right));
    let (kept, added): (Vec<_>, Vec<_>) = new.into_iter().partition(|label| old.contains(label));
    if kept != old || added.is_empty() {
        return None;
    }
    let words = if added.len() == 1 { "value" } else { "values" };
    let names: Vec<String> = added.iter().map(|label| format!("'{label}'")).collect();
    Some(format!("{words} {}", names.join(", ")))
}

fn ran(ran: &Ran, span: Span) -> bool {
    ran.statements.iter().any(|outcome| outcome.span.file == span.file)
}

/// The last statement in which the object's own name is a word.
fn naming(ran: &Ran, sources: &Sources, identity: &str) -> Option<Span> {
    let whole = identity.split('(').next().unwrap_or(identity);
    let name = whole.rsplit('.').next().unwrap_or(whole).trim_matches('"').to_lowercase();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let has = |text: &str| text.to_lowercase().split(|c| !is_word(c)).any(|word| word == name);
    let mut statements = ran.statements.iter().rev().map(|outcome| outcome.span);
    statements.find(|span| !name.is_empty() && has(sources.text(*span)))
}
