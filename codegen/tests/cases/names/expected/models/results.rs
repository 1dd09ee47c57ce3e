use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.results`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Result {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub value: Option<String>,
    /// `integer`; refers to `public.results`
    pub parent: Option<i32>,
}

impl Record for Result {
    fn read<'r>(row: &mut impl RowReader<'r>) -> std::result::Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            value: row.column("value")?,
            parent: row.column("parent")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Result {
    fn from_row(row: &'r PgRow) -> std::result::Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.results`; it comes back as [`Result`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewResult {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub value: Option<String>,
    /// `integer`; refers to `public.results`
    pub parent: Option<i32>,
}

impl NewResult {
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

/// A partial update of [`Result`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResultPatch {
    /// `text`
    pub value: Change<String>,
    /// `integer`; refers to `public.results`
    pub parent: Change<i32>,
}
