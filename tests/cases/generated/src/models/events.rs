// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::column;

/// A row of `public.events`; primary key: `id`, `at`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Event {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `date NOT NULL`
    pub at: NaiveDate,
}

impl<'r> FromRow<'r, PgRow> for Event {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: column(row, 0, "id")?,
            at: column(row, 1, "at")?,
        })
    }
}

/// A row to be inserted into `public.events`; what comes back is a [`Event`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEvent {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `date NOT NULL`
    pub at: NaiveDate,
}

impl NewEvent {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i64, at: NaiveDate) -> Self {
        Self {
            id,
            at,
        }
    }
}
