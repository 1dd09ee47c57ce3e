// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;

use super::super::domains::Amount;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.prices`; primary key: `price`.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// `numeric(10,2) NOT NULL`
    pub price: Decimal,
    /// `public.amount NOT NULL`; unique
    pub net: Amount,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: Decimal,
    /// `numeric`
    pub discount: Option<Decimal>,
    /// `numeric[] NOT NULL`
    pub steps: Vec<Decimal>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: Option<PgRange<Decimal>>,
}

impl Record for Price {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            price: row.column("price")?,
            net: row.column("net")?,
            tax: row.column("tax")?,
            discount: row.column("discount")?,
            steps: row.column("steps")?,
            bounds: row.range("bounds")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Price {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.prices`; it comes back as [`Price`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPrice {
    /// `numeric(10,2) NOT NULL`
    pub price: Decimal,
    /// `public.amount NOT NULL`; unique
    pub net: Amount,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: OrDefault<Decimal>,
    /// `numeric`
    pub discount: Option<Decimal>,
    /// `numeric[] NOT NULL`
    pub steps: Vec<Decimal>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: OrDefault<Option<PgRange<Decimal>>>,
}

impl NewPrice {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(price: Decimal, net: Amount, steps: Vec<Decimal>) -> Self {
        Self {
            price,
            net,
            tax: OrDefault::Default,
            discount: None,
            steps,
            bounds: OrDefault::Default,
        }
    }

    /// Sets `tax`.
    #[must_use]
    pub fn with_tax(mut self, tax: Decimal) -> Self {
        self.tax = OrDefault::Value(tax);
        self
    }

    /// Sets `discount`.
    #[must_use]
    pub fn with_discount(mut self, discount: Decimal) -> Self {
        self.discount = Some(discount);
        self
    }

    /// Sets `bounds`.
    #[must_use]
    pub fn with_bounds(mut self, bounds: PgRange<Decimal>) -> Self {
        self.bounds = OrDefault::Value(Some(bounds));
        self
    }
}

/// A partial update of [`Price`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PricePatch {
    /// `public.amount NOT NULL`; unique
    pub net: Option<Amount>,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: Option<Decimal>,
    /// `numeric`
    pub discount: Change<Decimal>,
    /// `numeric[] NOT NULL`
    pub steps: Option<Vec<Decimal>>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: Change<PgRange<Decimal>>,
}
