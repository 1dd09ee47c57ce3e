// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::postgres::types::PgInterval;

/// A value of the composite type `public.place`.
#[derive(Debug, Clone, PartialEq, sqlx::Type)]
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
    pub price: Option<BigDecimal>,
}
