// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.intos`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Into {
    /// `text NOT NULL`
    pub id: String,
    /// `text`
    pub value: Option<String>,
}

impl Record for Into {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            value: row.column("value")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Into {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.intos`; it comes back as [`Into`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewInto {
    /// `text NOT NULL`
    pub id: String,
    /// `text`
    pub value: Option<String>,
}

impl NewInto {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: impl std::convert::Into<String>) -> Self {
        Self {
            id: id.into(),
            value: None,
        }
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: impl std::convert::Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// A partial update of [`Into`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntoPatch {
    /// `text`
    pub value: Change<String>,
}
