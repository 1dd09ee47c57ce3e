// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::ConfigLockModeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Locks held and, until cleaned up, those let go. A trigger admits a row only if it may coexist with those held (SQLSTATE SC008).
///
/// A row of `public.config_locks`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigLock {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`; refers to `public.config_lock_keys`
    pub lock_key: String,
    /// `public.config_lock_mode_enum NOT NULL`
    pub lock_mode: ConfigLockModeEnum,
    /// Process or session that holds the lock.
    ///
    /// `character varying(255) NOT NULL`
    pub owner_name: String,
    /// `uuid`; refers to `public.users`
    pub owner_user_id: Option<Uuid>,
    /// `text`
    pub purpose: Option<String>,
    /// Set by a trigger, greater at every acquisition of the key; lets what the lock guards refuse a holder that was overtaken.
    ///
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (fencing_token > 0)`
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

impl Record for ConfigLock {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            lock_key: row.column("lock_key")?,
            lock_mode: row.column("lock_mode")?,
            owner_name: row.column("owner_name")?,
            owner_user_id: row.column("owner_user_id")?,
            purpose: row.column("purpose")?,
            fencing_token: row.column("fencing_token")?,
            acquired_at: row.finite("acquired_at")?,
            heartbeat_at: row.finite("heartbeat_at")?,
            expires_at: row.finite("expires_at")?,
            released_at: row.finite("released_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ConfigLock {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.config_locks`; it comes back as [`ConfigLock`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewConfigLock {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`; refers to `public.config_lock_keys`
    pub lock_key: String,
    /// `public.config_lock_mode_enum NOT NULL`
    pub lock_mode: ConfigLockModeEnum,
    /// `character varying(255) NOT NULL`
    pub owner_name: String,
    /// `uuid`; refers to `public.users`
    pub owner_user_id: Option<Uuid>,
    /// `text`
    pub purpose: Option<String>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (fencing_token > 0)`
    pub fencing_token: OrDefault<i64>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub acquired_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub heartbeat_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub released_at: Option<DateTime<Utc>>,
}

impl NewConfigLock {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        lock_key: impl Into<String>,
        lock_mode: ConfigLockModeEnum,
        owner_name: impl Into<String>,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            lock_key: lock_key.into(),
            lock_mode,
            owner_name: owner_name.into(),
            owner_user_id: None,
            purpose: None,
            fencing_token: OrDefault::Default,
            acquired_at: OrDefault::Default,
            heartbeat_at: OrDefault::Default,
            expires_at,
            released_at: None,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `owner_user_id`.
    #[must_use]
    pub fn with_owner_user_id(mut self, owner_user_id: Uuid) -> Self {
        self.owner_user_id = Some(owner_user_id);
        self
    }

    /// Sets `purpose`.
    #[must_use]
    pub fn with_purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// Sets `fencing_token`.
    #[must_use]
    pub fn with_fencing_token(mut self, fencing_token: i64) -> Self {
        self.fencing_token = OrDefault::Value(fencing_token);
        self
    }

    /// Sets `acquired_at`.
    #[must_use]
    pub fn with_acquired_at(mut self, acquired_at: DateTime<Utc>) -> Self {
        self.acquired_at = OrDefault::Value(acquired_at);
        self
    }

    /// Sets `heartbeat_at`.
    #[must_use]
    pub fn with_heartbeat_at(mut self, heartbeat_at: DateTime<Utc>) -> Self {
        self.heartbeat_at = OrDefault::Value(heartbeat_at);
        self
    }

    /// Sets `released_at`.
    #[must_use]
    pub fn with_released_at(mut self, released_at: DateTime<Utc>) -> Self {
        self.released_at = Some(released_at);
        self
    }
}

/// A partial update of [`ConfigLock`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConfigLockPatch {
    /// `character varying(255) NOT NULL`; refers to `public.config_lock_keys`
    pub lock_key: Option<String>,
    /// `public.config_lock_mode_enum NOT NULL`
    pub lock_mode: Option<ConfigLockModeEnum>,
    /// `character varying(255) NOT NULL`
    pub owner_name: Option<String>,
    /// `uuid`; refers to `public.users`
    pub owner_user_id: Change<Uuid>,
    /// `text`
    pub purpose: Change<String>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (fencing_token > 0)`
    pub fencing_token: Option<i64>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub acquired_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub heartbeat_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub released_at: Change<DateTime<Utc>>,
}
