// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.pagination_method_enum`; its variants are in the server's order.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "public.pagination_method_enum", rename_all = "snake_case")]
pub enum PaginationMethodEnum {
    Keyset,
    Offset,
}

impl PaginationMethodEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 2] = [Self::Keyset, Self::Offset];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keyset => "keyset",
            Self::Offset => "offset",
        }
    }
}

impl std::fmt::Display for PaginationMethodEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for PaginationMethodEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "keyset" => Ok(Self::Keyset),
            "offset" => Ok(Self::Offset),
            _ => Err(UnknownLabel::new("public.pagination_method_enum", label)),
        }
    }
}

impl Type<Postgres> for PaginationMethodEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.pagination_method_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("pagination_method_enum")].contains(ty)
    }
}

impl PgHasArrayType for PaginationMethodEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.pagination_method_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("pagination_method_enum"),
        ].contains(ty)
    }
}

impl Serialize for PaginationMethodEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PaginationMethodEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
