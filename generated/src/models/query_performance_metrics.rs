// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::enums::QueryTypeEnum;

/// One row per query that was sampled.
///
/// A row of `public.query_performance_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct QueryPerformanceMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// Hash of the query with its constants taken out, as pg_stat_statements forms it.
    ///
    /// `character varying(64) NOT NULL`
    pub query_fingerprint: String,
    /// `public.query_type_enum NOT NULL`
    pub query_type: QueryTypeEnum,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `numeric(14,3) NOT NULL`
    pub execution_time_ms: Decimal,
    /// `numeric(14,3)`
    pub planning_time_ms: Option<Decimal>,
    /// `bigint`
    pub rows_examined: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub rows_returned: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_hit: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_read: i64,
    /// Percent of pages found in shared buffers; NULL if none was touched.
    ///
    /// `public.percentage GENERATED ALWAYS AS (CASE WHEN buffers_hit >= 0 AND buffers_read >= 0 AND buffers_hit + buffers_read > 0 THEN round(100.0 * buffers_hit / (buffers_hit + buffers_read), 2) END) STORED`
    pub buffer_hit_ratio: Option<Decimal>,
    /// SQLSTATE if the query failed.
    ///
    /// `character(5)`
    pub error_code: Option<String>,
}
