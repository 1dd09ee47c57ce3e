// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Percentage;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Use of a cache over a period.
///
/// A row of `public.cache_metrics`; primary key: `configuration_id`, `period_start`.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheMetric {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
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
    /// `numeric(12,3)`; `CHECK (average_read_ms >= 0 AND average_read_ms < 'NaN')`
    pub average_read_ms: Option<Decimal>,
    /// Percent of reads that found a value; NULL if nothing was read.
    ///
    /// `public.percentage GENERATED ALWAYS AS (CASE WHEN hits >= 0 AND misses >= 0 AND hits + misses > 0 THEN round(100.0 * hits / (hits + misses), 2) END) STORED`
    pub hit_ratio: Option<Percentage>,
}

impl Record for CacheMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            configuration_id: row.column("configuration_id")?,
            period_start: row.finite("period_start")?,
            period_end: row.finite("period_end")?,
            hits: row.column("hits")?,
            misses: row.column("misses")?,
            evictions: row.column("evictions")?,
            expirations: row.column("expirations")?,
            invalidations: row.column("invalidations")?,
            entry_count: row.column("entry_count")?,
            used_bytes: row.column("used_bytes")?,
            max_bytes: row.column("max_bytes")?,
            average_read_ms: row.column("average_read_ms")?,
            hit_ratio: row.column("hit_ratio")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CacheMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.cache_metrics`; it comes back as [`CacheMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCacheMetric {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL DEFAULT 0`
    pub hits: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub misses: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub evictions: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub expirations: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub invalidations: OrDefault<i64>,
    /// `integer NOT NULL`
    pub entry_count: i32,
    /// `bigint NOT NULL`
    pub used_bytes: i64,
    /// `bigint NOT NULL`
    pub max_bytes: i64,
    /// `numeric(12,3)`; `CHECK (average_read_ms >= 0 AND average_read_ms < 'NaN')`
    pub average_read_ms: Option<Decimal>,
}

impl NewCacheMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        configuration_id: Uuid,
        period_start: DateTime<Utc>,
        period_end: DateTime<Utc>,
        entry_count: i32,
        used_bytes: i64,
        max_bytes: i64,
    ) -> Self {
        Self {
            configuration_id,
            period_start,
            period_end,
            hits: OrDefault::Default,
            misses: OrDefault::Default,
            evictions: OrDefault::Default,
            expirations: OrDefault::Default,
            invalidations: OrDefault::Default,
            entry_count,
            used_bytes,
            max_bytes,
            average_read_ms: None,
        }
    }

    /// Sets `hits`.
    #[must_use]
    pub fn with_hits(mut self, hits: i64) -> Self {
        self.hits = OrDefault::Value(hits);
        self
    }

    /// Sets `misses`.
    #[must_use]
    pub fn with_misses(mut self, misses: i64) -> Self {
        self.misses = OrDefault::Value(misses);
        self
    }

    /// Sets `evictions`.
    #[must_use]
    pub fn with_evictions(mut self, evictions: i64) -> Self {
        self.evictions = OrDefault::Value(evictions);
        self
    }

    /// Sets `expirations`.
    #[must_use]
    pub fn with_expirations(mut self, expirations: i64) -> Self {
        self.expirations = OrDefault::Value(expirations);
        self
    }

    /// Sets `invalidations`.
    #[must_use]
    pub fn with_invalidations(mut self, invalidations: i64) -> Self {
        self.invalidations = OrDefault::Value(invalidations);
        self
    }

    /// Sets `average_read_ms`.
    #[must_use]
    pub fn with_average_read_ms(mut self, average_read_ms: Decimal) -> Self {
        self.average_read_ms = Some(average_read_ms);
        self
    }
}

/// A partial update of [`CacheMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacheMetricPatch {
    /// `timestamp with time zone NOT NULL`
    pub period_end: Option<DateTime<Utc>>,
    /// `bigint NOT NULL DEFAULT 0`
    pub hits: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub misses: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub evictions: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub expirations: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub invalidations: Option<i64>,
    /// `integer NOT NULL`
    pub entry_count: Option<i32>,
    /// `bigint NOT NULL`
    pub used_bytes: Option<i64>,
    /// `bigint NOT NULL`
    pub max_bytes: Option<i64>,
    /// `numeric(12,3)`; `CHECK (average_read_ms >= 0 AND average_read_ms < 'NaN')`
    pub average_read_ms: Change<Decimal>,
}
