// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::OnlyKey;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT a, b",
    " FROM public.only_keys",
);

/// A position in the order of `only_keys_pkey`: `a, b`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.a),
            1 => arguments.add(self.b),
            _ => Ok(()),
        }
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
