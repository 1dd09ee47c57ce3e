// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.access_grant_kind_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.access_grant_kind_enum", rename_all = "snake_case")]
pub enum AccessGrantKindEnum {
    Read,
    Write,
    Execute,
    Admin,
}

impl AccessGrantKindEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Execute, Self::Admin];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Execute => "execute",
            Self::Admin => "admin",
        }
    }
}

impl std::fmt::Display for AccessGrantKindEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for AccessGrantKindEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "read" => Ok(Self::Read),
            "write" => Ok(Self::Write),
            "execute" => Ok(Self::Execute),
            "admin" => Ok(Self::Admin),
            _ => Err(UnknownLabel::new("public.access_grant_kind_enum", label)),
        }
    }
}

impl Type<Postgres> for AccessGrantKindEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.access_grant_kind_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("access_grant_kind_enum")].contains(ty)
    }
}

impl PgHasArrayType for AccessGrantKindEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.access_grant_kind_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("access_grant_kind_enum"),
        ].contains(ty)
    }
}

impl Serialize for AccessGrantKindEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AccessGrantKindEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
