// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.orders`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`; unique
    pub key: String,
}

impl Record for Order {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            key: row.column("key")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Order {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.orders`; it comes back as [`Order`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrder {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`; unique
    pub key: String,
}

impl NewOrder {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, key: impl Into<String>) -> Self {
        Self {
            id,
            key: key.into(),
        }
    }
}

/// A partial update of [`Order`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrderPatch {
    /// `text NOT NULL`; unique
    pub key: Option<String>,
}
