// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;

/// A judgement (risk, lead quality) from 0 = none to 100 = most; not a share of anything.
///
/// A value of the domain `public.score`: `numeric(5,2)`; `CHECK (VALUE BETWEEN 0 AND 100)`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Score(pub Decimal);

impl From<Decimal> for Score {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl From<Score> for Decimal {
    fn from(value: Score) -> Self {
        value.0
    }
}
