// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::OnlyKey;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT a, b",
    " FROM public.only_keys",
);

/// A position in the order of `only_keys_pkey`: `a, b`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAAndB {
    pub a: i32,
    pub b: i32,
}

impl Order for ByAAndB {
    type Row = OnlyKey;

    const NAME: &'static str = "public.only_keys by_a_and_b";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("a", "integer"),
        Key::ascending("b", "integer"),
    ];

    fn position(row: &OnlyKey) -> Self {
        Self {
            a: row.a,
            b: row.b,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.a));
        to.key(Some(self.b));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            a: from.key()?,
            b: from.key()?,
        })
    }
}

/// Pages over all rows: `a, b`.
pub fn by_a_and_b() -> Pages<ByAAndB> {
    Pages::new()
}

/// Pages over the rows with this `a`: `b`.
pub fn of_a_by_b(a: i32) -> Pages<ByAAndB> {
    Pages::new().fix(Some(a))
}
