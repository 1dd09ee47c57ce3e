// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.pages`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; unique
    pub limit: Option<i32>,
}

impl Record for Page {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            limit: row.column("limit")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Page {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.pages`; it comes back as [`Page`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPage {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; unique
    pub limit: Option<i32>,
}

impl NewPage {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            limit: None,
        }
    }

    /// Sets `limit`.
    #[must_use]
    pub fn with_limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// A partial update of [`Page`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PagePatch {
    /// `integer`; unique
    pub limit: Change<i32>,
}
