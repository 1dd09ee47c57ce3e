// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::billing::enums::State;
use super::super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `models.cars`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Car {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `public.users`
    pub owner: Option<i32>,
    /// `billing.state NOT NULL`
    pub state: State,
}

impl Record for Car {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            owner: row.column("owner")?,
            state: row.column("state")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Car {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `models.cars`; it comes back as [`Car`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCar {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `public.users`
    pub owner: Option<i32>,
    /// `billing.state NOT NULL`
    pub state: State,
}

impl NewCar {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, state: State) -> Self {
        Self {
            id,
            owner: None,
            state,
        }
    }

    /// Sets `owner`.
    #[must_use]
    pub fn with_owner(mut self, owner: i32) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// A partial update of [`Car`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CarPatch {
    /// `integer`; refers to `public.users`
    pub owner: Change<i32>,
    /// `billing.state NOT NULL`
    pub state: Option<State>,
}
