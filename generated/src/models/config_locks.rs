// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::ConfigLockModeEnum;

/// Locks held and, until cleaned up, those let go. A trigger admits a row only if it may coexist with those held (SQLSTATE SC008).
///
/// A row of `public.config_locks`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ConfigLock {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub lock_key: String,
    /// `public.config_lock_mode_enum NOT NULL`
    pub lock_mode: ConfigLockModeEnum,
    /// Process or session that holds the lock.
    ///
    /// `character varying(255) NOT NULL`
    pub owner_name: String,
    /// `uuid`
    pub owner_user_id: Option<Uuid>,
    /// `text`
    pub purpose: Option<String>,
    /// Set by a trigger, greater at every acquisition of the key; lets what the lock guards refuse a holder that was overtaken.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub fencing_token: i64,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub acquired_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub heartbeat_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// NULL = held. An expired lock is released by the next acquirer.
    ///
    /// `timestamp with time zone`
    pub released_at: Option<DateTime<Utc>>,
}
