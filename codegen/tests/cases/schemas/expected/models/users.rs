use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::billing::enums::State;
use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `integer NOT NULL`
    pub id: i32,
    /// `billing.state`
    pub last_state: Option<State>,
}

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            last_state: row.column("last_state")?,
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
pub struct NewUser {
    /// `integer NOT NULL`
    pub id: i32,
    /// `billing.state`
    pub last_state: Option<State>,
}

impl NewUser {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            last_state: None,
        }
    }

    /// Sets `last_state`.
    #[must_use]
    pub fn with_last_state(mut self, last_state: State) -> Self {
        self.last_state = Some(last_state);
        self
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch {
    /// `billing.state`
    pub last_state: Change<State>,
}
