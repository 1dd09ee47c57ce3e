//! Which function or operator a call means (`parse_func.c`, `parse_oper.c`; documentation: Type Conversion).

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::coerce::{Context, Conversion};
use super::facts;
use super::polymorphic::{self, Meaning, is_polymorphic};
use super::scope::{ScopeFunctionKind, TypeRef};
use super::types::{Ty, Types};
use crate::catalog::ObjectId;

/// A function, aggregate or window function.
#[derive(Clone, Debug)]
pub(crate) struct Routine {
    pub(crate) id: Option<ObjectId>,
    /// Of PostgreSQL's own.
    pub(crate) builtin: bool,
    pub(crate) kind: ScopeFunctionKind,
    pub(crate) arguments: Vec<Ty>,
    pub(crate) names: Vec<Box<str>>,
    pub(crate) defaults: usize,
    pub(crate) variadic: bool,
    pub(crate) result: Ty,
    pub(crate) set: bool,
    pub(crate) outputs: Vec<(Box<str>, Ty)>,
}

/// An operator.
#[derive(Clone, Debug)]
pub(crate) struct OperatorEntry {
    pub(crate) id: Option<ObjectId>,
    pub(crate) builtin: bool,
    /// One type for a prefix operator, else two.
    pub(crate) arguments: Vec<Ty>,
    pub(crate) result: Ty,
    pub(crate) strict: bool,
}

/// How a search ended.
#[derive(Clone, Debug)]
pub(crate) enum Found<T> {
    One(T),
    None,
    Several,
    /// Types or extensions that are not known here decide.
    Undetermined,
}

/// A routine chosen for a call, its pseudo-types replaced.
#[derive(Clone, Debug)]
pub(crate) struct ChosenRoutine {
    pub(crate) routine: Rc<Routine>,
    /// What each argument of the call becomes, in the order of the call.
    pub(crate) arguments: Vec<Ty>,
    /// `None`: a pseudo-type that no argument tells.
    pub(crate) result: Option<Ty>,
    pub(crate) outputs: Vec<(Box<str>, Option<Ty>)>,
}

/// What a call with function syntax means.
#[derive(Clone, Debug)]
pub(crate) enum Call {
    Routine(ChosenRoutine),
    /// `date(x)`: a cast to the type.
    Cast(Ty),
}

#[derive(Clone, Debug)]
pub(crate) struct ChosenOperator {
    /// The object, of an operator that the scope defines.
    pub(crate) id: Option<ObjectId>,
    pub(crate) builtin: bool,
    pub(crate) arguments: Vec<Ty>,
    pub(crate) result: Ty,
    pub(crate) strict: bool,
}

/// Something that a call may mean: types in the order of the call.
#[derive(Clone, Debug)]
struct Candidate<T> {
    arguments: Vec<Ty>,
    /// Of the schema in the search path.
    place: usize,
    expanded: bool,
    /// How many defaults stand in.
    defaulted: usize,
    entry: T,
}

type OperatorTable = FxHashMap<(Box<str>, Box<str>), Rc<[OperatorEntry]>>;

/// The searches of one analysis, with what they found before.
#[derive(Debug)]
pub(crate) struct Resolver<'a> {
    pub(crate) types: Types<'a>,
    operators: RefCell<OperatorTable>,
}

