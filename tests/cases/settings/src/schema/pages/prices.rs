// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;

use super::super::domains::Money;
use super::super::models::Price;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT price, net, tax, discount, steps, bounds",
    " FROM public.prices",
);

/// A position in the order of `prices_pkey`: `price`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.price));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            price: from.key()?,
        })
    }
}

/// Pages over all rows: `price`.
pub fn by_price() -> Pages<ByPrice> {
    Pages::new()
}

/// A position in the order of `prices_net_key`: `net`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNet {
    pub net: Money,
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.net));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            net: from.key()?,
        })
    }
}

/// Pages over all rows: `net`.
pub fn by_net() -> Pages<ByNet> {
    Pages::new()
}

/// A position in the order of `prices_discount_idx`: `discount DESC NULLS LAST, tax, price`.
///
/// Ties are broken by `price`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.discount.as_ref());
        to.key(Some(&self.tax));
        to.key(Some(&self.price));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            discount: from.key()?,
            tax: from.key()?,
            price: from.key()?,
        })
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
