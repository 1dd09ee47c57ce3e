// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};
use sqlx::postgres::types::PgInterval;

/// A value of the composite type `public.place`.
#[derive(Debug, Clone, PartialEq, sqlx::Encode, sqlx::Decode)]
#[sqlx(type_name = "place")]
pub struct Place {
    /// `text`
    pub street: Option<String>,
    /// `date`
    pub since: Option<NaiveDate>,
    /// `timestamp with time zone`
    pub seen: Option<DateTime<Utc>>,
    /// `interval`
    pub stay: Option<PgInterval>,
    /// `numeric`
    pub price: Option<Decimal>,
}

impl Type<Postgres> for Place {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("place")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.place")].contains(ty)
    }
}

impl PgHasArrayType for Place {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("place")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.place")].contains(ty)
    }
}
