// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::enums::PaginationMethodEnum;

/// One row per page of a list that was served.
///
/// A row of `public.pagination_performance_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct PaginationPerformanceMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `character varying(512) NOT NULL`
    pub endpoint: String,
    /// `public.pagination_method_enum NOT NULL`
    pub pagination_method: PaginationMethodEnum,
    /// `integer NOT NULL`
    pub page_size: i32,
    /// From 1; only offset pagination knows it.
    ///
    /// `integer`
    pub page_number: Option<i32>,
    /// `integer NOT NULL`
    pub rows_returned: i32,
    /// `numeric(14,3) NOT NULL`
    pub query_time_ms: Decimal,
    /// Filters the caller asked for.
    ///
    /// `smallint NOT NULL DEFAULT 0`
    pub filter_count: i16,
}
