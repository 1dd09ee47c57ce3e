// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;

/// A row of `public.events`; primary key: `id`, `at`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Event {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `date NOT NULL`
    pub at: NaiveDate,
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
