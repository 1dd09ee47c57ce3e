// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.event_notes`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventNote {
    /// `integer NOT NULL`
    pub id: i32,
    /// `bigint`
    pub event_id: Option<i64>,
    /// `date`
    pub event_at: Option<NaiveDate>,
}

impl Record for EventNote {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            event_id: row.column("event_id")?,
            event_at: row.finite("event_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for EventNote {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.event_notes`; it comes back as [`EventNote`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEventNote {
    /// `integer NOT NULL`
    pub id: i32,
    /// `bigint`
    pub event_id: Option<i64>,
    /// `date`
    pub event_at: Option<NaiveDate>,
}

impl NewEventNote {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            event_id: None,
            event_at: None,
        }
    }

    /// Sets `event_id`.
    #[must_use]
    pub fn with_event_id(mut self, event_id: i64) -> Self {
        self.event_id = Some(event_id);
        self
    }

    /// Sets `event_at`.
    #[must_use]
    pub fn with_event_at(mut self, event_at: NaiveDate) -> Self {
        self.event_at = Some(event_at);
        self
    }
}

/// A partial update of [`EventNote`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventNotePatch {
    /// `bigint`
    pub event_id: Change<i64>,
    /// `date`
    pub event_at: Change<NaiveDate>,
}
