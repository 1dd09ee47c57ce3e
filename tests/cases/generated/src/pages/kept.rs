// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Kept;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT name, taken_at",
    " FROM public.kept",
);

/// A position in the order of `kept_idx`: `name, taken_at`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.name),
            1 => arguments.add(self.taken_at),
            _ => Ok(()),
        }
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
