use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `type.orders`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `billing.invoices`
    pub invoice: Option<i32>,
}

impl Record for Order {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            invoice: row.column("invoice")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Order {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `type.orders`; it comes back as [`Order`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrder {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `billing.invoices`
    pub invoice: Option<i32>,
}

impl NewOrder {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            invoice: None,
        }
    }

    /// Sets `invoice`.
    #[must_use]
    pub fn with_invoice(mut self, invoice: i32) -> Self {
        self.invoice = Some(invoice);
        self
    }
}

/// A partial update of [`Order`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrderPatch {
    /// `integer`; refers to `billing.invoices`
    pub invoice: Change<i32>,
}
