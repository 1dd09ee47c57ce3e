// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::Page;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    r#"SELECT id, "limit""#,
    " FROM public.pages",
);

/// A position in the order of `pages_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Page;

    const NAME: &'static str = "public.pages by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Page) -> Self {
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

/// A position in the order of `pages_limit_key`: `"limit", id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByLimit {
    pub limit: Option<i32>,
    pub id: i32,
}

impl Order for ByLimit {
    type Row = Page;

    const NAME: &'static str = "public.pages by_limit";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending(r#""limit""#, "integer").nullable(),
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Page) -> Self {
        Self {
            limit: row.limit,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.limit);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            limit: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `"limit", id`.
pub fn by_limit() -> Pages<ByLimit> {
    Pages::new()
}
