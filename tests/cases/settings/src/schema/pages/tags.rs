// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Tag;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, known, known_or_null, with_default, labels",
    " FROM public.tags",
);

/// A position in the order of `tags_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Tag;

    const NAME: &'static str = "public.tags by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Tag) -> Self {
        Self {
            id: row.id,
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}
