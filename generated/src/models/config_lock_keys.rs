// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// One row per key ever locked. Acquiring locks this row first, so that two acquirers of one key take turns and neither overlooks the other.
///
/// A row of `public.config_lock_keys`; primary key: `lock_key`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigLockKey {
    /// `character varying(255) NOT NULL`
    pub lock_key: String,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_token >= 0)`
    pub last_token: i64,
}

impl Record for ConfigLockKey {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            lock_key: row.column("lock_key")?,
            last_token: row.column("last_token")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ConfigLockKey {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.config_lock_keys`; it comes back as [`ConfigLockKey`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewConfigLockKey {
    /// `character varying(255) NOT NULL`
    pub lock_key: String,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_token >= 0)`
    pub last_token: OrDefault<i64>,
}

impl NewConfigLockKey {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(lock_key: impl Into<String>) -> Self {
        Self {
            lock_key: lock_key.into(),
            last_token: OrDefault::Default,
        }
    }

    /// Sets `last_token`.
    #[must_use]
    pub fn with_last_token(mut self, last_token: i64) -> Self {
        self.last_token = OrDefault::Value(last_token);
        self
    }
}

/// A partial update of [`ConfigLockKey`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConfigLockKeyPatch {
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_token >= 0)`
    pub last_token: Option<i64>,
}
