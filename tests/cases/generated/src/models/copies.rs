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

/// A row to be inserted into `public.copies`; what comes back is a [`struct@Copy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCopy {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text DEFAULT 'x'`
    pub name: OrDefault<Option<String>>,
}

impl NewCopy {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            name: OrDefault::Default,
        }
    }

    /// Gives `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = OrDefault::Value(Some(name.into()));
        self
    }
}

/// Changes to a [`struct@Copy`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CopyPatch {
    /// `text DEFAULT 'x'`
    pub name: Change<String>,
}
