// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::postgres::types::PgPoint;

use super::super::enums::Mood;

/// A value of the composite type `public.address`.
#[derive(Debug, Clone, PartialEq, sqlx::Type)]
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
