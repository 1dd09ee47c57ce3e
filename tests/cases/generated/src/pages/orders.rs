// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::Order;
use super::super::support::{Key, KeyReader, KeyWriter, Pages};

const SELECT: &str = concat!(
    "SELECT id, key",
    " FROM public.orders",
);

/// A position in the order of `orders_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl super::super::support::Order for ById {
    type Row = Order;

    const NAME: &'static str = "public.orders by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Order) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `orders_key_key`: `key`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKey {
    pub key: String,
}

impl super::super::support::Order for ByKey {
    type Row = Order;

    const NAME: &'static str = "public.orders by_key";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("key", "text"),
    ];

    fn position(row: &Order) -> Self {
        Self {
            key: row.key.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.key));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            key: from.key()?,
        })
    }
}

/// Pages over all rows: `key`.
pub fn by_key() -> Pages<ByKey> {
    Pages::new()
}
