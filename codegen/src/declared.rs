//! Which values must be declared by the name of their type, since sqlx would declare them as another type with the same
//! binary form, and PostgreSQL would not take that.

use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeKind};

use crate::plan::undomained;
use crate::rust_type::RustType;

/// The name by which a parameter must be declared; nothing where PostgreSQL converts what sqlx declares.
///
/// Of the types that have Rust types only a range of the schema is never converted: there is no cast from the range type
/// that PostgreSQL ships for the same subtype.
pub(crate) fn parameter(catalog: &Catalog, ty: &DataType, rust: &RustType) -> Option<String> {
    let ty = undomained(catalog, ty);
    let known = matches!(rust.clone().undomained(), RustType::Known(_));
    match &ty.base {
        TypeBase::User(id) if known && !ty.is_array() => {
            matches!(catalog.types[*id].kind, TypeKind::Range(_)).then(|| ty.print(catalog))
        }
        _ => None,
    }
}

/// How an attribute of a composite value is written.
pub(crate) enum Attribute {
    /// As sqlx declares it.
    Plain,
    /// By the name of its type.
    Named(String),
    /// An array, by the name of the type of its elements.
    Elements(String),
    /// An array of a domain's name, with the name of the type of its elements.
    NamedElements(String, String),
}

/// How an attribute of this type is written. Inside of a composite value PostgreSQL converts nothing: the type must be the
/// attribute's own (`record_recv`), and that of an array's elements, too (`array_recv`).
pub(crate) fn attribute(catalog: &Catalog, ty: &DataType, rust: &RustType) -> Attribute {
    let elements = match rust {
        RustType::List(element) => other(&undomained(catalog, ty).element(), element, catalog),
        _ => None,
    };
    let whole =
        if ty.is_array() && matches!(rust, RustType::List(_)) { None } else { other(ty, rust, catalog) };
    match (whole, elements) {
        (None, None) => Attribute::Plain,
        (Some(name), None) => Attribute::Named(name),
        (None, Some(element)) => Attribute::Elements(element),
        (Some(name), Some(element)) => Attribute::NamedElements(name, element),
    }
}

/// Whether the type is a domain itself, not an array of one.
pub(crate) fn is_domain(catalog: &Catalog, ty: &DataType) -> bool {
    match (&ty.base, ty.dimensions) {
        (TypeBase::User(id), 0) => matches!(catalog.types[*id].kind, TypeKind::Domain(_)),
        _ => false,
    }
}

/// Whether sqlx reads an attribute of this type. Inside of a composite value the server names domains, and sqlx finds out
/// the bounds of a range and the elements of an array by the type that was named, unless PostgreSQL ships the elements.
pub(crate) fn is_read_inside(catalog: &Catalog, ty: &DataType) -> bool {
    if !is_domain(catalog, ty) {
        return true;
    }
    let base = undomained(catalog, ty);
    match &base.base {
        TypeBase::User(id) => !base.is_array() && !matches!(catalog.types[*id].kind, TypeKind::Range(_)),
        TypeBase::Builtin(builtin) => base.is_array() || !builtin.name.ends_with("range"),
        TypeBase::Extension { .. } => !base.is_array(),
        TypeBase::Row(_) => false,
    }
}

/// The name of the type, where sqlx would declare another.
fn other(ty: &DataType, rust: &RustType, catalog: &Catalog) -> Option<String> {
    let same = match rust {
        RustType::Known(fact) => fact.declared && !matches!(ty.base, TypeBase::User(_)),
        RustType::Enum(id) | RustType::Composite(id) => ty.base == TypeBase::User(*id),
        // A domain over an array has the type of the array in Rust.
        RustType::Domain(..) | RustType::List(_) => false,
        // What the settings name may say of itself what it likes.
        RustType::Overridden(_) => false,
    };
    let plain = DataType { modifiers: Vec::new(), interval_fields: None, ..ty.clone() };
    (!same).then(|| plain.print(catalog))
}
