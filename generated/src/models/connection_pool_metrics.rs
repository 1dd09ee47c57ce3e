// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

/// State of a connection pool at a moment.
///
/// A row of `public.connection_pool_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ConnectionPoolMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `character varying(128) NOT NULL`
    pub pool_name: String,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `integer NOT NULL`
    pub active_connections: i32,
    /// `integer NOT NULL`
    pub idle_connections: i32,
    /// `integer NOT NULL`
    pub max_connections: i32,
    /// `integer NOT NULL DEFAULT 0`
    pub waiting_requests: i32,
    /// Wait for a connection since the reading before.
    ///
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub average_wait_ms: Decimal,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub longest_wait_ms: Decimal,
    /// Failed connects since the reading before.
    ///
    /// `integer NOT NULL DEFAULT 0`
    pub connection_errors: i32,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN max_connections > 0 AND active_connections BETWEEN 0 AND max_connections THEN round(100.0 * active_connections / max_connections, 2) ELSE 0 EN…`
    pub used_percentage: Decimal,
}
