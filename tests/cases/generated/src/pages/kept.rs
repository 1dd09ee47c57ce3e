// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};

use super::super::models::Kept;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT name, taken_at",
    " FROM public.kept",
);

/// A position in the order of `kept_idx`: `name, taken_at`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNameAndTakenAt {
    pub name: String,
    pub taken_at: DateTime<Utc>,
}

impl Order for ByNameAndTakenAt {
    type Row = Kept;

    const NAME: &'static str = "public.kept by_name_and_taken_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("name", "public.citext"),
        Key::ascending("taken_at", "timestamp with time zone"),
    ];

    fn position(row: &Kept) -> Self {
        Self {
            name: row.name.clone(),
            taken_at: row.taken_at,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.name));
        to.key(Some(self.taken_at));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            name: from.key()?,
            taken_at: from.key()?,
        })
    }
}

/// Pages over all rows: `name, taken_at`.
pub fn by_name_and_taken_at() -> Pages<ByNameAndTakenAt> {
    Pages::new()
}

/// Pages over the rows with this `name`: `taken_at`.
pub fn of_name_by_taken_at(name: String) -> Pages<ByNameAndTakenAt> {
    Pages::new().fix(Some(name))
}
