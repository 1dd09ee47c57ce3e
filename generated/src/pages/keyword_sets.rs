// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::KeywordSet;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, name, description, is_enabled, created_by, created_at, updated_at",
    " FROM public.keyword_sets",
);

/// A position in the order of `keyword_sets_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = KeywordSet;

    const NAME: &'static str = "public.keyword_sets by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &KeywordSet) -> Self {
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

/// A position in the order of `keyword_sets_name_key`: `name`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByName {
    pub name: String,
}

impl Order for ByName {
    type Row = KeywordSet;

    const NAME: &'static str = "public.keyword_sets by_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("name", "character varying"),
    ];

    fn position(row: &KeywordSet) -> Self {
        Self {
            name: row.name.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.name));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            name: from.key()?,
        })
    }
}

/// Pages over all rows: `name`.
pub fn by_name() -> Pages<ByName> {
    Pages::new()
}
