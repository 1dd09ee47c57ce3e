// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{CacheStrategyEnum, CacheTypeEnum};

/// Named caches, their limits and how they make room.
///
/// A row of `public.cache_configurations`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CacheConfiguration {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`
    pub name: String,
    /// `public.cache_type_enum NOT NULL`
    pub cache_type: CacheTypeEnum,
    /// `public.cache_strategy_enum NOT NULL DEFAULT 'lru'`
    pub strategy: CacheStrategyEnum,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `integer NOT NULL DEFAULT 10000`
    pub max_entries: i32,
    /// `bigint NOT NULL DEFAULT 67108864`
    pub max_size_bytes: i64,
    /// `integer NOT NULL DEFAULT 300`
    pub default_ttl_seconds: i32,
    /// `integer NOT NULL DEFAULT 3600`
    pub max_ttl_seconds: i32,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub settings: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
