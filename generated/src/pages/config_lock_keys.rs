// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::ConfigLockKey;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT lock_key, last_token",
    " FROM public.config_lock_keys",
);

/// A position in the order of `config_lock_keys_pkey`: `lock_key`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByLockKey {
    pub lock_key: String,
}

impl Order for ByLockKey {
    type Row = ConfigLockKey;

    const NAME: &'static str = "public.config_lock_keys by_lock_key";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("lock_key", "character varying"),
    ];

    fn position(row: &ConfigLockKey) -> Self {
        Self {
            lock_key: row.lock_key.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.lock_key),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `lock_key`.
pub fn by_lock_key() -> Pages<ByLockKey> {
    Pages::new()
}
