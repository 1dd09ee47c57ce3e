// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

/// A value of the composite type `public.coin`.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "coin")]
pub struct Coin {
    /// `numeric`
    pub amount: Option<Decimal>,
    /// `text`
    pub currency: Option<String>,
}

impl Type<Postgres> for Coin {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("coin")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.coin")].contains(ty)
    }
}

impl PgHasArrayType for Coin {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("coin")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.coin")].contains(ty)
    }
}
