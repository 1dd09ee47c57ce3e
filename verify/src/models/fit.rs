//! Whether a value of a column's type decodes into a Rust type.

use std::collections::BTreeMap;

use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeId, TypeKind};

use schemactl_codegen::types::Types;

use super::rust_type::RustType;
use super::type_facts;

/// The answer, without regard to NULL.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fit {
    Fits,
    /// It does not; what would, the best first.
    Differs(Vec<String>),
    /// It cannot be told, for this reason.
    Unknown(String),
}

/// What the Rust types that the models define themselves stand for.
#[derive(Default, Debug)]
pub(super) struct OwnTypes<'a> {
    /// By Rust name: the enum or composite types that items of this name map. Several files may use one name.
    pub(super) mapped: BTreeMap<&'a str, Vec<TypeId>>,
    /// By Rust name: the type that it is decoded as.
    pub(super) transparent: BTreeMap<&'a str, &'a RustType>,
    /// By Rust name: the attribute by which it means something in some builds only.
    pub(super) conditional: BTreeMap<&'a str, &'a str>,
    /// By type: the Rust name that is suggested for it.
    pub(super) names: BTreeMap<TypeId, &'a str>,
    /// What `[generate.types]` gives to columns and types.
    pub(super) types: Types,
}

/// A chain of newtypes or domains longer than this is taken to be a circle.
const MAX_STEPS: usize = 16;

/// Compares `ty` (without its `Option`) with a column's type.
pub(super) fn fit(column: &DataType, ty: &RustType, catalog: &Catalog, own: &OwnTypes<'_>) -> Fit {
    fit_within(column, ty, catalog, own, 0)
}

fn fit_within(column: &DataType, ty: &RustType, catalog: &Catalog, own: &OwnTypes<'_>, step: usize) -> Fit {
    if step > MAX_STEPS {
        return Fit::Unknown("its newtypes lead in a circle".into());
    }
    if let Some(chosen) = own.types.chosen_for(catalog, column)
        && type_facts::is_path(&chosen.rust, ty)
    {
        return Fit::Fits;
    }
    if column.is_array() {
        return fit_array(column, ty, catalog, own, step);
    }
    if let Some(condition) = ty.name().and_then(|name| own.conditional.get(name)) {
        return Fit::Unknown(format!("`{ty}` depends on `{condition}`"));
    }
    // A type of the models' own that maps this very type needs no further look.
    let mapped = ty.name().and_then(|name| own.mapped.get(name));
    if let (TypeBase::User(id), Some(ids)) = (&column.base, mapped)
        && ids.contains(id)
    {
        return Fit::Fits;
    }
    if mapped.is_none()
        && let Some(inner) = ty.name().and_then(|name| own.transparent.get(name))
    {
        return fit_within(column, inner, catalog, own, step + 1);
    }
    match &column.base {
        TypeBase::Builtin(builtin) => match type_facts::builtin(builtin.name) {
            Some(accepted) => among(&accepted, ty, mapped.is_some()),
            None => Fit::Unknown(format!("no Rust type is known to decode {}", column.print(catalog))),
        },
        TypeBase::Extension { name, .. } => match type_facts::extension(name) {
            Some(accepted) => among(&accepted, ty, mapped.is_some()),
            None => Fit::Unknown(format!("the extension's type {name} is not known")),
        },
        TypeBase::User(id) => match &catalog.types[*id].kind {
            // The server sends a domain as its base type.
            TypeKind::Domain(domain) => fit_within(&domain.base, ty, catalog, own, step + 1),
            TypeKind::Range(range) => match (ty.name(), ty) {
                (Some("PgRange"), RustType::Path { arguments, .. }) if arguments.len() == 1 => {
                    fit_within(&range.subtype, &arguments[0], catalog, own, step + 1)
                }
                _ => among(&[], ty, mapped.is_some()),
            },
            TypeKind::Enum(_) | TypeKind::Composite(_) => {
                let expected = own.names.get(id).map(|name| (*name).to_owned());
                if mapped.is_some() || type_facts::is_known(ty) {
                    Fit::Differs(expected.into_iter().collect())
                } else {
                    Fit::Unknown(format!("`{ty}` is not defined in the files that were read"))
                }
            }
            TypeKind::Base => {
                Fit::Unknown(format!("nothing is known about the type {}", column.print(catalog)))
            }
        },
        TypeBase::Row(_) => Fit::Unknown("row types are not compared".into()),
    }
}

fn fit_array(column: &DataType, ty: &RustType, catalog: &Catalog, own: &OwnTypes<'_>, step: usize) -> Fit {
    let element = column.element();
    let Some(inner) = ty.element() else {
        if let Some(inner) = ty.name().and_then(|name| own.transparent.get(name)) {
            return fit_within(column, inner, catalog, own, step + 1);
        }
        return if type_facts::is_known(ty) {
            Fit::Differs(expected(column, catalog, own))
        } else {
            Fit::Unknown(format!("`{ty}` is not defined in the files that were read"))
        };
    };
    // sqlx compares the types of arrays by name, and a domain's array has a name of its own.
    if let Err(unmapped) = own.types.of(catalog, column)
        && unmapped.reason == schemactl_codegen::UnmappedReason::ArrayElement
    {
        return Fit::Unknown(unmapped.reason.text().to_owned());
    }
    // Elements may be NULL, whatever the column says: both forms are allowed.
    match fit_within(&element, inner.option().unwrap_or(inner), catalog, own, step + 1) {
        Fit::Differs(_) => Fit::Differs(expected(column, catalog, own)),
        other => other,
    }
}

fn among(accepted: &[String], ty: &RustType, own_type: bool) -> Fit {
    if type_facts::fits(accepted, ty) {
        Fit::Fits
    } else if own_type || type_facts::is_known(ty) {
        Fit::Differs(accepted.to_vec())
    } else {
        Fit::Unknown(format!("`{ty}` is not defined in the files that were read"))
    }
}

/// The Rust types that a column's type decodes into, the best first; empty when none is known.
pub(super) fn expected(column: &DataType, catalog: &Catalog, own: &OwnTypes<'_>) -> Vec<String> {
    if let Some(chosen) = own.types.chosen_for(catalog, column) {
        return vec![type_facts::last_segments(&chosen.rust)];
    }
    let element: Vec<String> = match &column.base {
        TypeBase::Builtin(builtin) => type_facts::builtin(builtin.name).unwrap_or_default(),
        TypeBase::Extension { name, .. } => type_facts::extension(name).unwrap_or_default(),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => expected(&domain.base, catalog, own),
            TypeKind::Range(range) => expected(&range.subtype, catalog, own)
                .into_iter()
                .map(|inner| format!("PgRange<{inner}>"))
                .collect(),
            _ => own.names.get(id).map(|name| (*name).to_owned()).into_iter().collect(),
        },
        TypeBase::Row(_) => Vec::new(),
    };
    if column.is_array() { element.into_iter().map(|name| format!("Vec<{name}>")).collect() } else { element }
}

/// Whether the type, or the base of its domains, is `json` or `jsonb`.
pub(super) fn is_json(column: &DataType, catalog: &Catalog) -> bool {
    match (&column.base, column.dimensions) {
        (TypeBase::Builtin(builtin), 0) => matches!(builtin.name, "json" | "jsonb"),
        (TypeBase::User(id), 0) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => is_json(&domain.base, catalog),
            _ => false,
        },
        _ => false,
    }
}
