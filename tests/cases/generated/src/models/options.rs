// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.options`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Option {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub value: std::option::Option<String>,
    /// `integer`; refers to `public.options`
    pub parent: std::option::Option<i32>,
}

impl Record for Option {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            value: row.column("value")?,
            parent: row.column("parent")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Option {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.options`; it comes back as [`Option`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewOption {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub value: std::option::Option<String>,
    /// `integer`; refers to `public.options`
    pub parent: std::option::Option<i32>,
}

impl NewOption {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            value: None,
            parent: None,
        }
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets `parent`.
    #[must_use]
    pub fn with_parent(mut self, parent: i32) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// A partial update of [`Option`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OptionPatch {
    /// `text`
    pub value: Change<String>,
    /// `integer`; refers to `public.options`
    pub parent: Change<i32>,
}
