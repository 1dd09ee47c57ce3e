// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.cache_entries`.
//!
//! Left out:
//!
//! - pages by `cache_entries_invalidated_idx`: it holds only some of the rows.
//! - pages by `cache_entries_tags_idx`: the method `gin` gives no order.
//! - pages by `cache_entries_dependencies_idx`: the method `gin` gives no order.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CacheEntry;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, configuration_id, cache_key, value, value_hash, size_bytes, status, ",
    "dependency_keys, invalidation_tags, hit_count, last_hit_at, created_at, ",
    "updated_at, expires_at",
    " FROM public.cache_entries",
);

/// A position in the order of `cache_entries_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = CacheEntry;

    const NAME: &'static str = "public.cache_entries by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CacheEntry) -> Self {
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

/// A position in the order of `cache_entries_configuration_id_cache_key_key`: `configuration_id, cache_key`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByConfigurationIdAndCacheKey {
    pub configuration_id: Uuid,
    pub cache_key: String,
}

impl Order for ByConfigurationIdAndCacheKey {
    type Row = CacheEntry;

    const NAME: &'static str = "public.cache_entries by_configuration_id_and_cache_key";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("configuration_id", "uuid"),
        Key::ascending("cache_key", "character varying"),
    ];

    fn position(row: &CacheEntry) -> Self {
        Self {
            configuration_id: row.configuration_id,
            cache_key: row.cache_key.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.configuration_id));
        to.key(Some(&self.cache_key));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            configuration_id: from.key()?,
            cache_key: from.key()?,
        })
    }
}

/// Pages over all rows: `configuration_id, cache_key`.
pub fn by_configuration_id_and_cache_key() -> Pages<ByConfigurationIdAndCacheKey> {
    Pages::new()
}

/// Pages over the rows with this `configuration_id`: `cache_key`.
pub fn of_configuration_id_by_cache_key(
    configuration_id: Uuid,
) -> Pages<ByConfigurationIdAndCacheKey> {
    Pages::new().fix(Some(configuration_id))
}

/// A position in the order of `cache_entries_expiry_idx`: `expires_at, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByExpiresAt {
    pub expires_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByExpiresAt {
    type Row = CacheEntry;

    const NAME: &'static str = "public.cache_entries by_expires_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("expires_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CacheEntry) -> Self {
        Self {
            expires_at: row.expires_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.expires_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            expires_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `expires_at, id`.
pub fn by_expires_at() -> Pages<ByExpiresAt> {
    Pages::new()
}
