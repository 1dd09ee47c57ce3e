// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use time::{Date, OffsetDateTime};

use crate::types::Span;

/// A value of the composite type `public.place`.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type,
    Default
)]
#[doc(alias = "database")]
#[sqlx(type_name = "place")]
pub struct Place {
    /// `text`
    #[serde(rename = "street")]
    pub road: Option<String>,
    /// `date`
    pub since: Option<Date>,
    /// `timestamp with time zone`
    pub seen: Option<OffsetDateTime>,
    /// `interval`
    pub stay: Option<Span>,
    /// `numeric`
    pub price: Option<BigDecimal>,
}
