// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::billing::domains::Home;
use super::super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `billing.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.citext NOT NULL`; `CHECK (email <> '')`; unique
    pub email: String,
    /// `billing.home`
    pub home: Option<Home>,
}

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            email: row.column("email")?,
            home: row.column("home")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for User {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `billing.users`; it comes back as [`User`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.citext NOT NULL`; `CHECK (email <> '')`; unique
    pub email: String,
    /// `billing.home`
    pub home: Option<Home>,
}

impl NewUser {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, email: impl Into<String>) -> Self {
        Self {
            id,
            email: email.into(),
            home: None,
        }
    }

    /// Sets `home`.
    #[must_use]
    pub fn with_home(mut self, home: Home) -> Self {
        self.home = Some(home);
        self
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch {
    /// `public.citext NOT NULL`; `CHECK (email <> '')`; unique
    pub email: Option<String>,
    /// `billing.home`
    pub home: Change<Home>,
}
