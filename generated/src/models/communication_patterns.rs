// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Traffic along one dependency over a period.
///
/// A row of `public.communication_patterns`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CommunicationPattern {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `uuid NOT NULL`; refers to `public.service_dependencies`
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
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (bytes_transferred >= 0)`
    pub bytes_transferred: i64,
}

impl Record for CommunicationPattern {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            period_end: row.finite("period_end")?,
            id: row.column("id")?,
            period_start: row.finite("period_start")?,
            dependency_id: row.column("dependency_id")?,
            request_count: row.column("request_count")?,
            error_count: row.column("error_count")?,
            timeout_count: row.column("timeout_count")?,
            average_latency_ms: row.column("average_latency_ms")?,
            p99_latency_ms: row.column("p99_latency_ms")?,
            bytes_transferred: row.column("bytes_transferred")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CommunicationPattern {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.communication_patterns`; it comes back as [`CommunicationPattern`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCommunicationPattern {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `uuid NOT NULL`; refers to `public.service_dependencies`
    pub dependency_id: Uuid,
    /// `bigint NOT NULL`
    pub request_count: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub timeout_count: OrDefault<i64>,
    /// `numeric(12,3) NOT NULL`
    pub average_latency_ms: Decimal,
    /// `numeric(12,3) NOT NULL`
    pub p99_latency_ms: Decimal,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (bytes_transferred >= 0)`
    pub bytes_transferred: OrDefault<i64>,
}

impl NewCommunicationPattern {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        period_end: DateTime<Utc>,
        period_start: DateTime<Utc>,
        dependency_id: Uuid,
        request_count: i64,
        average_latency_ms: Decimal,
        p99_latency_ms: Decimal,
    ) -> Self {
        Self {
            period_end,
            period_start,
            dependency_id,
            request_count,
            error_count: OrDefault::Default,
            timeout_count: OrDefault::Default,
            average_latency_ms,
            p99_latency_ms,
            bytes_transferred: OrDefault::Default,
        }
    }

    /// Sets `error_count`.
    #[must_use]
    pub fn with_error_count(mut self, error_count: i64) -> Self {
        self.error_count = OrDefault::Value(error_count);
        self
    }

    /// Sets `timeout_count`.
    #[must_use]
    pub fn with_timeout_count(mut self, timeout_count: i64) -> Self {
        self.timeout_count = OrDefault::Value(timeout_count);
        self
    }

    /// Sets `bytes_transferred`.
    #[must_use]
    pub fn with_bytes_transferred(mut self, bytes_transferred: i64) -> Self {
        self.bytes_transferred = OrDefault::Value(bytes_transferred);
        self
    }
}

/// A partial update of [`CommunicationPattern`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommunicationPatternPatch {
    /// `timestamp with time zone NOT NULL`
    pub period_start: Option<DateTime<Utc>>,
    /// `uuid NOT NULL`; refers to `public.service_dependencies`
    pub dependency_id: Option<Uuid>,
    /// `bigint NOT NULL`
    pub request_count: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub timeout_count: Option<i64>,
    /// `numeric(12,3) NOT NULL`
    pub average_latency_ms: Option<Decimal>,
    /// `numeric(12,3) NOT NULL`
    pub p99_latency_ms: Option<Decimal>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (bytes_transferred >= 0)`
    pub bytes_transferred: Option<i64>,
}
