//! Which type becomes which, and the type that several agree on (`parse_coerce.c`; documentation: Type Conversion).

use super::facts;
use super::types::{Ty, Types};

/// Where a conversion happens: each allows what those before it allow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Context {
    Implicit,
    Assignment,
    Explicit,
}

/// How a conversion is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Conversion {
    /// The bytes stay as they are.
    Relabel,
    Function,
    /// Element by element.
    Array,
    /// By way of the text form.
    Text,
    /// Between a row type and `record`, or down a table's ancestry.
    Row,
}

impl Types<'_> {
    pub(crate) fn category(&self, ty: Ty) -> char {
        self.info(ty).category
    }

    /// `find_coercion_pathway`.
    pub(crate) fn pathway(&self, from: Ty, to: Ty, context: Context) -> Option<Conversion> {
        let from = self.base(from);
        let to = self.base(to);
        if from == to {
            return Some(Conversion::Relabel);
        }
        if let Some((needs, method)) = self.cast(from, to) {
            return (needs <= context).then_some(method);
        }
        if let (Some(from_item), Some(to_item)) = (self.element(from), self.element(to))
            && to != Ty::OIDVECTOR
            && to != Ty::INT2VECTOR
            && self.pathway(from_item, to_item, context).is_some()
        {
            return Some(Conversion::Array);
        }
        let text = (context >= Context::Assignment && self.category(to) == 'S')
            || (context == Context::Explicit && self.category(from) == 'S');
        text.then_some(Conversion::Text)
    }

    /// An entry of `pg_cast`.
    fn cast(&self, from: Ty, to: Ty) -> Option<(Context, Conversion)> {
        let context = |letter| match letter {
            'i' => Context::Implicit,
            'a' => Context::Assignment,
            _ => Context::Explicit,
        };
        if let Some(found) = self.scope_casts().iter().find(|cast| cast.0 == from && cast.1 == to) {
            return Some((context(found.2), Conversion::Function));
        }
        // Every range type brings the cast to its multirange.
        if self.info(from).fact.is_none() && self.multirange_of(from) == Some(to) {
            return Some((Context::Explicit, Conversion::Function));
        }
        let found = facts::cast(self.info(from).fact?, self.info(to).fact?)?;
        let method = match found.method {
            'b' => Conversion::Relabel,
            'i' => Conversion::Text,
            _ => Conversion::Function,
        };
        Some((context(found.context), method))
    }

    /// `can_coerce_type` for one argument that is no pseudo-type with a meaning for several.
    pub(crate) fn can_coerce(&self, from: Ty, to: Ty, context: Context) -> bool {
        from == to || to == Ty::ANY || from == Ty::UNKNOWN || self.conversion(from, to, context).is_some()
    }

    /// How a value of a known type becomes one of another, if it can.
    pub(crate) fn conversion(&self, from: Ty, to: Ty, context: Context) -> Option<Conversion> {
        if let Some(found) = self.pathway(from, to, context) {
            return Some(found);
        }
        let row = |ty: Ty| self.fields(ty).is_some();
        let rows = |ty: Ty| self.element(ty).is_some_and(row);
        let records = |ty: Ty| self.element(ty) == Some(Ty::RECORD);
        let fits = (from == Ty::RECORD && row(to))
            || (row(from) && to == Ty::RECORD)
            || (records(from) && rows(to))
            || (rows(from) && records(to));
        fits.then_some(Conversion::Row)
    }

    /// `select_common_type`: what all of these become; `Err` is the pair that does not agree.
    pub(crate) fn common(&self, types: &[Ty]) -> Result<Ty, (Ty, Ty)> {
        let Some(first) = types.first().copied() else { return Ok(Ty::TEXT) };
        if first != Ty::UNKNOWN && types.iter().all(|ty| *ty == first) {
            return Ok(first);
        }
        let mut found = self.base(first);
        for ty in types.get(1..).unwrap_or(&[]) {
            let next = self.base(*ty);
            if next == Ty::UNKNOWN || next == found {
                continue;
            }
            if found == Ty::UNKNOWN {
                found = next;
                continue;
            }
            let (current, other) = (self.info(found), self.info(next));
            if current.category != other.category {
                return Err((found, next));
            }
            if !current.preferred
                && self.can_coerce(found, next, Context::Implicit)
                && !self.can_coerce(next, found, Context::Implicit)
            {
                found = next;
            }
        }
        Ok(if found == Ty::UNKNOWN { Ty::TEXT } else { found })
    }

    /// All of these can become the type.
    pub(crate) fn all_become(&self, types: &[Ty], to: Ty) -> bool {
        types.iter().all(|ty| self.can_coerce(*ty, to, Context::Implicit))
    }

    pub(crate) fn is_array(&self, ty: Ty) -> bool {
        self.element(ty).is_some()
    }
}
