// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// One MX record: lower preference is tried first.
///
/// A value of the composite type `public.dns_mx_record`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(type_name = "dns_mx_record")]
pub struct DnsMxRecord {
    /// `integer`
    pub preference: Option<i32>,
    /// `text`
    pub exchange: Option<String>,
}
