// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;

use super::super::models::Event;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, at",
    " FROM public.events",
);

/// A position in the order of `events_pkey`: `id, at`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByIdAndAt {
    pub id: i64,
    pub at: NaiveDate,
}

impl Order for ByIdAndAt {
    type Row = Event;

    const NAME: &'static str = "public.events by_id_and_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
        Key::ascending("at", "date"),
    ];

    fn position(row: &Event) -> Self {
        Self {
            id: row.id,
            at: row.at,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
        to.key(Some(self.at));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
            at: from.key()?,
        })
    }
}

/// Pages over all rows: `id, at`.
pub fn by_id_and_at() -> Pages<ByIdAndAt> {
    Pages::new()
}

/// Pages over the rows with this `id`: `at`.
pub fn of_id_by_at(id: i64) -> Pages<ByIdAndAt> {
    Pages::new().fix(Some(id))
}
