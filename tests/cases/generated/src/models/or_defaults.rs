// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.or_defaults`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct OrDefault {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text DEFAULT 'x'`
    pub name: Option<String>,
}

impl Record for OrDefault {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for OrDefault {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.or_defaults`; it comes back as [`OrDefault`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrDefault {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text DEFAULT 'x'`
    pub name: super::super::support::OrDefault<Option<String>>,
}

impl NewOrDefault {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            name: super::super::support::OrDefault::Default,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = super::super::support::OrDefault::Value(Some(name.into()));
        self
    }
}

/// A partial update of [`OrDefault`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrDefaultPatch {
    /// `text DEFAULT 'x'`
    pub name: Change<String>,
}
