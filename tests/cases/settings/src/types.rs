//! The types that the settings put in the place of those that generation would choose, with as few traits as each says.

use std::fmt;
use std::str::FromStr;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::{Decode, Encode, Postgres, Type};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct UserId(pub Uuid);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Email(pub String);

#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Word(pub String);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent, no_pg_array)]
pub struct Short(pub String);

/// What sqlx derives would be an array of `text` alone.
impl PgHasArrayType for Short {
    fn array_type_info() -> PgTypeInfo {
        String::array_type_info()
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        String::array_compatible(ty)
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Label(pub String);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Tag(pub String);

/// Whole arrays: sqlx has no arrays of arrays.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent, no_pg_array)]
pub struct Marks(pub Vec<String>);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(transparent, no_pg_array)]
pub struct Scores(pub Vec<i32>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(type_name = "state", rename_all = "lowercase")]
pub enum State {
    Open,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(type_name = "coin")]
pub struct Coin {
    pub amount: Option<bigdecimal::BigDecimal>,
    pub currency: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Preferences {
    #[serde(default)]
    pub dark: bool,
}

/// Written in its column as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Low,
    High,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Low => "low",
            Self::High => "high",
        })
    }
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "low" => Ok(Self::Low),
            "high" => Ok(Self::High),
            other => Err(format!("{other} is no level")),
        }
    }
}

/// An interval of whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
pub struct Span(pub i64);

impl Type<Postgres> for Span {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("interval")
    }
}

impl PgHasArrayType for Span {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("interval")
    }
}

impl Encode<'_, Postgres> for Span {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let microseconds = self.0 * 1_000_000;
        let interval = sqlx::postgres::types::PgInterval { months: 0, days: 0, microseconds };
        Encode::<Postgres>::encode(interval, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for Span {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let interval = sqlx::postgres::types::PgInterval::decode(value)?;
        let days = i64::from(interval.months) * 30 + i64::from(interval.days);
        Ok(Self(days * 86_400 + interval.microseconds / 1_000_000))
    }
}

/// The bytes as the server sends them.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector(pub Vec<u8>);

impl Type<Postgres> for Vector {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("tsvector")
    }
}

impl Encode<'_, Postgres> for Vector {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        buffer.extend_from_slice(&self.0);
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Vector {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(value.as_bytes()?.to_vec()))
    }
}

/// A position in the write-ahead log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lsn(pub u64);

impl Type<Postgres> for Lsn {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("pg_lsn")
    }
}

impl Encode<'_, Postgres> for Lsn {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        buffer.extend_from_slice(&self.0.to_be_bytes());
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Lsn {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(u64::from_be_bytes(value.as_bytes()?.try_into()?)))
    }
}
