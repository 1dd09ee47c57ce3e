// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::Percentage;
use super::super::enums::QueryTypeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per query that was sampled.
///
/// A row of `public.query_performance_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq)]
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
    pub buffer_hit_ratio: Option<Percentage>,
    /// SQLSTATE if the query failed.
    ///
    /// `character(5)`
    pub error_code: Option<String>,
}

impl Record for QueryPerformanceMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            recorded_at: row.finite("recorded_at")?,
            id: row.column("id")?,
            query_fingerprint: row.column("query_fingerprint")?,
            query_type: row.column("query_type")?,
            service_name: row.column("service_name")?,
            execution_time_ms: row.column("execution_time_ms")?,
            planning_time_ms: row.column("planning_time_ms")?,
            rows_examined: row.column("rows_examined")?,
            rows_returned: row.column("rows_returned")?,
            buffers_hit: row.column("buffers_hit")?,
            buffers_read: row.column("buffers_read")?,
            buffer_hit_ratio: row.column("buffer_hit_ratio")?,
            error_code: row.column("error_code")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for QueryPerformanceMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.query_performance_metrics`; it comes back as [`QueryPerformanceMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewQueryPerformanceMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: OrDefault<DateTime<Utc>>,
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
    pub rows_returned: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_hit: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_read: OrDefault<i64>,
    /// `character(5)`
    pub error_code: Option<String>,
}

impl NewQueryPerformanceMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        query_fingerprint: impl Into<String>,
        query_type: QueryTypeEnum,
        service_name: impl Into<String>,
        execution_time_ms: Decimal,
    ) -> Self {
        Self {
            recorded_at: OrDefault::Default,
            query_fingerprint: query_fingerprint.into(),
            query_type,
            service_name: service_name.into(),
            execution_time_ms,
            planning_time_ms: None,
            rows_examined: None,
            rows_returned: OrDefault::Default,
            buffers_hit: OrDefault::Default,
            buffers_read: OrDefault::Default,
            error_code: None,
        }
    }

    /// Sets `recorded_at`.
    #[must_use]
    pub fn with_recorded_at(mut self, recorded_at: DateTime<Utc>) -> Self {
        self.recorded_at = OrDefault::Value(recorded_at);
        self
    }

    /// Sets `planning_time_ms`.
    #[must_use]
    pub fn with_planning_time_ms(mut self, planning_time_ms: Decimal) -> Self {
        self.planning_time_ms = Some(planning_time_ms);
        self
    }

    /// Sets `rows_examined`.
    #[must_use]
    pub fn with_rows_examined(mut self, rows_examined: i64) -> Self {
        self.rows_examined = Some(rows_examined);
        self
    }

    /// Sets `rows_returned`.
    #[must_use]
    pub fn with_rows_returned(mut self, rows_returned: i64) -> Self {
        self.rows_returned = OrDefault::Value(rows_returned);
        self
    }

    /// Sets `buffers_hit`.
    #[must_use]
    pub fn with_buffers_hit(mut self, buffers_hit: i64) -> Self {
        self.buffers_hit = OrDefault::Value(buffers_hit);
        self
    }

    /// Sets `buffers_read`.
    #[must_use]
    pub fn with_buffers_read(mut self, buffers_read: i64) -> Self {
        self.buffers_read = OrDefault::Value(buffers_read);
        self
    }

    /// Sets `error_code`.
    #[must_use]
    pub fn with_error_code(mut self, error_code: impl Into<String>) -> Self {
        self.error_code = Some(error_code.into());
        self
    }
}

/// A partial update of [`QueryPerformanceMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QueryPerformanceMetricPatch {
    /// `character varying(64) NOT NULL`
    pub query_fingerprint: Option<String>,
    /// `public.query_type_enum NOT NULL`
    pub query_type: Option<QueryTypeEnum>,
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `numeric(14,3) NOT NULL`
    pub execution_time_ms: Option<Decimal>,
    /// `numeric(14,3)`
    pub planning_time_ms: Change<Decimal>,
    /// `bigint`
    pub rows_examined: Change<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub rows_returned: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_hit: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub buffers_read: Option<i64>,
    /// `character(5)`
    pub error_code: Change<String>,
}
