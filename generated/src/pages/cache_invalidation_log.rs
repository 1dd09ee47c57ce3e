// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.cache_invalidation_log`.
//!
//! Left out:
//!
//! - pages by `cache_invalidation_log_invalidation_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CacheInvalidationLog;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, invalidation_id, configuration_id, kind, target, entries_removed, ",
    "duration_ms, error, created_at",
    " FROM public.cache_invalidation_log",
);

/// A position in the order of `cache_invalidation_log_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = CacheInvalidationLog;

    const NAME: &'static str = "public.cache_invalidation_log by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CacheInvalidationLog) -> Self {
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

/// A position in the order of `cache_invalidation_log_configuration_idx`: `configuration_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByConfigurationIdAndCreatedAtAndId {
    pub configuration_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByConfigurationIdAndCreatedAtAndId {
    type Row = CacheInvalidationLog;

    const NAME: &'static str = "public.cache_invalidation_log by_configuration_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("configuration_id", "uuid"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &CacheInvalidationLog) -> Self {
        Self {
            configuration_id: row.configuration_id,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.configuration_id));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            configuration_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `configuration_id, created_at DESC, id DESC`.
pub fn by_configuration_id_and_created_at_and_id() -> Pages<ByConfigurationIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `configuration_id`: `created_at DESC, id DESC`.
pub fn of_configuration_id_by_created_at_and_id(
    configuration_id: Uuid,
) -> Pages<ByConfigurationIdAndCreatedAtAndId> {
    Pages::new().fix(Some(configuration_id))
}

/// Pages over the rows with this `configuration_id`, `created_at`: `id DESC`.
pub fn of_configuration_id_and_created_at_by_id(
    configuration_id: Uuid,
    created_at: DateTime<Utc>,
) -> Pages<ByConfigurationIdAndCreatedAtAndId> {
    Pages::new().fix(Some(configuration_id)).fix(Some(created_at))
}

/// A position in the order of `cache_invalidation_log_created_idx`: `created_at, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAt {
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByCreatedAt {
    type Row = CacheInvalidationLog;

    const NAME: &'static str = "public.cache_invalidation_log by_created_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("created_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CacheInvalidationLog) -> Self {
        Self {
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `created_at, id`.
pub fn by_created_at() -> Pages<ByCreatedAt> {
    Pages::new()
}
