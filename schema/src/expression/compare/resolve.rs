//! Which function or operator a call means (`func_select_candidate`; documentation: Type Conversion).

use super::ty::{Ty, Types};
use crate::expression::facts::{Context, Signature};

/// One function or operator that a call may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    /// Schema-qualified, for those of `pg_catalog` without schema.
    pub(super) name: Box<str>,
    /// One type for each argument of the call.
    pub(super) arguments: Vec<Ty>,
    pub(super) result: Ty,
    pub(super) volatile: bool,
    /// The last arguments are items of the variadic one.
    pub(super) variadic: bool,
}

/// What was chosen, its pseudo-types replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Chosen {
    pub(super) name: Box<str>,
    pub(super) arguments: Vec<Ty>,
    /// `None`: a pseudo-type that cannot be told from the arguments.
    pub(super) result: Option<Ty>,
    pub(super) volatile: bool,
}

/// The signatures of one name that take `count` arguments, variadic ones spread unless the call says `VARIADIC`.
pub(super) fn candidates(name: &str, signatures: &[Signature], count: usize, spread: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    for signature in signatures {
        let Some(all): Option<Vec<Ty>> =
            signature.arguments.iter().map(|name| name.as_deref().map(Ty::builtin)).collect()
        else {
            continue;
        };
        let result = signature.result.strip_prefix("setof ").unwrap_or(&signature.result);
        found.extend(fit(
            Candidate {
                name: name.into(),
                arguments: all,
                result: Ty::builtin(result),
                volatile: signature.volatile,
                variadic: signature.variadic,
            },
            count,
            spread,
            signature.defaults,
        ));
    }
    found
}

/// Cuts or stretches the arguments to those of a call; `None` when the call gives too few or too many.
pub(super) fn fit(
    mut candidate: Candidate,
    count: usize,
    spread: bool,
    defaults: usize,
) -> Option<Candidate> {
    let declared = candidate.arguments.len();
    if candidate.variadic && spread {
        let last = candidate.arguments.pop()?;
        if count < declared {
            return None;
        }
        let item = if last.array { last.element() } else { last };
        candidate.arguments.resize(count, item);
        return Some(candidate);
    }
    candidate.variadic = false;
    if count > declared || count + defaults < declared {
        return None;
    }
    candidate.arguments.truncate(count);
    Some(candidate)
}

/// Chooses a function. `None` if none or several fit, or a type is not known.
pub(super) fn function(types: Types<'_>, candidates: &[Candidate], given: &[Option<Ty>]) -> Option<Chosen> {
    let given = known(given)?;
    if let Some(exact) =
        candidates.iter().find(|candidate| candidate.arguments == given && !candidate.variadic)
    {
        return settle(types, exact, &given);
    }
    matching(types, candidates.to_vec(), &given)
}

/// Chooses an operator (`oper`, `left_oper`).
pub(super) fn operator(
    types: Types<'_>,
    name: &str,
    signatures: &[Signature],
    given: &[Option<Ty>],
) -> Option<Chosen> {
    let given = known(given)?;
    let candidates: Vec<Candidate> = signatures
        .iter()
        .filter_map(|signature| {
            let mut arguments = Vec::new();
            for (at, argument) in signature.arguments.iter().enumerate() {
                match argument {
                    Some(name) => arguments.push(Ty::builtin(name)),
                    // A prefix operator fits only a call with one operand.
                    None if at == 0 && given.len() == 1 => {}
                    None => return None,
                }
            }
            (arguments.len() == given.len()).then(|| Candidate {
                name: name.into(),
                arguments,
                result: Ty::builtin(&signature.result),
                volatile: false,
                variadic: false,
            })
        })
        .collect();
    let exact = |left: &Ty, right: &Ty| {
        candidates.iter().find(|candidate| matches!(&*candidate.arguments, [l, r] if l == left && r == right))
    };
    match &*given {
        [left, right] => {
            // An unknown constant is first taken for the type of the other side, then for its base type.
            let (assumed_left, assumed_right) = match (left.is_unknown(), right.is_unknown()) {
                (true, false) => (right, right),
                (false, true) => (left, left),
                _ => (left, right),
            };
            if let Some(found) = exact(assumed_left, assumed_right) {
                return settle(types, found, &given);
            }
            if left.is_unknown() != right.is_unknown() {
                let base = types.base(assumed_left);
                if let (true, Some(found)) = (base != *assumed_left, exact(&base, &base)) {
                    return settle(types, found, &given);
                }
            }
        }
        [only] => {
            if let Some(found) = candidates.iter().find(|candidate| candidate.arguments.first() == Some(only))
            {
                return settle(types, found, &given);
            }
        }
        _ => return None,
    }
    matching(types, candidates, &given)
}

