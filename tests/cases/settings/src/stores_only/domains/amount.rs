// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;

/// A value of the domain `public.amount`: `numeric(12,2)`; `CHECK (VALUE >= 0)`.
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
pub struct Amount(pub Decimal);

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl From<Amount> for Decimal {
    fn from(value: Amount) -> Self {
        value.0
    }
}
