// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::EventNote;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, event_id, event_at",
    " FROM public.event_notes",
);

/// A position in the order of `event_notes_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = EventNote;

    const NAME: &'static str = "public.event_notes by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &EventNote) -> Self {
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