/// The arguments of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'g> {
    pub(crate) types: &'g [Ty],
    /// Of the last arguments, which were given by name.
    pub(crate) names: &'g [&'g str],
    /// The last argument is `VARIADIC`.
    pub(crate) variadic: bool,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(types: Types<'a>) -> Self {
        Self { types, operators: RefCell::default() }
    }

    // Functions.

    /// The routines of a name in one schema.
    fn routines(&self, schema: &str, name: &str) -> Vec<Routine> {
        let types = &self.types;
        let mut found = Vec::new();
        for row in facts::functions(name) {
            if types.source_schema(row.source) != Some(schema) {
                continue;
            }
            let arguments: Option<Vec<Ty>> = row.arguments().map(|fact| types.of_fact(fact)).collect();
            let (Some(arguments), Some(result)) = (arguments, types.of_fact(row.result)) else { continue };
            let kind = match (row.kind.get(..1), row.kind.get(1..2)) {
                (Some("a"), Some("o" | "h")) => ScopeFunctionKind::Aggregate {
                    direct: Some(row.kind.get(2..).and_then(|count| count.parse().ok()).unwrap_or(0)),
                },
                (Some("a"), _) => ScopeFunctionKind::Aggregate { direct: None },
                (Some("w"), _) => ScopeFunctionKind::Window,
                _ => ScopeFunctionKind::Function,
            };
            found.push(Routine {
                id: None,
                builtin: row.source.is_empty(),
                kind,
                arguments,
                names: row.names().map(Into::into).collect(),
                defaults: row.defaults,
                variadic: row.variadic,
                result,
                set: row.set,
                outputs: row
                    .outputs()
                    .filter_map(|(name, fact)| Some((name.into(), types.of_fact(fact)?)))
                    .collect(),
            });
        }
        found.extend(self.range_constructors(schema, name));
        for function in types.scope.functions(schema, name) {
            let ty = |used: &TypeRef| types.of_ref(used);
            let arguments: Option<Vec<Ty>> = function.arguments.iter().map(|(_, used)| ty(used)).collect();
            let outputs: Option<Vec<_>> =
                function.outputs.iter().map(|(name, used)| Some((name.clone(), ty(used)?))).collect();
            let (Some(arguments), Some(result), Some(outputs)) = (arguments, ty(&function.result), outputs)
            else {
                continue;
            };
            found.push(Routine {
                id: function.id,
                builtin: false,
                kind: function.kind,
                arguments,
                names: function.arguments.into_iter().map(|(name, _)| name).collect(),
                defaults: function.defaults,
                variadic: function.variadic,
                result,
                set: function.returns_set,
                outputs,
            });
        }
        found
    }

    /// The functions that a range type of the scope brings, named as it and as its multirange type.
    fn range_constructors(&self, schema: &str, name: &str) -> Vec<Routine> {
        let types = &self.types;
        // PostgreSQL's own are in the tables.
        let Some(result) = types.named(schema, name).filter(|ty| types.info(*ty).fact.is_none()) else {
            return Vec::new();
        };
        let routine = |arguments: Vec<Ty>, variadic: bool| Routine {
            id: types.info(result).id,
            builtin: false,
            kind: ScopeFunctionKind::Function,
            arguments,
            names: Vec::new(),
            defaults: 0,
            variadic,
            result,
            set: false,
            outputs: Vec::new(),
        };
        if let Some(subtype) = types.range_subtype(result) {
            return vec![
                routine(vec![subtype, subtype], false),
                routine(vec![subtype, subtype, Ty::TEXT], false),
            ];
        }
        match types.range_of_multirange(result) {
            Some(range) => vec![
                routine(Vec::new(), false),
                routine(vec![range], false),
                routine(vec![types.array_of(range)], true),
            ],
            None => Vec::new(),
        }
    }

    fn schemas<'p>(&'p self, schema: Option<&'p str>) -> Vec<&'p str> {
        match schema {
            Some(schema) => vec![schema],
            None => self.types.path().iter().map(|schema| &**schema).collect(),
        }
    }

    /// What a call by name means (`func_get_detail`). `name` has 1 or 2 parts.
    pub(crate) fn call(&self, schema: Option<&str>, name: &str, given: Given<'_>) -> Found<Call> {
        let mut candidates: Vec<Candidate<Rc<Routine>>> = Vec::new();
        for (place, schema) in self.schemas(schema).into_iter().enumerate() {
            for routine in self.routines(schema, name) {
                if let Some(candidate) = self.fit(routine, place, given) {
                    candidates.push(candidate);
                }
            }
        }
        hide_shadowed(&mut candidates);
        if let Some(exact) = candidates.iter().find(|candidate| candidate.arguments == given.types) {
            return self.settle_call(exact, given.types);
        }
        // `date(x)`, where no function of that name takes the type.
        if let ([only], true) = (given.types, given.names.is_empty())
            && let Some(to) = self.cast_by_name(schema, name)
        {
            let relabels = match self.types.conversion(*only, to, Context::Explicit) {
                Some(Conversion::Relabel) => true,
                Some(Conversion::Text) => {
                    // Row types become strings only by a cast that is written as one.
                    !((self.types.fields(*only).is_some() || *only == Ty::RECORD)
                        && self.types.category(to) == 'S')
                }
                _ => false,
            };
            if *only == Ty::UNKNOWN || relabels {
                return Found::One(Call::Cast(to));
            }
        }
        match self.choose(candidates, given.types) {
            Found::One(found) => self.settle_call(&found, given.types),
            Found::None => Found::None,
            Found::Several => Found::Several,
            Found::Undetermined => Found::Undetermined,
        }
    }

    /// A type of this name that a call may be a cast to (`FuncNameAsType`).
    fn cast_by_name(&self, schema: Option<&str>, name: &str) -> Option<Ty> {
        let path: Vec<&str> = schema.into_iter().chain([name]).collect();
        let found = self.types.of_path(&path)?;
        let row = self.types.fields(found).is_some();
        (!row && !self.types.is_pseudo(found)).then_some(found)
    }

    /// True where some routine has the name, whatever it takes.
    pub(crate) fn is_routine(&self, schema: Option<&str>, name: &str) -> bool {
        self.schemas(schema).into_iter().any(|schema| !self.routines(schema, name).is_empty())
    }

    /// The arguments as a call gives them, or `None` where it gives too few or too many.
    fn fit(&self, routine: Routine, place: usize, given: Given<'_>) -> Option<Candidate<Rc<Routine>>> {
        let count = given.types.len();
        let declared = routine.arguments.len();
        if routine.kind == ScopeFunctionKind::Procedure {
            return None;
        }
        if !given.names.is_empty() {
            return self.fit_named(routine, place, given);
        }
        if routine.variadic && !given.variadic && count >= declared {
            let mut arguments = routine.arguments.clone();
            let last = arguments.pop()?;
            arguments.resize(count, polymorphic::item(&self.types, last));
            let entry = Rc::new(routine);
            return Some(Candidate { arguments, place, expanded: true, defaulted: 0, entry });
        }
        if count > declared || count + routine.defaults < declared || (given.variadic && !routine.variadic) {
            return None;
        }
        let arguments = routine.arguments.get(..count)?.to_vec();
        let defaulted = declared - count;
        Some(Candidate { arguments, place, expanded: false, defaulted, entry: Rc::new(routine) })
    }

    /// `MatchNamedCall`.
    fn fit_named(&self, routine: Routine, place: usize, given: Given<'_>) -> Option<Candidate<Rc<Routine>>> {
        let count = given.types.len();
        let declared = routine.arguments.len();
        let positional = count.checked_sub(given.names.len())?;
        if (routine.variadic && !given.variadic) || count > declared {
            return None;
        }
        let mut used = vec![false; declared];
        used.iter_mut().take(positional).for_each(|slot| *slot = true);
        let mut arguments = routine.arguments.get(..positional)?.to_vec();
        for name in given.names {
            let at = routine.names.iter().position(|own| **own == **name)?;
            if std::mem::replace(used.get_mut(at)?, true) {
                return None;
            }
            arguments.push(*routine.arguments.get(at)?);
        }
        let first_default = declared - routine.defaults.min(declared);
        if used.iter().take(first_default).any(|used| !used) {
            return None;
        }
        let defaulted = declared - count;
        Some(Candidate { arguments, place, expanded: false, defaulted, entry: Rc::new(routine) })
    }

    fn settle_call(&self, candidate: &Candidate<Rc<Routine>>, given: &[Ty]) -> Found<Call> {
        let types = &self.types;
        let Some(meaning) = polymorphic::meaning(types, &candidate.arguments, given) else {
            return Found::None;
        };
        let routine = &candidate.entry;
        let arguments = settled_arguments(types, &meaning, &candidate.arguments, given);
        let outputs = routine
            .outputs
            .iter()
            .map(|(name, declared)| (name.clone(), meaning.apply(types, *declared)))
            .collect();
        Found::One(Call::Routine(ChosenRoutine {
            routine: Rc::clone(routine),
            arguments,
            result: meaning.apply(types, routine.result),
            outputs,
        }))
    }

    // Operators.

    fn operators_of(&self, schema: &str, name: &str) -> Rc<[OperatorEntry]> {
        let key: (Box<str>, Box<str>) = (schema.into(), name.into());
        if let Some(found) = self.operators.borrow().get(&key) {
            return Rc::clone(found);
        }
        let types = &self.types;
        let mut found = Vec::new();
        for row in facts::operators(name) {
            if types.source_schema(row.source) != Some(schema) {
                continue;
            }
            let left = row.left.map(|fact| types.of_fact(fact));
            let arguments: Option<Vec<Ty>> = left.into_iter().chain([types.of_fact(row.right)]).collect();
            if let (Some(arguments), Some(result)) = (arguments, types.of_fact(row.result)) {
                let builtin = row.source.is_empty();
                found.push(OperatorEntry { id: None, builtin, arguments, result, strict: row.strict });
            }
        }
        for operator in types.scope.operators(schema, name) {
            let left = operator.left.as_ref().map(|used| types.of_ref(used));
            let arguments: Option<Vec<Ty>> =
                left.into_iter().chain([types.of_ref(&operator.right)]).collect();
            if let (Some(arguments), Some(result)) = (arguments, types.of_ref(&operator.result)) {
                found.push(OperatorEntry {
                    id: operator.id,
                    builtin: false,
                    arguments,
                    result,
                    strict: false,
                });
            }
        }
        let found: Rc<[OperatorEntry]> = found.into();
        self.operators.borrow_mut().insert(key, Rc::clone(&found));
        found
    }

    /// What an operator with these operands means (`oper`, `left_oper`).
    pub(crate) fn operator(&self, schema: Option<&str>, name: &str, given: &[Ty]) -> Found<ChosenOperator> {
        let types = &self.types;
        let schemas = self.schemas(schema);
        let exact = |wanted: &[Ty]| {
            schemas.iter().find_map(|schema| {
                self.operators_of(schema, name).iter().find(|entry| entry.arguments == wanted).cloned()
            })
        };
        let mut assumed = given.to_vec();
        // An unknown constant is first taken for the type of the other side, then for its base type.
        if let [left, right] = &mut *assumed {
            if *left == Ty::UNKNOWN {
                *left = *right;
            } else if *right == Ty::UNKNOWN {
                *right = *left;
            }
        }
        let mut found = exact(&assumed);
        if found.is_none() && assumed != given {
            let base = types.base(assumed.first().copied().unwrap_or(Ty::UNKNOWN));
            found = exact(&[base, base]);
        }
        if let Some(found) = found {
            return self.settle_operator(&found, given);
        }
        let mut candidates = Vec::new();
        for (place, schema) in schemas.iter().enumerate() {
            for entry in self.operators_of(schema, name).iter() {
                if entry.arguments.len() == given.len() {
                    candidates.push(Candidate {
                        arguments: entry.arguments.clone(),
                        place,
                        expanded: false,
                        defaulted: 0,
                        entry: entry.clone(),
                    });
                }
            }
        }
        hide_shadowed(&mut candidates);
        match self.choose(candidates, given) {
            Found::One(found) => self.settle_operator(&found.entry, given),
            Found::None => Found::None,
            Found::Several => Found::Several,
            Found::Undetermined => Found::Undetermined,
        }
    }

    fn settle_operator(&self, entry: &OperatorEntry, given: &[Ty]) -> Found<ChosenOperator> {
        let types = &self.types;
        let Some(meaning) = polymorphic::meaning(types, &entry.arguments, given) else { return Found::None };
        let Some(result) = meaning.apply(types, entry.result) else { return Found::Undetermined };
        Found::One(ChosenOperator {
            id: entry.id,
            builtin: entry.builtin,
            arguments: settled_arguments(types, &meaning, &entry.arguments, given),
            result,
            strict: entry.strict,
        })
    }

    // Choosing.

    fn choose<T: Clone>(&self, mut candidates: Vec<Candidate<T>>, given: &[Ty]) -> Found<Candidate<T>> {
        let types = &self.types;
        candidates.retain(|candidate| self.accepts(&candidate.arguments, given));
        let unsure = types.open_world() || given.iter().any(|ty| types.is_opaque(*ty));
        match candidates.len() {
            0 if unsure => Found::Undetermined,
            0 => Found::None,
            1 => candidates.pop().map_or(Found::None, Found::One),
            _ => match self.select(candidates, given) {
                Some(found) => Found::One(found),
                None if unsure => Found::Undetermined,
                None => Found::Several,
            },
        }
    }

    /// `can_coerce_type` for all arguments.
    fn accepts(&self, declared: &[Ty], given: &[Ty]) -> bool {
        let types = &self.types;
        let mut generic = false;
        for (to, from) in declared.iter().zip(given) {
            if is_polymorphic(*to) {
                generic = true;
            } else if !types.can_coerce(*from, *to, Context::Implicit) {
                return false;
            }
        }
        !generic || polymorphic::meaning(types, declared, given).is_some()
    }

    /// `func_select_candidate`.
    fn select<T: Clone>(&self, mut candidates: Vec<Candidate<T>>, given: &[Ty]) -> Option<Candidate<T>> {
        let types = &self.types;
        let inputs: Vec<Ty> =
            given.iter().map(|ty| if *ty == Ty::UNKNOWN { *ty } else { types.base(*ty) }).collect();
        keep_best(&mut candidates, |arguments| {
            arguments.iter().zip(&inputs).filter(|(to, from)| **from != Ty::UNKNOWN && to == from).count()
        });
        if let [only] = &*candidates {
            return Some(only.clone());
        }
        keep_best(&mut candidates, |arguments| {
            let slots = arguments.iter().zip(&inputs);
            slots
                .filter(|(to, from)| {
                    **from != Ty::UNKNOWN
                        && (to == from || {
                            let info = types.info(**to);
                            info.preferred && info.category == types.category(**from)
                        })
                })
                .count()
        });
        if let [only] = &*candidates {
            return Some(only.clone());
        }
        if !inputs.contains(&Ty::UNKNOWN) {
            return None;
        }
        if let Some(slots) = self.unknown_slots(&candidates, &inputs) {
            let fits = |candidate: &&Candidate<T>| {
                candidate.arguments.iter().zip(&slots).all(|(to, slot)| match slot {
                    Some((category, preferred)) => {
                        let info = types.info(*to);
                        info.category == *category && (!preferred || info.preferred)
                    }
                    None => true,
                })
            };
            let kept: Vec<_> = candidates.iter().filter(fits).cloned().collect();
            if !kept.is_empty() {
                candidates = kept;
            }
            if let [only] = &*candidates {
                return Some(only.clone());
            }
        }
        // The last resort: all known inputs are of one type, so the unknown ones may be too.
        let mut known = inputs.iter().copied().filter(|ty| *ty != Ty::UNKNOWN);
        let first = known.next()?;
        if !known.all(|ty| ty == first) {
            return None;
        }
        let all = vec![first; inputs.len()];
        candidates.retain(|candidate| self.accepts(&candidate.arguments, &all));
        match &*candidates {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// For each unknown input the category that the candidates take there, and whether only a preferred type
    /// will do. `None` when they disagree at a place.
    fn unknown_slots<T>(
        &self,
        candidates: &[Candidate<T>],
        inputs: &[Ty],
    ) -> Option<Vec<Option<(char, bool)>>> {
        let mut slots = Vec::new();
        for (at, input) in inputs.iter().enumerate() {
            if *input != Ty::UNKNOWN {
                slots.push(None);
                continue;
            }
            let mut slot: Option<(char, bool)> = None;
            let mut conflict = false;
            for candidate in candidates {
                let info = self.types.info(*candidate.arguments.get(at)?);
                match &mut slot {
                    None => slot = Some((info.category, info.preferred)),
                    Some((category, preferred)) if *category == info.category => *preferred |= info.preferred,
                    Some(_) if info.category == 'S' => slot = Some(('S', info.preferred)),
                    Some(_) => conflict = true,
                }
            }
            if conflict && slot.is_some_and(|(category, _)| category != 'S') {
                return None;
            }
            slots.push(slot);
        }
        Some(slots)
    }
}

fn settled_arguments(types: &Types<'_>, meaning: &Meaning, declared: &[Ty], given: &[Ty]) -> Vec<Ty> {
    let settle = |(declared, given): (&Ty, &Ty)| match *declared {
        // What accepts anything leaves it as it is; a constant of no type becomes text.
        Ty::ANY => *given,
        Ty::RECORD => *given,
        _ => meaning.apply(types, *declared).unwrap_or(*given),
    };
    declared.iter().zip(given).map(settle).collect()
}

fn keep_best<T>(candidates: &mut Vec<Candidate<T>>, score: impl Fn(&[Ty]) -> usize) {
    let best = candidates.iter().map(|candidate| score(&candidate.arguments)).max().unwrap_or(0);
    candidates.retain(|candidate| score(&candidate.arguments) == best);
}

/// Of candidates with the same arguments only the first in the path counts, and one that takes the arguments as they
/// are before one that spreads a `VARIADIC` or needs defaults (`FuncnameGetCandidates`).
fn hide_shadowed<T: Clone>(candidates: &mut Vec<Candidate<T>>) {
    let mut kept: Vec<Candidate<T>> = Vec::with_capacity(candidates.len());
    for candidate in candidates.drain(..) {
        match kept.iter_mut().find(|other| other.arguments == candidate.arguments) {
            Some(other) => {
                let rank = |found: &Candidate<T>| (found.place, found.expanded, found.defaulted);
                if rank(&candidate) < rank(other) {
                    *other = candidate;
                }
            }
            None => kept.push(candidate),
        }
    }
    *candidates = kept;
}
