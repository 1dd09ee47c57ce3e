//! `CREATE CAST`.

use super::Replayer;
use super::callee::{Known, same_type};
use super::option::word;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    DataType, DefinedKind, FunctionKind, Property, PropertyValue, TypeBase, TypeKind, property,
};
use crate::expression::typing::facts;
use crate::source::Span;
use crate::syntax::tree::{CastContext, CastMethod, CreateCast};

impl Replayer<'_> {
    pub(super) fn create_cast(&mut self, create: &CreateCast, span: Span) -> Result<Applied> {
        let (source, from) = self.no_pseudo_type(&create.source, "source ")?;
        let (target, to) = self.no_pseudo_type(&create.target, "target ")?;
        let mut arguments = 0;
        let method = match &create.method {
            CastMethod::Function(signature) => {
                let callee = self.callee_of_signature(signature)?;
                if let Some(known) = &callee.known {
                    arguments = known.arguments.len();
                    self.fits_cast(known, &source, &target)
                        .map_err(|message| Stop::refused("42P17", signature.span, message))?;
                }
                callee.by_signature(&self.catalog)
            }
            CastMethod::WithoutFunction => {
                self.same_bytes(&source, &target).map_err(|message| Stop::refused("42P17", span, message))?;
                word("WITHOUT FUNCTION")
            }
            CastMethod::InOut => word("WITH INOUT"),
        };
        if same_type(&source, &target) && arguments < 2 {
            let message = "source data type and target data type are the same";
            return Err(Stop::refused("42P17", create.source.span, message));
        }
        if self.cast_between(&source, &target).is_some() || self.system_cast(&source, &target).is_some() {
            let message = format!("cast from type {from} to type {to} already exists");
            return Err(Stop::refused("42710", create.source.span, message));
        }
        let context = match create.context {
            CastContext::Explicit => "explicit",
            CastContext::Assignment => "assignment",
            CastContext::Implicit => "implicit",
        };
        let properties = vec![
            Property::new(property::SOURCE, PropertyValue::Type(source)),
            Property::new(property::TARGET, PropertyValue::Type(target)),
            Property::new(property::CAST_METHOD, method),
            Property::new(property::CONTEXT, word(context)),
        ];
        self.define(DefinedKind::Cast, None, "", None, properties, span);
        Ok(Applied::Schema)
    }

    /// What the function of a cast must be (documentation, "CREATE CAST").
    fn fits_cast(
        &self,
        known: &Known,
        source: &DataType,
        target: &DataType,
    ) -> std::result::Result<(), &'static str> {
        let argument = |at: usize| known.arguments.get(at);
        let is = |at: usize, name: &str| argument(at).is_none_or(|ty| ty.builtin_name() == Some(name));
        if known.arguments.is_empty() || known.arguments.len() > 3 {
            return Err("cast function must take one to three arguments");
        }
        if !argument(0).is_some_and(|ty| self.binary_coercible(source, ty)) {
            return Err("argument of cast function must match or be binary-coercible from source data type");
        }
        if !is(1, "int4") {
            return Err("second argument of cast function must be type integer");
        }
        if !is(2, "bool") {
            return Err("third argument of cast function must be type boolean");
        }
        if known.returns.as_ref().is_some_and(|returns| !self.binary_coercible(returns, target)) {
            return Err(
                "return data type of cast function must match or be binary-coercible to target data type",
            );
        }
        if known.kind != FunctionKind::Function {
            return Err("cast function must be a normal function");
        }
        if known.set {
            return Err("cast function must not return a set");
        }
        Ok(())
    }

    /// True where a value of the one type is one of the other as it stands (`IsBinaryCoercible`).
    pub(super) fn binary_coercible(&self, from: &DataType, to: &DataType) -> bool {
        if same_type(from, to) {
            return true;
        }
        let from = self.without_domain(from);
        if same_type(&from, to) {
            return true;
        }
        match to.builtin_name() {
            Some("any" | "anyelement" | "anycompatible") => return true,
            Some("anyarray" | "anycompatiblearray") => return from.is_array(),
            Some("anynonarray" | "anycompatiblenonarray") => return !from.is_array(),
            Some("anyenum") => return self.is_kind(&from, |kind| matches!(kind, TypeKind::Enum(_))),
            Some("anyrange" | "anycompatiblerange") => {
                let builtin = matches!(&from.base, TypeBase::Builtin(ty) if ty.category == 'R' && ty.name.ends_with("range") && !ty.name.ends_with("multirange"));
                return builtin || self.is_kind(&from, |kind| matches!(kind, TypeKind::Range(_)));
            }
            Some("record") => {
                return matches!(from.base, TypeBase::Row(_))
                    || self.is_kind(&from, |kind| matches!(kind, TypeKind::Composite(_)));
            }
            _ => {}
        }
        let system =
            Self::type_fact(&from).zip(Self::type_fact(to)).and_then(|(from, to)| facts::cast(from, to));
        if system.is_some_and(|cast| cast.method == 'b' && cast.context == 'i') {
            return true;
        }
        self.cast_between(&from, to).is_some_and(|cast| {
            let of = |attribute| self.catalog.property(cast.into(), attribute);
            of(property::CAST_METHOD) == Some(&word("WITHOUT FUNCTION"))
                && of(property::CONTEXT) == Some(&word("implicit"))
        })
    }

    fn is_kind(&self, ty: &DataType, wanted: impl Fn(&TypeKind) -> bool) -> bool {
        match ty.base {
            TypeBase::User(id) => !ty.is_array() && wanted(&self.catalog.types[id].kind),
            _ => false,
        }
    }

    /// What a domain is made of; any other type itself.
    fn without_domain(&self, ty: &DataType) -> DataType {
        let mut ty = ty.clone();
        for _ in 0..64 {
            let TypeBase::User(id) = ty.base else { break };
            let TypeKind::Domain(domain) = &self.catalog.types[id].kind else { break };
            if ty.is_array() {
                break;
            }
            ty = domain.base.clone();
        }
        ty
    }

    /// Whether `WITHOUT FUNCTION` is allowed; types whose form is not known here are taken to be alike.
    fn same_bytes(&self, source: &DataType, target: &DataType) -> std::result::Result<(), &'static str> {
        if let (Some(a), Some(b)) = (self.type_layout(source), self.type_layout(target))
            && a[..3] != b[..3]
        {
            return Err("source and target data types are not physically compatible");
        }
        let any =
            |wanted: &dyn Fn(&TypeKind) -> bool| self.is_kind(source, wanted) || self.is_kind(target, wanted);
        let is_row = |ty: &DataType| matches!(ty.base, TypeBase::Row(_)) && !ty.is_array();
        if is_row(source) || is_row(target) || any(&|kind| matches!(kind, TypeKind::Composite(_))) {
            return Err("composite data types are not binary-compatible");
        }
        if source.is_array() || target.is_array() {
            return Err("array data types are not binary-compatible");
        }
        if any(&|kind| matches!(kind, TypeKind::Range(_))) {
            return Err("range data types are not binary-compatible");
        }
        if any(&|kind| matches!(kind, TypeKind::Enum(_))) {
            return Err("enum data types are not binary-compatible");
        }
        if any(&|kind| matches!(kind, TypeKind::Domain(_))) {
            return Err("domain data types must not be marked binary-compatible");
        }
        Ok(())
    }

    /// Length, whether it is passed by value, alignment and storage, as base types write them; `None` where it is
    /// not known.
    pub(super) fn type_layout(&self, ty: &DataType) -> Option<[Box<str>; 4]> {
        let of = |words: [&str; 4]| Some(words.map(Into::into));
        if ty.is_array() {
            return of(["variable", "false", "int4", "extended"]);
        }
        match &ty.base {
            TypeBase::Builtin(builtin) => {
                let row =
                    facts::objects(builtin.name).find(|row| row.kind == "type" && row.source.is_empty())?;
                of([row.words[0], row.words[1], row.words[2], row.words[3]])
            }
            TypeBase::Row(_) => of(["variable", "false", "double", "extended"]),
            TypeBase::User(id) => match &self.catalog.types[*id].kind {
                TypeKind::Enum(_) => of(["4", "true", "int4", "plain"]),
                TypeKind::Composite(_) => of(["variable", "false", "double", "extended"]),
                TypeKind::Domain(domain) => self.type_layout(&domain.base),
                TypeKind::Range(range) => {
                    let subtype = self.type_layout(&range.subtype)?;
                    of([
                        "variable",
                        "false",
                        if &*subtype[2] == "double" { "double" } else { "int4" },
                        "extended",
                    ])
                }
                TypeKind::Base => self.base_type_layout(*id),
            },
            TypeBase::Extension { .. } => None,
        }
    }
}
