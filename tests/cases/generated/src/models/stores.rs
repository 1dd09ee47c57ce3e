// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.stores`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Store {
    /// `integer NOT NULL`
    pub id: i32,
}

impl Record for Store {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Store {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.stores`; it comes back as [`Store`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewStore {
    /// `integer NOT NULL`
    pub id: i32,
}

impl NewStore {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
        }
    }
}
