// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.copies`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text DEFAULT 'x'`
    pub name: Option<String>,
}

impl Record for Copy {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Copy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.copies`; it comes back as [`struct@Copy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCopy {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text DEFAULT 'x'`
    pub name: OrDefault<Option<String>>,
}

impl NewCopy {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            name: OrDefault::Default,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = OrDefault::Value(Some(name.into()));
        self
    }
}

/// A partial update of [`struct@Copy`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CopyPatch {
    /// `text DEFAULT 'x'`
    pub name: Change<String>,
}
