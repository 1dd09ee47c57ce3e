// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.readings`; primary key: `sensor`, `at`.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// `integer NOT NULL`
    pub sensor: i32,
    /// `bigint NOT NULL`
    pub at: i64,
    /// `smallint`
    pub value: Option<i16>,
}

impl Record for Reading {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            sensor: row.column("sensor")?,
            at: row.column("at")?,
            value: row.column("value")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Reading {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.readings`; it comes back as [`Reading`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewReading {
    /// `integer NOT NULL`
    pub sensor: i32,
    /// `bigint NOT NULL`
    pub at: i64,
    /// `smallint`
    pub value: Option<i16>,
}

impl NewReading {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(sensor: i32, at: i64) -> Self {
        Self {
            sensor,
            at,
            value: None,
        }
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: i16) -> Self {
        self.value = Some(value);
        self
    }
}

/// A partial update of [`Reading`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadingPatch {
    /// `smallint`
    pub value: Change<i16>,
}
