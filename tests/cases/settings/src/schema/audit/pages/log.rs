// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::super::audit::models::Entry;
use super::super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    r#"SELECT id, user_id, said, at, "for""#,
    " FROM audit.log",
);

/// A position in the order of `log_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = Entry;

    const NAME: &'static str = "audit.log by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
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
