// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.steps`.
//!
//! Left out:
//!
//! - pages by `steps_name_key`: it orders by an expression.

use super::super::models::Step;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, before_id, cache_key, name",
    " FROM public.steps",
);

/// A position in the order of `steps_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Step;

    const NAME: &'static str = "public.steps by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Step) -> Self {
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

/// A position in the order of `steps_cache_key_key`: `cache_key, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCacheKey {
    pub cache_key: Option<String>,
    pub id: i32,
}

impl Order for ByCacheKey {
    type Row = Step;

    const NAME: &'static str = "public.steps by_cache_key";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("cache_key", "text").nullable(),
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Step) -> Self {
        Self {
            cache_key: row.cache_key.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.cache_key.as_ref());
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            cache_key: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `cache_key, id`.
pub fn by_cache_key() -> Pages<ByCacheKey> {
    Pages::new()
}
