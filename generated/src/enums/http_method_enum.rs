// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.http_method_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.http_method_enum")]
pub enum HttpMethodEnum {
    #[sqlx(rename = "GET")]
    Get,
    #[sqlx(rename = "HEAD")]
    Head,
    #[sqlx(rename = "POST")]
    Post,
    #[sqlx(rename = "PUT")]
    Put,
    #[sqlx(rename = "PATCH")]
    Patch,
    #[sqlx(rename = "DELETE")]
    Delete,
    #[sqlx(rename = "OPTIONS")]
    Options,
}

impl HttpMethodEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 7] = [
        Self::Get,
        Self::Head,
        Self::Post,
        Self::Put,
        Self::Patch,
        Self::Delete,
        Self::Options,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
        }
    }
}

impl std::fmt::Display for HttpMethodEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for HttpMethodEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "GET" => Ok(Self::Get),
            "HEAD" => Ok(Self::Head),
            "POST" => Ok(Self::Post),
            "PUT" => Ok(Self::Put),
            "PATCH" => Ok(Self::Patch),
            "DELETE" => Ok(Self::Delete),
            "OPTIONS" => Ok(Self::Options),
            _ => Err(UnknownLabel::new("public.http_method_enum", label)),
        }
    }
}

impl Type<Postgres> for HttpMethodEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.http_method_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("http_method_enum")].contains(ty)
    }
}

impl PgHasArrayType for HttpMethodEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.http_method_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("http_method_enum")].contains(ty)
    }
}

impl Serialize for HttpMethodEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for HttpMethodEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
