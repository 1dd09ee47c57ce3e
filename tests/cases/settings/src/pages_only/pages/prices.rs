// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::domains::Amount;
use super::super::models::Price;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT price, net, tax, discount, steps, bounds",
    " FROM public.prices",
);

/// A position in the order of `prices_pkey`: `price`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByPrice {
    pub price: BigDecimal,
}

impl Order for ByPrice {
    type Row = Price;

    const NAME: &'static str = "public.prices by_price";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("price", "numeric"),
    ];

    fn position(row: &Price) -> Self {
        Self {
            price: row.price.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.price),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `price`.
pub fn by_price() -> Pages<ByPrice> {
    Pages::new()
}

/// A position in the order of `prices_net_key`: `net`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByNet {
    pub net: Amount,
}

impl Order for ByNet {
    type Row = Price;

    const NAME: &'static str = "public.prices by_net";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("net", "numeric"),
    ];

    fn position(row: &Price) -> Self {
        Self {
            net: row.net.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.net),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `net`.
pub fn by_net() -> Pages<ByNet> {
    Pages::new()
}

/// A position in the order of `prices_discount_idx`: `discount DESC NULLS LAST, tax, price`.
///
/// Ties are broken by `price`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByDiscountAndTax {
    pub discount: Option<BigDecimal>,
    pub tax: BigDecimal,
    pub price: BigDecimal,
}

impl Order for ByDiscountAndTax {
    type Row = Price;

    const NAME: &'static str = "public.prices by_discount_and_tax";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("discount", "numeric").nulls_last().nullable(),
        Key::ascending("tax", "numeric"),
        Key::ascending("price", "numeric"),
    ];

    fn position(row: &Price) -> Self {
        Self {
            discount: row.discount.clone(),
            tax: row.tax.clone(),
            price: row.price.clone(),
        }
    }

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.discount.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.discount),
            1 => arguments.add(&self.tax),
            2 => arguments.add(&self.price),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `discount DESC NULLS LAST, tax, price`.
pub fn by_discount_and_tax() -> Pages<ByDiscountAndTax> {
    Pages::new()
}

/// Pages over the rows with this `discount`: `tax, price`.
pub fn of_discount_by_tax(discount: Option<BigDecimal>) -> Pages<ByDiscountAndTax> {
    Pages::new().fix(discount)
}
