//! The Rust type of a column, and the judgement of a type that someone wrote by hand for it.

use std::fmt;

use schemactl_schema::catalog::names::quote_identifier;
use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeId, TypeKind, TypeWalker};
use syn::{GenericArgument, PathArguments, PathSegment, Type};

use crate::names::{ItemName, Names};
use crate::type_map::{self, TypeFact};

/// A Rust type that reads a PostgreSQL type. Nullability is not part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RustType {
    /// A type that this crate knows from its table.
    Known(&'static TypeFact),
    /// The Rust enum generated for an enum of the schema.
    Enum(TypeId),
    /// The struct generated for a composite type of the schema.
    Composite(TypeId),
    /// `Vec` of the element's type.
    List(Box<RustType>),
}

/// Why a type has no Rust type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unmapped {
    /// As `format_type` prints it.
    pub postgres: String,
    pub reason: UnmappedReason,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnmappedReason {
    /// sqlx has no type for it.
    Builtin,
    /// A composite type with an attribute that has none, or with no attributes.
    Composite,
    /// The row type of a table or view.
    Row,
    /// A base type, or a type of an extension, that the table does not list.
    Foreign,
    EnumWithoutLabels,
    /// `integer[][]`.
    Dimensions,
    /// An array whose elements are a domain or a range that sqlx does not recognise inside an array.
    ArrayElement,
    /// A range over a subtype for which sqlx has no range.
    RangeSubtype,
}

impl UnmappedReason {
    /// One clause, to follow the type's name.
    pub fn text(self) -> &'static str {
        match self {
            Self::Builtin => "sqlx has no Rust type for it",
            Self::Composite => "an attribute of it has no Rust type",
            Self::Row => "the row types of tables are not generated",
            Self::Foreign => "nothing is known about it but its name",
            Self::EnumWithoutLabels => "an enum without labels has no value to read",
            Self::Dimensions => "sqlx reads arrays of one dimension only",
            Self::ArrayElement => "sqlx does not recognise its elements inside an array",
            Self::RangeSubtype => "sqlx has no range over its subtype",
        }
    }
}

impl fmt::Display for Unmapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.postgres, self.reason.text())
    }
}

/// The Rust type that generated code uses for a PostgreSQL type.
///
/// A domain is read as its base type: the server describes a column of a domain by the base type.
/// See <https://www.postgresql.org/docs/current/protocol-message-formats.html> (RowDescription).
pub fn rust_type(catalog: &Catalog, ty: &DataType) -> Result<RustType, Unmapped> {
    find(catalog, ty, MAX_DEPTH).map_err(|reason| Unmapped { postgres: ty.print(catalog), reason })
}

/// How deep domains and composites may stand in each other. PostgreSQL has no such limit, but no schema
/// comes near, and a catalog with a circle in it must not be the end of the program.
const MAX_DEPTH: u32 = 64;

fn find(catalog: &Catalog, ty: &DataType, depth: u32) -> Result<RustType, UnmappedReason> {
    match ty.dimensions {
        0 => find_scalar(catalog, &ty.base, depth),
        1 => {
            let element = find_scalar(catalog, &ty.base, depth)?;
            let recognised = match &element {
                RustType::Known(fact) => !is_user_type(&ty.base) || fact.domain_elements,
                RustType::Enum(id) | RustType::Composite(id) => ty.base == TypeBase::User(*id),
                RustType::List(_) => false,
            };
            if recognised { Ok(RustType::List(Box::new(element))) } else { Err(UnmappedReason::ArrayElement) }
        }
        _ => Err(UnmappedReason::Dimensions),
    }
}

fn is_user_type(base: &TypeBase) -> bool {
    matches!(base, TypeBase::User(_))
}