fn known(given: &[Option<Ty>]) -> Option<Vec<Ty>> {
    given.iter().map(|ty| ty.clone().filter(|ty| ty.known)).collect()
}

fn matching(types: Types<'_>, mut candidates: Vec<Candidate>, given: &[Ty]) -> Option<Chosen> {
    // What a type of an extension is converted to without being asked is not known.
    if given.iter().any(|ty| !ty.is_unknown() && types.category(ty).is_none()) {
        return None;
    }
    candidates.retain(|candidate| {
        candidate.arguments.iter().zip(given).all(|(to, from)| types.can_coerce(from, to, Context::Implicit))
            && settle(types, candidate, given).is_some()
    });
    let found = match candidates.len() {
        0 => return None,
        1 => candidates.into_iter().next()?,
        _ => select(types, candidates, given)?,
    };
    settle(types, &found, given)
}

/// Keeps the candidates with the highest score.
fn keep_best(candidates: &mut Vec<Candidate>, score: impl Fn(&Candidate) -> usize) {
    let best = candidates.iter().map(&score).max().unwrap_or(0);
    candidates.retain(|candidate| score(candidate) == best);
}

fn only(candidates: &[Candidate]) -> Option<Candidate> {
    if let [found] = candidates { Some(found.clone()) } else { None }
}

fn select(types: Types<'_>, mut candidates: Vec<Candidate>, given: &[Ty]) -> Option<Candidate> {
    let inputs: Vec<Ty> = given.iter().map(|ty| types.base(ty)).collect();
    let categories: Vec<Option<char>> = inputs.iter().map(|ty| types.category(ty)).collect();
    keep_best(&mut candidates, |candidate| {
        candidate.arguments.iter().zip(&inputs).filter(|(to, from)| !from.is_unknown() && to == from).count()
    });
    if let Some(found) = only(&candidates) {
        return Some(found);
    }
    keep_best(&mut candidates, |candidate| {
        let slots = candidate.arguments.iter().zip(&inputs).zip(&categories);
        slots
            .filter(|((to, from), category)| {
                !from.is_unknown()
                    && (to == from || (types.category(to) == **category && Types::is_preferred(to)))
            })
            .count()
    });
    if let Some(found) = only(&candidates) {
        return Some(found);
    }
    if !inputs.iter().any(Ty::is_unknown) {
        return None;
    }
    if let Some(slots) = unknown_slots(types, &candidates, &inputs) {
        let kept: Vec<Candidate> = candidates
            .iter()
            .filter(|candidate| {
                candidate.arguments.iter().zip(&slots).all(|(to, slot)| match slot {
                    Some((category, preferred)) => {
                        types.category(to) == Some(*category) && (!preferred || Types::is_preferred(to))
                    }
                    None => true,
                })
            })
            .cloned()
            .collect();
        if !kept.is_empty() {
            candidates = kept;
        }
        if let Some(found) = only(&candidates) {
            return Some(found);
        }
    }
    // The last resort: all known inputs are of one type, so the unknown ones may be too.
    let mut known = inputs.iter().filter(|ty| !ty.is_unknown());
    let first = known.next()?;
    if !known.all(|ty| ty == first) {
        return None;
    }
    candidates.retain(|candidate| {
        candidate.arguments.iter().all(|to| types.can_coerce(first, to, Context::Implicit))
    });
    only(&candidates)
}

