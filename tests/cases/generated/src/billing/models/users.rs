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

/// A row to be inserted into `billing.users`; what comes back is a [`User`].
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
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i32, email: impl Into<String>) -> Self {
        Self {
            id,
            email: email.into(),
            home: None,
        }
    }

    /// Gives `home`.
    #[must_use]
    pub fn with_home(mut self, home: Home) -> Self {
        self.home = Some(home);
        self
    }
}

/// Changes to a [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch {
    /// `public.citext NOT NULL`; `CHECK (email <> '')`; unique
    pub email: Option<String>,
    /// `billing.home`
    pub home: Change<Home>,
}
