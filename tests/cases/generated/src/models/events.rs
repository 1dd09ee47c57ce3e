// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.events`; primary key: `id`, `at`.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `date NOT NULL`
    pub at: NaiveDate,
}

impl Record for Event {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            at: row.finite("at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Event {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.events`; it comes back as [`Event`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `date NOT NULL`
    pub at: NaiveDate,
}

impl NewEvent {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i64, at: NaiveDate) -> Self {
        Self {
            id,
            at,
        }
    }
}
