// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.measured_again`, which has no primary key.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredAgain {
    /// `double precision NOT NULL`
    pub x: f64,
    /// `double precision`
    pub y: Option<f64>,
}

impl Record for MeasuredAgain {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            x: row.column("x")?,
            y: row.column("y")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for MeasuredAgain {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.measured_again`; it comes back as [`MeasuredAgain`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewMeasuredAgain {
    /// `double precision NOT NULL`
    pub x: f64,
    /// `double precision`
    pub y: Option<f64>,
}

impl NewMeasuredAgain {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(x: f64) -> Self {
        Self {
            x,
            y: None,
        }
    }

    /// Sets `y`.
    #[must_use]
    pub fn with_y(mut self, y: f64) -> Self {
        self.y = Some(y);
        self
    }
}
