use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`
    pub name: String,
}

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for User {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.users`; it comes back as [`User`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser2 {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`
    pub name: String,
}

impl NewUser2 {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
        }
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch2 {
    /// `text NOT NULL`
    pub name: Option<String>,
}
