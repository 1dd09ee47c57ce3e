// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.measured`; primary key: `x`, `y`.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// `double precision NOT NULL`
    pub x: f64,
    /// `double precision NOT NULL`
    pub y: f64,
    /// `public.citext NOT NULL`
    pub name: String,
    /// `timestamp with time zone NOT NULL`
    pub taken_at: DateTime<Utc>,
    /// `text`; unique
    pub note: Option<String>,
}

impl Record for Measured {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            x: row.column("x")?,
            y: row.column("y")?,
            name: row.column("name")?,
            taken_at: row.finite("taken_at")?,
            note: row.column("note")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Measured {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.measured`; it comes back as [`Measured`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewMeasured {
    /// `double precision NOT NULL`
    pub x: f64,
    /// `double precision NOT NULL`
    pub y: f64,
    /// `public.citext NOT NULL`
    pub name: String,
    /// `timestamp with time zone NOT NULL`
    pub taken_at: DateTime<Utc>,
    /// `text`; unique
    pub note: Option<String>,
}

impl NewMeasured {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        x: f64,
        y: f64,
        name: impl Into<String>,
        taken_at: DateTime<Utc>,
    ) -> Self {
        Self {
            x,
            y,
            name: name.into(),
            taken_at,
            note: None,
        }
    }

    /// Sets `note`.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// A partial update of [`Measured`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasuredPatch {
    /// `public.citext NOT NULL`
    pub name: Option<String>,
    /// `timestamp with time zone NOT NULL`
    pub taken_at: Option<DateTime<Utc>>,
    /// `text`; unique
    pub note: Change<String>,
}
