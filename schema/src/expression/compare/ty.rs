//! The types of terms, and which type becomes which (`parse_coerce.c`; documentation: Type Conversion).

use super::{Scope, UserTypeKind};
use crate::catalog::builtin_type;
use crate::catalog::names::quote_identifier;
use crate::expression::facts::{self, Context};
use crate::expression::parser::Parser;
use crate::expression::tree::TypeName;

/// A type without its modifiers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Ty {
    /// The internal name (`int4`) of a type of PostgreSQL's, the printed name (`public.mood`) of another.
    pub(super) base: Box<str>,
    pub(super) array: bool,
    /// False: a name that could not be resolved.
    pub(super) known: bool,
}

impl Ty {
    pub(super) fn builtin(base: &str) -> Self {
        match base.strip_prefix('_') {
            Some(element) if builtin_type(base).is_none() => {
                Self { base: element.into(), array: true, known: true }
            }
            _ => Self { base: base.into(), array: false, known: true },
        }
    }

    pub(super) fn is(&self, base: &str) -> bool {
        !self.array && &*self.base == base
    }

    pub(super) fn is_unknown(&self) -> bool {
        self.is("unknown")
    }

    pub(super) fn element(&self) -> Self {
        Self { array: false, ..self.clone() }
    }

    pub(super) fn array_of(&self) -> Self {
        Self { array: true, ..self.clone() }
    }

    /// Every value becomes the other type without an error and without loss.
    pub(super) fn widens_to(&self, to: &Self) -> bool {
        const STRINGS: &[&str] = &["varchar", "text", "name"];
        const NUMBERS: &[&str] = &["int2", "int4", "int8", "numeric"];
        let rank = |list: &[&str], ty: &Self| list.iter().position(|name| ty.is(name));
        let strings = rank(STRINGS, self).is_some() && rank(&["varchar", "text"], to).is_some();
        let numbers =
            matches!((rank(NUMBERS, self), rank(NUMBERS, to)), (Some(from), Some(to)) if from <= to);
        strings || numbers
    }
}

/// A type and the modifiers that stand with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Declared {
    pub(super) ty: Ty,
    pub(super) modifiers: Vec<Box<str>>,
}

/// The types of one scope.
#[derive(Clone, Copy)]
pub(super) struct Types<'a> {
    pub(super) scope: &'a dyn Scope,
}

