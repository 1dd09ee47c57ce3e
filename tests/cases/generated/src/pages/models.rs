// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::Model;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, uuid, connection",
    " FROM public.models",
);

/// A position in the order of `models_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Model;

    const NAME: &'static str = "public.models by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Model) -> Self {
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

/// A position in the order of `models_uuid_key`: `uuid, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUuid {
    pub uuid: Option<Uuid>,
    pub id: i32,
}

impl Order for ByUuid {
    type Row = Model;

    const NAME: &'static str = "public.models by_uuid";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("uuid", "uuid").nullable(),
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Model) -> Self {
        Self {
            uuid: row.uuid,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.uuid);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            uuid: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `uuid, id`.
pub fn by_uuid() -> Pages<ByUuid> {
    Pages::new()
}
