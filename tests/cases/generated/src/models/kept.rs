// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::column;

/// A row of the materialized view `public.kept`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Kept {
    /// `public.citext`
    pub name: String,
    /// `timestamp with time zone`
    pub taken_at: DateTime<Utc>,
}

impl<'r> FromRow<'r, PgRow> for Kept {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            name: column(row, 0, "name")?,
            taken_at: column(row, 1, "taken_at")?,
        })
    }
}
