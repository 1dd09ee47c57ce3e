// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};
use sqlx::postgres::types::PgPoint;

use super::super::enums::Mood;

/// A value of the composite type `public.address`.
#[derive(Debug, Clone, PartialEq, sqlx::Encode, sqlx::Decode)]
#[sqlx(type_name = "address")]
pub struct Address {
    /// `text`
    pub street: Option<String>,
    /// `text`
    pub city: Option<String>,
    /// `public.mood`
    pub r#type: Option<Mood>,
    /// `point`
    pub place: Option<PgPoint>,
}

impl Type<Postgres> for Address {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("address")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.address")].contains(ty)
    }
}

impl PgHasArrayType for Address {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("address")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.address")].contains(ty)
    }
}
