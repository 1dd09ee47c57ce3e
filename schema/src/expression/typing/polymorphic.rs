//! Pseudo-types that stand for the types of arguments (`check_generic_type_consistency` and
//! `enforce_generic_type_consistency` of PostgreSQL; documentation: Polymorphic Types).

use super::types::{Ty, Types};

pub(crate) fn is_polymorphic(ty: Ty) -> bool {
    matches!(
        ty,
        Ty::ANYELEMENT
            | Ty::ANYARRAY
            | Ty::ANYNONARRAY
            | Ty::ANYENUM
            | Ty::ANYRANGE
            | Ty::ANYMULTIRANGE
            | Ty::ANYCOMPATIBLE
            | Ty::ANYCOMPATIBLEARRAY
            | Ty::ANYCOMPATIBLENONARRAY
            | Ty::ANYCOMPATIBLERANGE
            | Ty::ANYCOMPATIBLEMULTIRANGE
    )
}

/// What the pseudo-types of one call stand for. `None`: no argument tells.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Meaning {
    element: Option<Ty>,
    array: Option<Ty>,
    range: Option<Ty>,
    multirange: Option<Ty>,
    compatible: Option<Ty>,
    compatible_range: Option<Ty>,
    compatible_multirange: Option<Ty>,
}

/// What the pseudo-types stand for with these arguments; `None` if the arguments do not agree.
pub(crate) fn meaning(types: &Types<'_>, declared: &[Ty], given: &[Ty]) -> Option<Meaning> {
    let mut found = Meaning::default();
    let mut compatible = Vec::new();
    let mut compatible_used = false;
    let agree = |slot: &mut Option<Ty>, ty: Ty| match *slot {
        Some(before) => before == ty,
        None => {
            *slot = Some(ty);
            true
        }
    };
    for (declared, given) in declared.iter().zip(given) {
        compatible_used |= is_polymorphic(*declared)
            && matches!(
                *declared,
                Ty::ANYCOMPATIBLE
                    | Ty::ANYCOMPATIBLEARRAY
                    | Ty::ANYCOMPATIBLENONARRAY
                    | Ty::ANYCOMPATIBLERANGE
                    | Ty::ANYCOMPATIBLEMULTIRANGE
            );
        if *given == Ty::UNKNOWN {
            continue;
        }
        let base = types.base(*given);
        let fits = match *declared {
            Ty::ANYELEMENT | Ty::ANYNONARRAY | Ty::ANYENUM => agree(&mut found.element, *given),
            Ty::ANYARRAY => agree(&mut found.array, base),
            Ty::ANYRANGE => agree(&mut found.range, base),
            Ty::ANYMULTIRANGE => agree(&mut found.multirange, base),
            Ty::ANYCOMPATIBLE | Ty::ANYCOMPATIBLENONARRAY => {
                compatible.push(*given);
                true
            }
            Ty::ANYCOMPATIBLEARRAY => {
                compatible.push(types.element(base)?);
                true
            }
            Ty::ANYCOMPATIBLERANGE => {
                if found.compatible_range.is_none() {
                    compatible.push(types.range_subtype(base)?);
                }
                agree(&mut found.compatible_range, base)
            }
            Ty::ANYCOMPATIBLEMULTIRANGE => {
                if found.compatible_multirange.is_none() {
                    compatible.push(types.range_subtype(types.range_of_multirange(base)?)?);
                }
                agree(&mut found.compatible_multirange, base)
            }
            _ => true,
        };
        if !fits {
            return None;
        }
    }
    // `anyarray` itself is the type of some columns of pg_catalog.
    if let Some(array) = found.array.filter(|array| *array != Ty::ANYARRAY)
        && !agree(&mut found.element, types.element(array)?)
    {
        return None;
    }
    if let Some(multirange) = found.multirange
        && !agree(&mut found.range, types.range_of_multirange(multirange)?)
    {
        return None;
    }
    if let Some(range) = found.range
        && !agree(&mut found.element, types.range_subtype(range)?)
    {
        return None;
    }
    if let Some(multirange) = found.compatible_multirange
        && !agree(&mut found.compatible_range, types.range_of_multirange(multirange)?)
    {
        return None;
    }
    if let Some(element) = found.element {
        let is_array = types.is_array(types.base(element));
        if (declared.contains(&Ty::ANYNONARRAY) && is_array)
            || (declared.contains(&Ty::ANYENUM) && !types.is_enum(element))
        {
            return None;
        }
    } else if declared.contains(&Ty::ANYENUM) {
        return None;
    }
    if compatible_used {
        let common = types.common(&compatible).ok()?;
        let subtype = found.compatible_range.and_then(|range| types.range_subtype(range));
        if !types.all_become(&compatible, common)
            || (declared.contains(&Ty::ANYCOMPATIBLENONARRAY) && types.is_array(types.base(common)))
            || subtype.is_some_and(|subtype| subtype != common)
        {
            return None;
        }
        found.compatible = Some(common);
    }
    Some(found)
}

impl Meaning {
    /// The type that a declared one stands for; `None` where no argument tells.
    pub(crate) fn apply(&self, types: &Types<'_>, declared: Ty) -> Option<Ty> {
        match declared {
            Ty::ANYELEMENT | Ty::ANYNONARRAY | Ty::ANYENUM => self.element,
            Ty::ANYARRAY => self.array.or_else(|| self.element.map(|element| types.array_of(element))),
            Ty::ANYRANGE => self.range,
            Ty::ANYMULTIRANGE => {
                self.multirange.or_else(|| self.range.and_then(|range| types.multirange_of(range)))
            }
            Ty::ANYCOMPATIBLE | Ty::ANYCOMPATIBLENONARRAY => self.compatible,
            Ty::ANYCOMPATIBLEARRAY => self.compatible.map(|element| types.array_of(element)),
            Ty::ANYCOMPATIBLERANGE => self.compatible_range,
            Ty::ANYCOMPATIBLEMULTIRANGE => self
                .compatible_multirange
                .or_else(|| self.compatible_range.and_then(|range| types.multirange_of(range))),
            _ if types.element(declared) == Some(Ty::ANYELEMENT) => {
                self.element.map(|element| types.array_of(element))
            }
            _ => Some(declared),
        }
    }
}

/// What an item of a `VARIADIC` argument is declared as.
pub(crate) fn item(types: &Types<'_>, declared: Ty) -> Ty {
    match declared {
        Ty::ANYARRAY => Ty::ANYELEMENT,
        Ty::ANYCOMPATIBLEARRAY => Ty::ANYCOMPATIBLE,
        _ => types.element(declared).unwrap_or(declared),
    }
}
