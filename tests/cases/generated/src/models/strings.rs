// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.strings`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct String {
    /// `text NOT NULL`
    pub id: std::string::String,
    /// `text NOT NULL`
    pub value: std::string::String,
    /// `text[]`
    pub parts: Option<Vec<std::string::String>>,
}

impl Record for String {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            value: row.column("value")?,
            parts: row.column("parts")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for String {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.strings`; it comes back as [`String`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewString {
    /// `text NOT NULL`
    pub id: std::string::String,
    /// `text NOT NULL`
    pub value: std::string::String,
    /// `text[]`
    pub parts: Option<Vec<std::string::String>>,
}

impl NewString {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: std::string::String, value: std::string::String) -> Self {
        Self {
            id,
            value,
            parts: None,
        }
    }

    /// Sets `parts`.
    #[must_use]
    pub fn with_parts(mut self, parts: Vec<std::string::String>) -> Self {
        self.parts = Some(parts);
        self
    }
}

/// A partial update of [`String`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StringPatch {
    /// `text NOT NULL`
    pub value: Option<std::string::String>,
    /// `text[]`
    pub parts: Change<Vec<std::string::String>>,
}