/// For each unknown input the category that the candidates take there, and whether only a preferred type will
/// do. `None` when they disagree at a place.
fn unknown_slots(
    types: Types<'_>,
    candidates: &[Candidate],
    inputs: &[Ty],
) -> Option<Vec<Option<(char, bool)>>> {
    let mut slots = Vec::new();
    for (at, input) in inputs.iter().enumerate() {
        if !input.is_unknown() {
            slots.push(None);
            continue;
        }
        let taken: Option<Vec<(char, bool)>> = candidates
            .iter()
            .map(|candidate| {
                let to = candidate.arguments.get(at)?;
                Some((types.category(to)?, Types::is_preferred(to)))
            })
            .collect();
        let taken = taken?;
        let (first, _) = *taken.first()?;
        let category = if taken.iter().any(|(category, _)| *category == 'S') {
            'S'
        } else if taken.iter().all(|(category, _)| *category == first) {
            first
        } else {
            return None;
        };
        let preferred = taken.iter().any(|(found, preferred)| *found == category && *preferred);
        slots.push(Some((category, preferred)));
    }
    Some(slots)
}

/// `enforce_generic_type_consistency`: replaces the pseudo-types, or says that the arguments do not agree.
fn settle(types: Types<'_>, candidate: &Candidate, given: &[Ty]) -> Option<Chosen> {
    let mut element: Option<Ty> = None;
    let mut range: Option<Ty> = None;
    let mut compatible: Vec<Option<Ty>> = Vec::new();
    for (declared, actual) in candidate.arguments.iter().zip(given) {
        if declared.array {
            continue;
        }
        let unknown = actual.is_unknown();
        let (found, loose) = match &*declared.base {
            "anyelement" | "anynonarray" | "anyenum" => (actual.clone(), false),
            "anyarray" => (types.base(actual).element(), false),
            "anyrange" | "anymultirange" => {
                if !unknown {
                    let actual = types.base(actual);
                    if declared.is("anyrange") {
                        if range.as_ref().is_some_and(|range| *range != actual) {
                            return None;
                        }
                        range = Some(actual.clone());
                    }
                }
                match types.subtype(&types.base(actual)) {
                    Some(subtype) => (subtype, false),
                    None if unknown => continue,
                    None => return None,
                }
            }
            "anycompatible" | "anycompatiblenonarray" => (actual.clone(), true),
            "anycompatiblearray" => (types.base(actual).element(), true),
            "anycompatiblerange" | "anycompatiblemultirange" => return None,
            _ => continue,
        };
        if loose {
            compatible.push(Some(if unknown { Ty::builtin("unknown") } else { found }));
        } else if !unknown {
            if element.as_ref().is_some_and(|element| *element != found) {
                return None;
            }
            element = Some(found);
        }
    }
    let compatible = if compatible.is_empty() { None } else { Some(types.common(&compatible)?) };
    let replace = |declared: &Ty| -> Option<Ty> {
        if declared.array {
            return Some(declared.clone());
        }
        match &*declared.base {
            "anyelement" | "anynonarray" | "anyenum" => element.clone(),
            "anyarray" => element.as_ref().map(Ty::array_of),
            "anyrange" => range.clone(),
            "anymultirange" => None,
            "anycompatible" | "anycompatiblenonarray" => compatible.clone(),
            "anycompatiblearray" => compatible.as_ref().map(Ty::array_of),
            _ => Some(declared.clone()),
        }
    };
    let mut arguments = Vec::new();
    for (declared, actual) in candidate.arguments.iter().zip(given) {
        let settled = if declared.is("any") || declared.is("record") || declared.is("anymultirange") {
            actual.clone()
        } else {
            replace(declared)?
        };
        arguments.push(settled);
    }
    let result = replace(&candidate.result).filter(|ty| !ty.is("record") && !ty.is("any"));
    Some(Chosen { name: candidate.name.clone(), arguments, result, volatile: candidate.volatile })
}
