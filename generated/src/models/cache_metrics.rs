// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

/// Use of a cache over a period.
///
/// A row of `public.cache_metrics`; primary key: `configuration_id`, `period_start`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CacheMetric {
    /// `uuid NOT NULL`
    pub configuration_id: Uuid,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL DEFAULT 0`
    pub hits: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub misses: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub evictions: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub expirations: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub invalidations: i64,
    /// `integer NOT NULL`
    pub entry_count: i32,
    /// `bigint NOT NULL`
    pub used_bytes: i64,
    /// `bigint NOT NULL`
    pub max_bytes: i64,
    /// `numeric(12,3)`
    pub average_read_ms: Option<Decimal>,
    /// Percent of reads that found a value; NULL if nothing was read.
    ///
    /// `public.percentage GENERATED ALWAYS AS (CASE WHEN hits >= 0 AND misses >= 0 AND hits + misses > 0 THEN round(100.0 * hits / (hits + misses), 2) END) STORED`
    pub hit_ratio: Option<Decimal>,
}
