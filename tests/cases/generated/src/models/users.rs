// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text`
    pub foo: Option<String>,
}

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            foo: row.column("foo")?,
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
    /// `text`
    pub foo: Option<String>,
}

impl NewUser2 {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            foo: None,
        }
    }

    /// Sets `foo`.
    #[must_use]
    pub fn with_foo(mut self, foo: impl Into<String>) -> Self {
        self.foo = Some(foo.into());
        self
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch2 {
    /// `text`
    pub foo: Change<String>,
}
