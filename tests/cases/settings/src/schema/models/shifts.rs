// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;
use time::PrimitiveDateTime;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.shifts`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Shift {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.shift`
    pub during: Option<PgRange<PrimitiveDateTime>>,
}

impl Record for Shift {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            during: row.finite_range("during")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Shift {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.shifts`; it comes back as [`Shift`].
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
pub struct NewShift {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.shift`
    pub during: Option<PgRange<PrimitiveDateTime>>,
}

impl NewShift {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            during: None,
        }
    }

    /// Sets `during`.
    #[must_use]
    pub fn with_during(mut self, during: PgRange<PrimitiveDateTime>) -> Self {
        self.during = Some(during);
        self
    }
}

/// A partial update of [`Shift`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
pub struct ShiftPatch {
    /// `public.shift`
    pub during: Change<PgRange<PrimitiveDateTime>>,
}
