// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// What is evicted first when a cache is full; ttl = only what has expired.
///
/// The enum `public.cache_strategy_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.cache_strategy_enum", rename_all = "snake_case")]
pub enum CacheStrategyEnum {
    Lru,
    Lfu,
    Fifo,
    Ttl,
}

impl CacheStrategyEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Lru, Self::Lfu, Self::Fifo, Self::Ttl];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lru => "lru",
            Self::Lfu => "lfu",
            Self::Fifo => "fifo",
            Self::Ttl => "ttl",
        }
    }
}

impl std::fmt::Display for CacheStrategyEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CacheStrategyEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "lru" => Ok(Self::Lru),
            "lfu" => Ok(Self::Lfu),
            "fifo" => Ok(Self::Fifo),
            "ttl" => Ok(Self::Ttl),
            _ => Err(UnknownLabel::new("public.cache_strategy_enum", label)),
        }
    }
}

impl Type<Postgres> for CacheStrategyEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.cache_strategy_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("cache_strategy_enum")].contains(ty)
    }
}

impl PgHasArrayType for CacheStrategyEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.cache_strategy_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("cache_strategy_enum"),
        ].contains(ty)
    }
}

impl Serialize for CacheStrategyEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CacheStrategyEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
