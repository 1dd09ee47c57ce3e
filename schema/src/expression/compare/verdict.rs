//! Two analysed trees to a verdict.

use super::Verdict;
use super::term::{Head, Term, Value};

/// Beyond so many pairs of terms it is not looked for which belong together.
const MAX_PAIRS: usize = 250_000;

/// Equal trees mean the same. Unequal ones differ for certain only where everything in them is known.
pub(super) fn verdict(left: &Term, right: &Term) -> Verdict {
    if left == right {
        return Verdict::Equal;
    }
    let sure = left.is_certain() && right.is_certain();
    differ(left, right, sure)
}

/// Casts say nothing certain while types are not known.
fn without_casts(term: &Term, sure: bool) -> &Term {
    match (&term.head, &*term.children) {
        (Head::Coerce | Head::Length { .. }, [child]) if !sure => without_casts(child, sure),
        _ => term,
    }
}

fn differ(left: &Term, right: &Term, sure: bool) -> Verdict {
    if left == right {
        return Verdict::Equal;
    }
    let (left, right) = (without_casts(left, sure), without_casts(right, sure));
    let uncertain = if sure { Verdict::Different } else { Verdict::Undecidable };
    match (&left.head, &right.head) {
        (Head::Query { .. }, _) | (_, Head::Query { .. }) => Verdict::Undecidable,
        (Head::Constant(a), Head::Constant(b)) => constants(left, a, right, b, sure),
        (Head::And, Head::And) | (Head::Or, Head::Or) => terms(&left.children, &right.children, sure),
        (
            Head::Call { name: a, known: a_known, details: a_details, .. },
            Head::Call { name: b, known: b_known, details: b_details, .. },
        ) if a != b || a_known != b_known || a_details != b_details => {
            let last = |name: &str| name.rsplit('.').next().unwrap_or("").to_owned();
            if (a_known & b_known) || last(a) != last(b) || left.children.len() != right.children.len() {
                // A name that is not known here may hide another form of a known one.
                if a_known & b_known || !(*a_known || *b_known) { Verdict::Different } else { uncertain }
            } else {
                all(&left.children, &right.children, sure, Verdict::Undecidable)
            }
        }
        (Head::Operator { name: a, known: a_known }, Head::Operator { name: b, known: b_known }) => {
            let last = |name: &str| name.rsplit('.').next().unwrap_or("").to_owned();
            if last(a) != last(b) || left.children.len() != right.children.len() {
                Verdict::Different
            } else {
                let floor = if a == b && a_known == b_known { Verdict::Equal } else { Verdict::Undecidable };
                let found = all(&left.children, &right.children, sure, floor);
                if found == Verdict::Equal { uncertain } else { found }
            }
        }
        (a, b) if a == b && left.children.len() == right.children.len() => {
            match all(&left.children, &right.children, sure, Verdict::Equal) {
                // Only the types can differ.
                Verdict::Equal => uncertain,
                found => found,
            }
        }
        // A constant may be an array or a converted value once its type is known.
        (Head::Constant(_) | Head::Array | Head::Quantified { .. }, _)
        | (_, Head::Constant(_) | Head::Array | Head::Quantified { .. }) => uncertain,
        _ => Verdict::Different,
    }
}

/// The strongest verdict over pairs: one difference decides.
fn all(left: &[Term], right: &[Term], sure: bool, floor: Verdict) -> Verdict {
    let mut found = floor;
    for (left, right) in left.iter().zip(right) {
        match differ(left, right, sure) {
            Verdict::Different => return Verdict::Different,
            Verdict::Undecidable => found = Verdict::Undecidable,
            Verdict::Equal => {}
        }
    }
    found
}

/// `AND` and `OR`: the order of terms may matter where one of them can fail, so another order is undecidable.
fn terms(left: &[Term], right: &[Term], sure: bool) -> Verdict {
    if left.len().saturating_mul(right.len()) > MAX_PAIRS {
        return Verdict::Undecidable;
    }
    let mut rest: Vec<&Term> = right.iter().collect();
    let mut unmatched = Vec::new();
    for term in left {
        match rest.iter().position(|other| *other == term) {
            Some(at) => {
                rest.remove(at);
            }
            None => unmatched.push(term),
        }
    }
    if unmatched.is_empty() && rest.is_empty() {
        return Verdict::Undecidable;
    }
    // A term that no term of the other side may be equal to is a difference.
    let lonely = |term: &&Term, others: &[&Term]| {
        others.iter().all(|other| differ(term, other, sure) == Verdict::Different)
    };
    if unmatched.iter().any(|term| lonely(term, &rest)) || rest.iter().any(|term| lonely(term, &unmatched)) {
        Verdict::Different
    } else {
        Verdict::Undecidable
    }
}

fn constants(left: &Term, a: &Value, right: &Term, b: &Value, sure: bool) -> Verdict {
    let uncertain = if sure { Verdict::Different } else { Verdict::Undecidable };
    match (a, b) {
        (Value::Null, Value::Null) => uncertain,
        (Value::Null, _) | (_, Value::Null) => Verdict::Different,
        (Value::Exact(a), Value::Exact(b)) if left.ty == right.ty => {
            // The scale of a numeric is not part of its value.
            let numeric = left.ty.as_ref().is_some_and(|ty| ty.is("numeric"));
            if numeric && trimmed(a) == trimmed(b) || left.ty.as_ref().is_none_or(super::ty::Ty::is_unknown) {
                Verdict::Undecidable
            } else {
                Verdict::Different
            }
        }
        (Value::Exact(_), Value::Exact(_)) => uncertain,
        _ => Verdict::Undecidable,
    }
}

fn trimmed(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}