fn find_scalar(catalog: &Catalog, base: &TypeBase, depth: u32) -> Result<RustType, UnmappedReason> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(UnmappedReason::Composite);
    };
    match base {
        TypeBase::Builtin(builtin) => {
            type_map::builtin(builtin.name).map(RustType::Known).ok_or(UnmappedReason::Builtin)
        }
        TypeBase::Extension { name, .. } => {
            type_map::extension(name).map(RustType::Known).ok_or(UnmappedReason::Foreign)
        }
        TypeBase::Row(_) => Err(UnmappedReason::Row),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Enum(labels) if labels.is_empty() => Err(UnmappedReason::EnumWithoutLabels),
            TypeKind::Enum(_) => Ok(RustType::Enum(*id)),
            TypeKind::Domain(domain) => find(catalog, &domain.base, depth),
            TypeKind::Range(range) => range
                .subtype
                .builtin_name()
                .and_then(|subtype| type_map::RANGE_OF_SUBTYPE.iter().find(|(name, _)| *name == subtype))
                .and_then(|(_, range)| type_map::builtin(range))
                .map(RustType::Known)
                .ok_or(UnmappedReason::RangeSubtype),
            // sqlx reads the attributes in order: one that has no type would shift the rest.
            TypeKind::Composite(attributes) => {
                let readable = attributes.iter().all(|attribute| find(catalog, &attribute.ty, depth).is_ok());
                if readable && !attributes.is_empty() {
                    Ok(RustType::Composite(*id))
                } else {
                    Err(UnmappedReason::Composite)
                }
            }
            TypeKind::Base => Err(UnmappedReason::Foreign),
        },
    }
}

/// The name that sqlx looks the type up by: that of `regtype`, with `public` in the `search_path`.
pub fn sqlx_type_name(ty: TypeWalker<'_>) -> String {
    if ty.schema == ty.catalog.public() { quote_identifier(&ty.name).into_owned() } else { ty.printed_name() }
}

/// What can be said about a type that someone wrote for a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judgement {
    /// The type that generated code uses.
    Same,
    /// Another type that sqlx decodes the column to.
    Accepted,
    /// sqlx refuses to decode the column to it.
    Refused,
    /// Neither a type of the table nor a generated one: what it decodes is not known here.
    Unknown,
}

impl RustType {
    /// The type with its whole path: `Vec<uuid::Uuid>`; a generated type by its path from the root of the
    /// generated modules: `enums::UserRoleEnum`.
    pub fn path(&self, names: &Names) -> String {
        match self {
            Self::Known(fact) => fact.rust.to_owned(),
            Self::Enum(_) => self.item(names).map_or_else(String::new, |item| item.path("enums")),
            Self::Composite(_) => self.item(names).map_or_else(String::new, |item| item.path("composites")),
            Self::List(element) => format!("Vec<{}>", element.path(names)),
        }
    }

    /// The name of the generated type that it is.
    pub fn item<'a>(&self, names: &'a Names) -> Option<&'a ItemName> {
        match self {
            Self::Enum(id) => names.enum_names(*id).map(|name| &name.item),
            Self::Composite(id) => names.composite(*id).map(|name| &name.item),
            Self::Known(_) | Self::List(_) => None,
        }
    }

    /// Whether it implements `Serialize` and `Deserialize`.
    pub fn has_serde(&self, catalog: &Catalog) -> bool {
        match self {
            Self::Known(fact) => fact.serde,
            Self::Enum(_) => true,
            Self::Composite(id) => match &catalog.types[*id].kind {
                TypeKind::Composite(attributes) => attributes
                    .iter()
                    .all(|attribute| rust_type(catalog, &attribute.ty).is_ok_and(|ty| ty.has_serde(catalog))),
                _ => false,
            },
            Self::List(element) => element.has_serde(catalog),
        }
    }

    /// Judges a type that someone wrote for a column of this type that is not null: `Option` is the
    /// caller's to take off. Paths may be shortened by `use`; renames by `use … as` and type aliases are
    /// the caller's to resolve.
    pub fn judge(&self, names: &Names, written: &Type) -> Judgement {
        let written = plain(written);
        let found = match self {
            Self::Known(fact) => judge_fact(fact, written),
            Self::Enum(_) | Self::Composite(_) => self
                .item(names)
                .filter(|item| last_segment(written).is_some_and(|last| last.ident == item.type_name))
                .map(|_| Judgement::Same),
            Self::List(element) => judge_list(element, names, written),
        };
        if let Some(judgement) = found {
            return judgement;
        }
        // Box<T>, Arc<T> and Rc<T> decode what T decodes.
        if let Some(inner) = generic_of(written, &["Box", "Arc", "Rc"]) {
            return match self.judge(names, inner) {
                Judgement::Same => Judgement::Accepted,
                other => other,
            };
        }
        if is_known(names, written) { Judgement::Refused } else { Judgement::Unknown }
    }
}

