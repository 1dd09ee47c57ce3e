// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;

/// A value of the composite type `public.coin`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(type_name = "coin")]
pub struct Coin {
    /// `numeric`
    pub amount: Option<Decimal>,
    /// `text`
    pub currency: Option<String>,
}
