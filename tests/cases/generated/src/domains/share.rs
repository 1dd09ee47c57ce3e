// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;

/// A value of the domain `public.share`: `numeric(5,2)`; `CHECK (VALUE BETWEEN 0 AND 100)`.
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
pub struct Share(pub Decimal);

impl From<Decimal> for Share {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl From<Share> for Decimal {
    fn from(value: Share) -> Self {
        value.0
    }
}
