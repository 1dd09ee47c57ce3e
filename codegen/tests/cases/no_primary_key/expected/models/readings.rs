use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// A row of `public.readings`, which has no primary key.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// `integer NOT NULL`
    pub sensor: i32,
    /// `double precision`
    pub value: Option<f64>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: DateTime<Utc>,
}

impl Record for Reading {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            sensor: row.column("sensor")?,
            value: row.column("value")?,
            at: row.finite("at")?,
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
    /// `double precision`
    pub value: Option<f64>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: OrDefault<DateTime<Utc>>,
}

impl NewReading {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(sensor: i32) -> Self {
        Self {
            sensor,
            value: None,
            at: OrDefault::Default,
        }
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: f64) -> Self {
        self.value = Some(value);
        self
    }

    /// Sets `at`.
    #[must_use]
    pub fn with_at(mut self, at: DateTime<Utc>) -> Self {
        self.at = OrDefault::Value(at);
        self
    }
}
