// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Score;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, of_games, marks",
    " FROM public.scores",
);

/// A position in the order of `scores_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Score;

    const NAME: &'static str = "public.scores by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Score) -> Self {
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
