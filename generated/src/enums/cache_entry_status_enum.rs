// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.cache_entry_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.cache_entry_status_enum", rename_all = "snake_case")]
pub enum CacheEntryStatusEnum {
    Valid,
    Stale,
    Invalidated,
}

impl CacheEntryStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Valid, Self::Stale, Self::Invalidated];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Stale => "stale",
            Self::Invalidated => "invalidated",
        }
    }
}

impl std::fmt::Display for CacheEntryStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CacheEntryStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "valid" => Ok(Self::Valid),
            "stale" => Ok(Self::Stale),
            "invalidated" => Ok(Self::Invalidated),
            _ => Err(UnknownLabel::new("public.cache_entry_status_enum", label)),
        }
    }
}

impl Type<Postgres> for CacheEntryStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.cache_entry_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("cache_entry_status_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for CacheEntryStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.cache_entry_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("cache_entry_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for CacheEntryStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CacheEntryStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
