// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::enums::CacheEntryStatusEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Cached values. Empty after a crash, and on replicas.
///
/// A row of `public.cache_entries`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheEntry {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `character varying(512) NOT NULL`
    pub cache_key: String,
    /// `bytea NOT NULL`
    pub value: Vec<u8>,
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (sha256(value)) STORED`
    pub value_hash: Sha256Digest,
    /// `integer NOT NULL GENERATED ALWAYS AS (octet_length(value)) STORED`
    pub size_bytes: i32,
    /// `public.cache_entry_status_enum NOT NULL DEFAULT 'valid'`
    pub status: CacheEntryStatusEnum,
    /// Keys of what the value was made from; it falls with any of them.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub dependency_keys: Vec<String>,
    /// Groups the value can be invalidated with.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub invalidation_tags: Vec<String>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (hit_count >= 0)`
    pub hit_count: i64,
    /// `timestamp with time zone`
    pub last_hit_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
    /// Left out on insert = the default TTL of the cache; a trigger cuts it to the maximum TTL, so infinity is never stored.
    ///
    /// `timestamp with time zone NOT NULL DEFAULT 'infinity'`
    pub expires_at: DateTime<Utc>,
}

impl Record for CacheEntry {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            configuration_id: row.column("configuration_id")?,
            cache_key: row.column("cache_key")?,
            value: row.column("value")?,
            value_hash: row.column("value_hash")?,
            size_bytes: row.column("size_bytes")?,
            status: row.column("status")?,
            dependency_keys: row.column("dependency_keys")?,
            invalidation_tags: row.column("invalidation_tags")?,
            hit_count: row.column("hit_count")?,
            last_hit_at: row.finite("last_hit_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
            expires_at: row.finite("expires_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CacheEntry {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.cache_entries`; it comes back as [`CacheEntry`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCacheEntry {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `character varying(512) NOT NULL`
    pub cache_key: String,
    /// `bytea NOT NULL`
    pub value: Vec<u8>,
    /// `public.cache_entry_status_enum NOT NULL DEFAULT 'valid'`
    pub status: OrDefault<CacheEntryStatusEnum>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub dependency_keys: OrDefault<Vec<String>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub invalidation_tags: OrDefault<Vec<String>>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (hit_count >= 0)`
    pub hit_count: OrDefault<i64>,
    /// `timestamp with time zone`
    pub last_hit_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT 'infinity'`
    pub expires_at: OrDefault<DateTime<Utc>>,
}

impl NewCacheEntry {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        configuration_id: Uuid,
        cache_key: impl Into<String>,
        value: Vec<u8>,
    ) -> Self {
        Self {
            configuration_id,
            cache_key: cache_key.into(),
            value,
            status: OrDefault::Default,
            dependency_keys: OrDefault::Default,
            invalidation_tags: OrDefault::Default,
            hit_count: OrDefault::Default,
            last_hit_at: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
            expires_at: OrDefault::Default,
        }
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: CacheEntryStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `dependency_keys`.
    #[must_use]
    pub fn with_dependency_keys(mut self, dependency_keys: Vec<String>) -> Self {
        self.dependency_keys = OrDefault::Value(dependency_keys);
        self
    }

    /// Sets `invalidation_tags`.
    #[must_use]
    pub fn with_invalidation_tags(mut self, invalidation_tags: Vec<String>) -> Self {
        self.invalidation_tags = OrDefault::Value(invalidation_tags);
        self
    }

    /// Sets `hit_count`.
    #[must_use]
    pub fn with_hit_count(mut self, hit_count: i64) -> Self {
        self.hit_count = OrDefault::Value(hit_count);
        self
    }

    /// Sets `last_hit_at`.
    #[must_use]
    pub fn with_last_hit_at(mut self, last_hit_at: DateTime<Utc>) -> Self {
        self.last_hit_at = Some(last_hit_at);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }

    /// Sets `expires_at`.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: DateTime<Utc>) -> Self {
        self.expires_at = OrDefault::Value(expires_at);
        self
    }
}

/// A partial update of [`CacheEntry`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacheEntryPatch {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Option<Uuid>,
    /// `character varying(512) NOT NULL`
    pub cache_key: Option<String>,
    /// `bytea NOT NULL`
    pub value: Option<Vec<u8>>,
    /// `public.cache_entry_status_enum NOT NULL DEFAULT 'valid'`
    pub status: Option<CacheEntryStatusEnum>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub dependency_keys: Option<Vec<String>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub invalidation_tags: Option<Vec<String>>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (hit_count >= 0)`
    pub hit_count: Option<i64>,
    /// `timestamp with time zone`
    pub last_hit_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT 'infinity'`
    pub expires_at: Option<DateTime<Utc>>,
}
