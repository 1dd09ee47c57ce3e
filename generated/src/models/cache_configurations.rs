// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{CacheStrategyEnum, CacheTypeEnum};
use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Named caches, their limits and how they make room.
///
/// A row of `public.cache_configurations`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheConfiguration {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`; unique
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
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(settings) = 'object')`
    pub settings: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for CacheConfiguration {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            cache_type: row.column("cache_type")?,
            strategy: row.column("strategy")?,
            is_enabled: row.column("is_enabled")?,
            max_entries: row.column("max_entries")?,
            max_size_bytes: row.column("max_size_bytes")?,
            default_ttl_seconds: row.column("default_ttl_seconds")?,
            max_ttl_seconds: row.column("max_ttl_seconds")?,
            settings: row.column("settings")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CacheConfiguration {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.cache_configurations`; it comes back as [`CacheConfiguration`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCacheConfiguration {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(128) NOT NULL`; unique
    pub name: String,
    /// `public.cache_type_enum NOT NULL`
    pub cache_type: CacheTypeEnum,
    /// `public.cache_strategy_enum NOT NULL DEFAULT 'lru'`
    pub strategy: OrDefault<CacheStrategyEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: OrDefault<bool>,
    /// `integer NOT NULL DEFAULT 10000`
    pub max_entries: OrDefault<i32>,
    /// `bigint NOT NULL DEFAULT 67108864`
    pub max_size_bytes: OrDefault<i64>,
    /// `integer NOT NULL DEFAULT 300`
    pub default_ttl_seconds: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 3600`
    pub max_ttl_seconds: OrDefault<i32>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(settings) = 'object')`
    pub settings: OrDefault<serde_json::Value>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewCacheConfiguration {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(name: impl Into<String>, cache_type: CacheTypeEnum) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            cache_type,
            strategy: OrDefault::Default,
            is_enabled: OrDefault::Default,
            max_entries: OrDefault::Default,
            max_size_bytes: OrDefault::Default,
            default_ttl_seconds: OrDefault::Default,
            max_ttl_seconds: OrDefault::Default,
            settings: OrDefault::Default,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `strategy`.
    #[must_use]
    pub fn with_strategy(mut self, strategy: CacheStrategyEnum) -> Self {
        self.strategy = OrDefault::Value(strategy);
        self
    }

    /// Sets `is_enabled`.
    #[must_use]
    pub fn with_is_enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = OrDefault::Value(is_enabled);
        self
    }

    /// Sets `max_entries`.
    #[must_use]
    pub fn with_max_entries(mut self, max_entries: i32) -> Self {
        self.max_entries = OrDefault::Value(max_entries);
        self
    }

    /// Sets `max_size_bytes`.
    #[must_use]
    pub fn with_max_size_bytes(mut self, max_size_bytes: i64) -> Self {
        self.max_size_bytes = OrDefault::Value(max_size_bytes);
        self
    }

    /// Sets `default_ttl_seconds`.
    #[must_use]
    pub fn with_default_ttl_seconds(mut self, default_ttl_seconds: i32) -> Self {
        self.default_ttl_seconds = OrDefault::Value(default_ttl_seconds);
        self
    }

    /// Sets `max_ttl_seconds`.
    #[must_use]
    pub fn with_max_ttl_seconds(mut self, max_ttl_seconds: i32) -> Self {
        self.max_ttl_seconds = OrDefault::Value(max_ttl_seconds);
        self
    }

    /// Sets `settings`.
    #[must_use]
    pub fn with_settings(mut self, settings: serde_json::Value) -> Self {
        self.settings = OrDefault::Value(settings);
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
}

/// A partial update of [`CacheConfiguration`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacheConfigurationPatch {
    /// `character varying(128) NOT NULL`; unique
    pub name: Option<String>,
    /// `public.cache_type_enum NOT NULL`
    pub cache_type: Option<CacheTypeEnum>,
    /// `public.cache_strategy_enum NOT NULL DEFAULT 'lru'`
    pub strategy: Option<CacheStrategyEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: Option<bool>,
    /// `integer NOT NULL DEFAULT 10000`
    pub max_entries: Option<i32>,
    /// `bigint NOT NULL DEFAULT 67108864`
    pub max_size_bytes: Option<i64>,
    /// `integer NOT NULL DEFAULT 300`
    pub default_ttl_seconds: Option<i32>,
    /// `integer NOT NULL DEFAULT 3600`
    pub max_ttl_seconds: Option<i32>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(settings) = 'object')`
    pub settings: Option<serde_json::Value>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
