// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// A row of `public.defaults`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Default {
    /// `integer NOT NULL DEFAULT 1`
    pub id: i32,
    /// `public."from"`
    pub value: super::super::domains::From,
}

impl Record for Default {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            value: row.column("value")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Default {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.defaults`; it comes back as [`struct@Default`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewDefault {
    /// `integer NOT NULL DEFAULT 1`
    pub id: OrDefault<i32>,
    /// `public."from"`
    pub value: super::super::domains::From,
}

impl NewDefault {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(value: super::super::domains::From) -> Self {
        Self {
            id: OrDefault::Default,
            value,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: i32) -> Self {
        self.id = OrDefault::Value(id);
        self
    }
}

/// A partial update of [`struct@Default`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DefaultPatch {
    /// `public."from"`
    pub value: Option<super::super::domains::From>,
}
