// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.only_keys`; primary key: `a`, `b`.
#[derive(Debug, Clone, PartialEq)]
pub struct OnlyKey {
    /// `integer NOT NULL`
    pub a: i32,
    /// `integer NOT NULL`
    pub b: i32,
}

impl Record for OnlyKey {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            a: row.column("a")?,
            b: row.column("b")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for OnlyKey {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.only_keys`; it comes back as [`OnlyKey`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewOnlyKey {
    /// `integer NOT NULL`
    pub a: i32,
    /// `integer NOT NULL`
    pub b: i32,
}

impl NewOnlyKey {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(a: i32, b: i32) -> Self {
        Self {
            a,
            b,
        }
    }
}
