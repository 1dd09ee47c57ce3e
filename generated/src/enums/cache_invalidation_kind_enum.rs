// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.cache_invalidation_kind_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.cache_invalidation_kind_enum", rename_all = "snake_case")]
pub enum CacheInvalidationKindEnum {
    Key,
    Tag,
    Dependency,
    Everything,
}

impl CacheInvalidationKindEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Key, Self::Tag, Self::Dependency, Self::Everything];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Tag => "tag",
            Self::Dependency => "dependency",
            Self::Everything => "everything",
        }
    }
}

impl std::fmt::Display for CacheInvalidationKindEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CacheInvalidationKindEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "key" => Ok(Self::Key),
            "tag" => Ok(Self::Tag),
            "dependency" => Ok(Self::Dependency),
            "everything" => Ok(Self::Everything),
            _ => Err(UnknownLabel::new("public.cache_invalidation_kind_enum", label)),
        }
    }
}

impl Type<Postgres> for CacheInvalidationKindEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.cache_invalidation_kind_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("cache_invalidation_kind_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for CacheInvalidationKindEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.cache_invalidation_kind_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("cache_invalidation_kind_enum"),
        ].contains(ty)
    }
}

impl Serialize for CacheInvalidationKindEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CacheInvalidationKindEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
