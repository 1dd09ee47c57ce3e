// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.cache_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.cache_type_enum", rename_all = "snake_case")]
pub enum CacheTypeEnum {
    QueryResult,
    Session,
    ApiResponse,
    DnsAnswer,
    HttpResponse,
    Computed,
}

impl CacheTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 6] = [
        Self::QueryResult,
        Self::Session,
        Self::ApiResponse,
        Self::DnsAnswer,
        Self::HttpResponse,
        Self::Computed,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::QueryResult => "query_result",
            Self::Session => "session",
            Self::ApiResponse => "api_response",
            Self::DnsAnswer => "dns_answer",
            Self::HttpResponse => "http_response",
            Self::Computed => "computed",
        }
    }
}

impl std::fmt::Display for CacheTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CacheTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "query_result" => Ok(Self::QueryResult),
            "session" => Ok(Self::Session),
            "api_response" => Ok(Self::ApiResponse),
            "dns_answer" => Ok(Self::DnsAnswer),
            "http_response" => Ok(Self::HttpResponse),
            "computed" => Ok(Self::Computed),
            _ => Err(UnknownLabel::new("public.cache_type_enum", label)),
        }
    }
}

impl Type<Postgres> for CacheTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.cache_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("cache_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for CacheTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.cache_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("cache_type_enum")].contains(ty)
    }
}

impl Serialize for CacheTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CacheTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
