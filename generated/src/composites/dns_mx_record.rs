// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

/// One MX record: lower preference is tried first.
///
/// A value of the composite type `public.dns_mx_record`.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "dns_mx_record")]
pub struct DnsMxRecord {
    /// `integer`
    pub preference: Option<i32>,
    /// `text`
    pub exchange: Option<String>,
}

impl Type<Postgres> for DnsMxRecord {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("dns_mx_record")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.dns_mx_record")].contains(ty)
    }
}

impl PgHasArrayType for DnsMxRecord {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("dns_mx_record")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("public.dns_mx_record"),
        ].contains(ty)
    }
}
