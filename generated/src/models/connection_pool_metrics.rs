// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::Percentage;
use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// State of a connection pool at a moment.
///
/// A row of `public.connection_pool_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq)]
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
    /// `integer NOT NULL`; `CHECK (max_connections > 0)`
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
    /// `integer NOT NULL DEFAULT 0`; `CHECK (connection_errors >= 0)`
    pub connection_errors: i32,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN max_connections > 0 AND active_connections BETWEEN 0 AND max_connections THEN round(100.0 * active_connections / max_connections, 2) ELSE 0 EN…`
    pub used_percentage: Percentage,
}

impl Record for ConnectionPoolMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            recorded_at: row.finite("recorded_at")?,
            id: row.column("id")?,
            pool_name: row.column("pool_name")?,
            service_name: row.column("service_name")?,
            active_connections: row.column("active_connections")?,
            idle_connections: row.column("idle_connections")?,
            max_connections: row.column("max_connections")?,
            waiting_requests: row.column("waiting_requests")?,
            average_wait_ms: row.column("average_wait_ms")?,
            longest_wait_ms: row.column("longest_wait_ms")?,
            connection_errors: row.column("connection_errors")?,
            used_percentage: row.column("used_percentage")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ConnectionPoolMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.connection_pool_metrics`; it comes back as [`ConnectionPoolMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewConnectionPoolMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: OrDefault<DateTime<Utc>>,
    /// `character varying(128) NOT NULL`
    pub pool_name: String,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `integer NOT NULL`
    pub active_connections: i32,
    /// `integer NOT NULL`
    pub idle_connections: i32,
    /// `integer NOT NULL`; `CHECK (max_connections > 0)`
    pub max_connections: i32,
    /// `integer NOT NULL DEFAULT 0`
    pub waiting_requests: OrDefault<i32>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub average_wait_ms: OrDefault<Decimal>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub longest_wait_ms: OrDefault<Decimal>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (connection_errors >= 0)`
    pub connection_errors: OrDefault<i32>,
}

impl NewConnectionPoolMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        pool_name: impl Into<String>,
        service_name: impl Into<String>,
        active_connections: i32,
        idle_connections: i32,
        max_connections: i32,
    ) -> Self {
        Self {
            recorded_at: OrDefault::Default,
            pool_name: pool_name.into(),
            service_name: service_name.into(),
            active_connections,
            idle_connections,
            max_connections,
            waiting_requests: OrDefault::Default,
            average_wait_ms: OrDefault::Default,
            longest_wait_ms: OrDefault::Default,
            connection_errors: OrDefault::Default,
        }
    }

    /// Sets `recorded_at`.
    #[must_use]
    pub fn with_recorded_at(mut self, recorded_at: DateTime<Utc>) -> Self {
        self.recorded_at = OrDefault::Value(recorded_at);
        self
    }

    /// Sets `waiting_requests`.
    #[must_use]
    pub fn with_waiting_requests(mut self, waiting_requests: i32) -> Self {
        self.waiting_requests = OrDefault::Value(waiting_requests);
        self
    }

    /// Sets `average_wait_ms`.
    #[must_use]
    pub fn with_average_wait_ms(mut self, average_wait_ms: Decimal) -> Self {
        self.average_wait_ms = OrDefault::Value(average_wait_ms);
        self
    }

    /// Sets `longest_wait_ms`.
    #[must_use]
    pub fn with_longest_wait_ms(mut self, longest_wait_ms: Decimal) -> Self {
        self.longest_wait_ms = OrDefault::Value(longest_wait_ms);
        self
    }

    /// Sets `connection_errors`.
    #[must_use]
    pub fn with_connection_errors(mut self, connection_errors: i32) -> Self {
        self.connection_errors = OrDefault::Value(connection_errors);
        self
    }
}

/// A partial update of [`ConnectionPoolMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConnectionPoolMetricPatch {
    /// `character varying(128) NOT NULL`
    pub pool_name: Option<String>,
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `integer NOT NULL`
    pub active_connections: Option<i32>,
    /// `integer NOT NULL`
    pub idle_connections: Option<i32>,
    /// `integer NOT NULL`; `CHECK (max_connections > 0)`
    pub max_connections: Option<i32>,
    /// `integer NOT NULL DEFAULT 0`
    pub waiting_requests: Option<i32>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub average_wait_ms: Option<Decimal>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub longest_wait_ms: Option<Decimal>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (connection_errors >= 0)`
    pub connection_errors: Option<i32>,
}
