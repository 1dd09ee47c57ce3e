//! The Rust type that generated code uses for a column, or why there is none.

use std::fmt;
use std::sync::Arc;

use schemactl_schema::catalog::names::quote_identifier;
use schemactl_schema::catalog::{Catalog, DataType, TypeId, TypeKind, TypeWalker};

use crate::names::{ItemName, Names};
use crate::type_map::{self, TypeFact};
use crate::types::{Override, Types};

/// A Rust type that reads a PostgreSQL type. Nullability is not part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RustType {
    /// A type that this crate knows from its table.
    Known(&'static TypeFact),
    /// The Rust enum generated for an enum of the schema.
    Enum(TypeId),
    /// The struct generated for a composite type of the schema.
    Composite(TypeId),
    /// The newtype generated for a domain of the schema, over this type.
    Domain(TypeId, Box<RustType>),
    /// `Vec` of the element's type.
    List(Box<RustType>),
    /// The type that the settings name.
    Overridden(Arc<Override>),
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
    /// A composite type with an attribute that has none or that sqlx cannot read there, or with no attributes.
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
            Self::Composite => "an attribute of it has no Rust type that sqlx reads there",
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

/// The Rust type that generated code uses for a PostgreSQL type where the settings say nothing; [`Types`] knows them.
///
/// # Errors
/// Why there is none.
pub fn rust_type(catalog: &Catalog, ty: &DataType) -> Result<RustType, Unmapped> {
    Types::default().of(catalog, ty)
}

/// The name that sqlx looks the type up by, as `regtype` reads it: with the schema, which every `search_path` finds.
///
/// Not so of a composite type of `public`: while sqlx finds out the types of its attributes, it can lose the name that it was
/// asked for, and then knows only the one that the server prints, which has no schema where the `search_path` has `public`.
pub fn sqlx_type_name(ty: TypeWalker<'_>) -> String {
    if ty.schema == ty.catalog.public() && matches!(ty.get().kind, TypeKind::Composite(_)) {
        quote_identifier(&ty.name).into_owned()
    } else {
        ty.printed_name()
    }
}

impl RustType {
    /// The type with its whole path: `Vec<uuid::Uuid>`; a generated type by its path from the root of the
    /// generated modules: `enums::UserRoleEnum`.
    pub fn path(&self, names: &Names) -> String {
        match self {
            Self::Known(fact) => fact.rust.to_owned(),
            Self::Enum(_) => self.item(names).map_or_else(String::new, |item| item.path("enums")),
            Self::Composite(_) => self.item(names).map_or_else(String::new, |item| item.path("composites")),
            Self::Domain(..) => self.item(names).map_or_else(String::new, |item| item.path("domains")),
            Self::List(element) => format!("Vec<{}>", element.path(names)),
            Self::Overridden(chosen) => chosen.rust.clone(),
        }
    }

    /// The name of the generated type that it is.
    pub fn item<'a>(&self, names: &'a Names) -> Option<&'a ItemName> {
        match self {
            Self::Enum(id) => names.enum_names(*id).map(|name| &name.item),
            Self::Composite(id) => names.composite(*id).map(|name| &name.item),
            Self::Domain(id, _) => names.domain(*id),
            Self::Known(_) | Self::List(_) | Self::Overridden(_) => None,
        }
    }

    /// The type that a domain's newtype is over; any other type is itself.
    #[must_use]
    pub fn undomained(self) -> Self {
        match self {
            Self::Domain(_, base) => base.undomained(),
            other => other,
        }
    }

    fn base(&self) -> &Self {
        match self {
            Self::Domain(_, base) => base.base(),
            other => other,
        }
    }

    /// Whether PostgreSQL has an equality for it that a unique key uses.
    pub(crate) fn is_comparable(&self) -> bool {
        match self.base() {
            Self::Known(fact) => type_map::is_ordered(fact),
            // Asked of keys only, which PostgreSQL made for what it can compare.
            Self::Enum(_) | Self::Overridden(_) => true,
            Self::Composite(_) | Self::List(_) | Self::Domain(..) => false,
        }
    }

    /// Whether a cursor can hold it.
    pub(crate) fn is_position(&self) -> bool {
        // JSON has not every float: those that stand by themselves are written otherwise, a domain's newtype is not.
        let exact = self.is_float() || !self.base().is_float();
        self.is_comparable()
            && exact
            && match self.base() {
                Self::Known(fact) => fact.serde,
                Self::Overridden(chosen) => chosen.serde,
                _ => true,
            }
    }

    /// The method of a row's reader that reads it: not every value of the server has a place in a date, a time stamp or a
    /// range.
    pub(crate) fn reader(&self) -> &'static str {
        match self.base() {
            Self::Known(fact) => match fact.postgres {
                "date" | "timestamp" | "timestamptz" => "finite",
                "daterange" | "tsrange" | "tstzrange" => "finite_range",
                range if range.ends_with("range") => "range",
                _ => "column",
            },
            _ => "column",
        }
    }

    /// Whether it is `f32` or `f64` itself.
    pub(crate) fn is_float(&self) -> bool {
        matches!(self, Self::Known(fact) if matches!(fact.rust, "f32" | "f64"))
    }

    /// Whether it implements `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self.base() {
            Self::Known(fact) => type_map::is_copy(fact),
            Self::Overridden(chosen) => chosen.copy,
            Self::Enum(_) => true,
            Self::Composite(_) | Self::List(_) | Self::Domain(..) => false,
        }
    }

    /// Whether it implements `Eq` and `Hash`.
    pub(crate) fn is_hashable(&self) -> bool {
        match self.base() {
            Self::Known(fact) => type_map::is_hashable(fact),
            Self::Overridden(chosen) => chosen.hash,
            Self::Enum(_) => true,
            Self::Composite(_) | Self::List(_) | Self::Domain(..) => false,
        }
    }

    /// Whether sqlx writes arrays of it.
    pub(crate) fn has_array(&self) -> bool {
        match self.base() {
            Self::Known(fact) => type_map::has_array(fact),
            Self::Overridden(chosen) => chosen.array,
            Self::Enum(_) | Self::Composite(_) => true,
            Self::List(_) | Self::Domain(..) => false,
        }
    }
}
