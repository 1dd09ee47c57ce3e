// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Event;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, at",
    " FROM public.events",
);

/// A position in the order of `events_pkey`: `id, at`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.id),
            1 => arguments.add(self.at),
            _ => Ok(()),
        }
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
