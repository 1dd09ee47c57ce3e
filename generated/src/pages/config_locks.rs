// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.config_locks`.
//!
//! Left out:
//!
//! - pages by `config_locks_exclusive_key`: it holds only some of the rows.
//! - pages by `config_locks_released_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::ConfigLock;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, lock_key, lock_mode, owner_name, owner_user_id, purpose, ",
    "fencing_token, acquired_at, heartbeat_at, expires_at, released_at",
    " FROM public.config_locks",
);

/// A position in the order of `config_locks_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = ConfigLock;

    const NAME: &'static str = "public.config_locks by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ConfigLock) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `config_locks_key_idx`: `lock_key, released_at, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByLockKeyAndReleasedAt {
    pub lock_key: String,
    pub released_at: Option<DateTime<Utc>>,
    pub id: Uuid,
}

impl Order for ByLockKeyAndReleasedAt {
    type Row = ConfigLock;

    const NAME: &'static str = "public.config_locks by_lock_key_and_released_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("lock_key", "character varying"),
        Key::ascending("released_at", "timestamp with time zone").nullable(),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ConfigLock) -> Self {
        Self {
            lock_key: row.lock_key.clone(),
            released_at: row.released_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.lock_key));
        to.key(self.released_at);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            lock_key: from.key()?,
            released_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `lock_key, released_at, id`.
pub fn by_lock_key_and_released_at() -> Pages<ByLockKeyAndReleasedAt> {
    Pages::new()
}

/// Pages over the rows with this `lock_key`: `released_at, id`.
pub fn of_lock_key_by_released_at(lock_key: String) -> Pages<ByLockKeyAndReleasedAt> {
    Pages::new().fix(Some(lock_key))
}