fn judge_fact(fact: &TypeFact, written: &Type) -> Option<Judgement> {
    if matches_text(fact.rust, written) {
        Some(Judgement::Same)
    } else if fact.accepted.iter().any(|pattern| matches_text(pattern, written)) {
        Some(Judgement::Accepted)
    } else {
        None
    }
}

/// `Vec<T>`, `Vec<Option<T>>` and `[T; N]`.
fn judge_list(element: &RustType, names: &Names, written: &Type) -> Option<Judgement> {
    if let Type::Array(array) = written {
        return match element.judge(names, &array.elem) {
            Judgement::Same => Some(Judgement::Accepted),
            other => Some(other),
        };
    }
    let inner = generic_of(written, &["Vec"])?;
    match generic_of(inner, &["Option"]) {
        Some(inner) => match element.judge(names, inner) {
            Judgement::Same => Some(Judgement::Accepted),
            other => Some(other),
        },
        None => Some(element.judge(names, inner)),
    }
}

/// Whether the table or the generated types say what a type decodes.
fn is_known(names: &Names, written: &Type) -> bool {
    if let Some(inner) = generic_of(written, &["Vec"]) {
        return is_known(names, plain(inner));
    }
    let facts = type_map::BUILTIN.iter().chain(type_map::EXTENSION);
    facts.flat_map(|fact| fact.accepted.iter().chain([&fact.rust])).any(|text| matches_text(text, written))
        || type_map::NEVER_DECODED.iter().any(|text| matches_text(text, written))
        || names
            .enums()
            .map(|(_, name)| &name.item)
            .chain(names.composites().map(|(_, name)| &name.item))
            .any(|item| last_segment(written).is_some_and(|last| last.ident == item.type_name))
}

fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => plain(&group.elem),
        Type::Paren(paren) => plain(&paren.elem),
        other => other,
    }
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
        _ => None,
    }
}

/// `T` of `Name<T>`, for one of the names.
fn generic_of<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Type> {
    let segment = last_segment(ty)?;
    if !names.iter().any(|name| segment.ident == name) {
        return None;
    }
    match type_arguments(segment).as_slice() {
        [one] => Some(plain(one)),
        _ => None,
    }
}

fn type_arguments(segment: &PathSegment) -> Vec<&Type> {
    match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn matches_text(pattern: &str, written: &Type) -> bool {
    syn::parse_str::<Type>(pattern).is_ok_and(|pattern| matches(&pattern, written))
}

fn matches(pattern: &Type, written: &Type) -> bool {
    match (plain(pattern), plain(written)) {
        (Type::Infer(_), _) => true,
        (Type::Path(pattern), Type::Path(written)) => {
            if written.qself.is_some() || !same_path(&pattern.path, &written.path) {
                return false;
            }
            let (Some(pattern), Some(written)) = (pattern.path.segments.last(), written.path.segments.last())
            else {
                return false;
            };
            let (pattern, written) = (type_arguments(pattern), type_arguments(written));
            pattern.len() == written.len()
                && pattern.iter().zip(&written).all(|(pattern, written)| matches(pattern, written))
        }
        (Type::Reference(pattern), Type::Reference(written)) => matches(&pattern.elem, &written.elem),
        (Type::Slice(pattern), Type::Slice(written)) => matches(&pattern.elem, &written.elem),
        (Type::Array(pattern), Type::Array(written)) => matches(&pattern.elem, &written.elem),
        _ => false,
    }
}

/// Whether two paths can name one type: one is the end of the other. `sqlx::types` re-exports what it reads,
/// and `core` and `alloc` are `std`.
fn same_path(pattern: &syn::Path, written: &syn::Path) -> bool {
    let names = |path: &syn::Path| -> Vec<String> {
        let mut names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 2 && names[0] == "sqlx" && (names[1] == "types" || names[1] == "postgres") {
            names.drain(..2);
        }
        if names.first().is_some_and(|first| first == "core" || first == "alloc") {
            "std".clone_into(&mut names[0]);
        }
        names
    };
    let (pattern, written) = (names(pattern), names(written));
    if written.first().is_some_and(|first| ["crate", "self", "super"].contains(&first.as_str())) {
        return false;
    }
    pattern.iter().rev().zip(written.iter().rev()).all(|(left, right)| left == right)
}
