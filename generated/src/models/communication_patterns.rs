// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

/// Traffic along one dependency over a period.
///
/// A row of `public.communication_patterns`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CommunicationPattern {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `uuid NOT NULL`
    pub dependency_id: Uuid,
    /// `bigint NOT NULL`
    pub request_count: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub timeout_count: i64,
    /// `numeric(12,3) NOT NULL`
    pub average_latency_ms: Decimal,
    /// Latency that 99 of 100 requests stayed under.
    ///
    /// `numeric(12,3) NOT NULL`
    pub p99_latency_ms: Decimal,
    /// `bigint NOT NULL DEFAULT 0`
    pub bytes_transferred: i64,
}
