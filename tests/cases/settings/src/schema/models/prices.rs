// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;

use super::super::domains::Money;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.prices`; primary key: `price`.
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Price {
    /// `numeric(10,2) NOT NULL`
    pub price: BigDecimal,
    /// `public.amount NOT NULL`; unique
    pub net: Money,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: BigDecimal,
    /// `numeric`
    pub discount: Option<BigDecimal>,
    /// `numeric[] NOT NULL`
    pub steps: Vec<BigDecimal>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: Option<PgRange<BigDecimal>>,
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
#[doc(alias = "database")]
pub struct NewPrice {
    /// `numeric(10,2) NOT NULL`
    pub price: BigDecimal,
    /// `public.amount NOT NULL`; unique
    pub net: Money,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: OrDefault<BigDecimal>,
    /// `numeric`
    pub discount: Option<BigDecimal>,
    /// `numeric[] NOT NULL`
    pub steps: Vec<BigDecimal>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: OrDefault<Option<PgRange<BigDecimal>>>,
}

impl NewPrice {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(price: BigDecimal, net: Money, steps: Vec<BigDecimal>) -> Self {
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
    pub fn with_tax(mut self, tax: BigDecimal) -> Self {
        self.tax = OrDefault::Value(tax);
        self
    }

    /// Sets `discount`.
    #[must_use]
    pub fn with_discount(mut self, discount: BigDecimal) -> Self {
        self.discount = Some(discount);
        self
    }

    /// Sets `bounds`.
    #[must_use]
    pub fn with_bounds(mut self, bounds: PgRange<BigDecimal>) -> Self {
        self.bounds = OrDefault::Value(Some(bounds));
        self
    }
}

/// A partial update of [`Price`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
pub struct PricePatch {
    /// `public.amount NOT NULL`; unique
    pub net: Option<Money>,
    /// `numeric NOT NULL DEFAULT 19`
    pub tax: Option<BigDecimal>,
    /// `numeric`
    pub discount: Change<BigDecimal>,
    /// `numeric[] NOT NULL`
    pub steps: Option<Vec<BigDecimal>>,
    /// `numrange DEFAULT '[0,1)'`
    pub bounds: Change<PgRange<BigDecimal>>,
}
