// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::ConfigLockKey;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT lock_key, last_token",
    " FROM public.config_lock_keys",
);

/// A position in the order of `config_lock_keys_pkey`: `lock_key`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.lock_key));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            lock_key: from.key()?,
        })
    }
}

/// Pages over all rows: `lock_key`.
pub fn by_lock_key() -> Pages<ByLockKey> {
    Pages::new()
}
