// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::CacheEntryStatusEnum;

/// Cached values. Empty after a crash, and on replicas.
///
/// A row of `public.cache_entries`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CacheEntry {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`
    pub configuration_id: Uuid,
    /// `character varying(512) NOT NULL`
    pub cache_key: String,
    /// `bytea NOT NULL`
    pub value: Vec<u8>,
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (sha256(value)) STORED`
    pub value_hash: Vec<u8>,
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
    /// `bigint NOT NULL DEFAULT 0`
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