impl Types<'_> {
    /// A type as written in an expression.
    pub(super) fn of_name(self, name: &TypeName) -> Declared {
        let mut modifiers = name.modifiers.clone();
        modifiers.extend(name.interval_fields.clone());
        let array = name.dimensions > 0;
        let texts = name.path.texts();
        let last = name.path.name();
        let in_catalog = name.path.schema().is_none_or(|schema| schema == "pg_catalog");
        if in_catalog && builtin_type(last).is_some() {
            return Declared { ty: Ty { base: last.into(), array, known: true }, modifiers };
        }
        // `_text` is the array type's own name.
        if let (true, Some(element)) =
            (in_catalog, last.strip_prefix('_').filter(|name| builtin_type(name).is_some()))
        {
            return Declared { ty: Ty { base: element.into(), array: true, known: true }, modifiers };
        }
        let ty = if let Some(found) = self.scope.user_type(&texts) {
            Ty { base: found.name.into(), array, known: true }
        } else {
            let written: Vec<_> = texts.iter().map(|part| quote_identifier(part)).collect();
            Ty { base: written.join(".").into(), array, known: false }
        };
        Declared { ty, modifiers }
    }

    /// A type as `format_type` prints it.
    pub(super) fn of_text(self, text: &str) -> Option<Declared> {
        let mut parser = Parser::new(text).ok()?;
        parser.type_name().ok().map(|name| self.of_name(&name))
    }

    fn kind(self, ty: &Ty) -> Option<UserTypeKind> {
        if ty.array || builtin_type(&ty.base).is_some() {
            return None;
        }
        let path = crate::expression::path_of_text(&ty.base).ok()?;
        let parts: Vec<&str> = path.iter().map(|part| &**part).collect();
        self.scope.user_type(&parts).map(|found| found.kind)
    }

    /// What stands under a domain, under all domains that it stands on; the type itself for any other.
    pub(super) fn base(self, ty: &Ty) -> Ty {
        let mut found = ty.clone();
        // Domains stand on older domains; the bound is for scopes that answer in circles.
        for _ in 0..32 {
            match self.kind(&found) {
                Some(UserTypeKind::Domain(base)) => match self.of_text(&base) {
                    Some(base) => found = base.ty,
                    None => return Ty { known: false, ..found },
                },
                _ => break,
            }
        }
        found
    }

    pub(super) fn is_domain(self, ty: &Ty) -> bool {
        matches!(self.kind(ty), Some(UserTypeKind::Domain(_)))
    }

    pub(super) fn is_enum(self, ty: &Ty) -> bool {
        matches!(self.kind(ty), Some(UserTypeKind::Enum))
    }

    /// The type of a field of a composite.
    pub(super) fn field(self, ty: &Ty, field: &str) -> Option<Declared> {
        match self.kind(&self.base(ty))? {
            UserTypeKind::Composite(fields) => {
                let (_, text) = fields.into_iter().find(|(name, _)| name == field)?;
                self.of_text(&text)
            }
            _ => None,
        }
    }

    /// The type of a range's bounds.
    pub(super) fn subtype(self, ty: &Ty) -> Option<Ty> {
        if ty.array {
            return None;
        }
        let name = match &*ty.base {
            "int4range" | "int4multirange" => "int4",
            "int8range" | "int8multirange" => "int8",
            "numrange" | "nummultirange" => "numeric",
            "daterange" | "datemultirange" => "date",
            "tsrange" | "tsmultirange" => "timestamp",
            "tstzrange" | "tstzmultirange" => "timestamptz",
            _ => match self.kind(ty)? {
                UserTypeKind::Range(subtype) => return self.of_text(&subtype).map(|found| found.ty),
                _ => return None,
            },
        };
        Some(Ty::builtin(name))
    }

    /// `pg_type.typcategory`.
    pub(super) fn category(self, ty: &Ty) -> Option<char> {
        let base = self.base(ty);
        if !base.known {
            return None;
        }
        if base.array {
            return Some('A');
        }
        if let Some(found) = builtin_type(&base.base) {
            return Some(found.category);
        }
        match self.kind(&base)? {
            UserTypeKind::Enum => Some('E'),
            UserTypeKind::Composite(_) => Some('C'),
            UserTypeKind::Range(_) => Some('R'),
            UserTypeKind::Domain(_) | UserTypeKind::Other => None,
        }
    }

    /// `pg_type.typispreferred`.
    pub(super) fn is_preferred(ty: &Ty) -> bool {
        const PREFERRED: &[&str] =
            &["bool", "text", "oid", "float8", "inet", "timestamptz", "interval", "varbit"];
        !ty.array && PREFERRED.contains(&&*ty.base)
    }

    /// `can_coerce_type` for one argument; `to` may be a pseudo-type.
    pub(super) fn can_coerce(self, from: &Ty, to: &Ty, context: Context) -> bool {
        if from == to || from.is_unknown() || to.is("any") {
            return true;
        }
        if !to.array {
            match &*to.base {
                "anyelement" | "anycompatible" => return true,
                "anyarray" | "anycompatiblearray" => return self.base(from).array,
                "anynonarray" | "anycompatiblenonarray" => return !self.base(from).array,
                "anyenum" => return self.is_enum(&self.base(from)),
                "anyrange" | "anycompatiblerange" => {
                    return self.subtype(&self.base(from)).is_some() && !from.base.ends_with("multirange");
                }
                "anymultirange" | "anycompatiblemultirange" => return from.base.ends_with("multirange"),
                "record" => return self.category(from) == Some('C') || from.is("record"),
                _ => {}
            }
        }
        let from = self.base(from);
        let target = self.base(to);
        if from == target {
            return true;
        }
        if from.array && target.array {
            return self.can_coerce(&from.element(), &target.element(), context);
        }
        if from.array != target.array {
            return context == Context::Explicit && self.is_string(&target)
                || context >= Context::Assignment && self.is_string(&target);
        }
        if let Some(found) = facts::cast(&from.base, &target.base) {
            return found.context <= context;
        }
        // Through the text form: to strings on assignment, from strings explicitly.
        (context >= Context::Assignment && self.is_string(&target))
            || (context == Context::Explicit && self.is_string(&from))
    }

    pub(super) fn is_string(self, ty: &Ty) -> bool {
        self.category(ty) == Some('S')
    }

    /// `select_common_type`: the type that all of these become. `None` if one is not known or they do not agree.
    pub(super) fn common(self, types: &[Option<Ty>]) -> Option<Ty> {
        let types: Option<Vec<&Ty>> = types.iter().map(Option::as_ref).collect();
        let types = types?;
        let first = types.first()?;
        if !first.is_unknown() && types.iter().all(|ty| ty == first) {
            return Some((*first).clone());
        }
        let mut found: Option<Ty> = None;
        for ty in types.iter().filter(|ty| !ty.is_unknown()) {
            let next = self.base(ty);
            let Some(current) = found.take() else {
                found = Some(next);
                continue;
            };
            if current == next {
                found = Some(current);
                continue;
            }
            if self.category(&current)? != self.category(&next)? {
                return None;
            }
            let takes_next = !Self::is_preferred(&current)
                && self.can_coerce(&current, &next, Context::Implicit)
                && !self.can_coerce(&next, &current, Context::Implicit);
            found = Some(if takes_next { next } else { current });
        }
        Some(found.unwrap_or_else(|| Ty::builtin("text")))
    }
}
