// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};

/// A row of the materialized view `public.kept`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Kept {
    /// `public.citext`
    pub name: String,
    /// `timestamp with time zone`
    pub taken_at: DateTime<Utc>,
}
