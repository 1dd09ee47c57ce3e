// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.changes`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub name: Option<String>,
}

impl Record for Change {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Change {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.changes`; it comes back as [`Change`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewChange {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub name: Option<String>,
}

impl NewChange {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            name: None,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// A partial update of [`Change`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChangePatch {
    /// `text`
    pub name: super::super::support::Change<String>,
}
