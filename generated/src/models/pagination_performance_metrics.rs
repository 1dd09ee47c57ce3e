// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::enums::PaginationMethodEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per page of a list that was served.
///
/// A row of `public.pagination_performance_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct PaginationPerformanceMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `character varying(512) NOT NULL`
    pub endpoint: String,
    /// `public.pagination_method_enum NOT NULL`
    pub pagination_method: PaginationMethodEnum,
    /// `integer NOT NULL`; `CHECK (page_size > 0)`
    pub page_size: i32,
    /// From 1; only offset pagination knows it.
    ///
    /// `integer`
    pub page_number: Option<i32>,
    /// `integer NOT NULL`
    pub rows_returned: i32,
    /// `numeric(14,3) NOT NULL`; `CHECK (query_time_ms >= 0 AND query_time_ms < 'NaN')`
    pub query_time_ms: Decimal,
    /// Filters the caller asked for.
    ///
    /// `smallint NOT NULL DEFAULT 0`; `CHECK (filter_count >= 0)`
    pub filter_count: i16,
}

impl Record for PaginationPerformanceMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            recorded_at: row.finite("recorded_at")?,
            id: row.column("id")?,
            endpoint: row.column("endpoint")?,
            pagination_method: row.column("pagination_method")?,
            page_size: row.column("page_size")?,
            page_number: row.column("page_number")?,
            rows_returned: row.column("rows_returned")?,
            query_time_ms: row.column("query_time_ms")?,
            filter_count: row.column("filter_count")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for PaginationPerformanceMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.pagination_performance_metrics`; it comes back as [`PaginationPerformanceMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPaginationPerformanceMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: OrDefault<DateTime<Utc>>,
    /// `character varying(512) NOT NULL`
    pub endpoint: String,
    /// `public.pagination_method_enum NOT NULL`
    pub pagination_method: PaginationMethodEnum,
    /// `integer NOT NULL`; `CHECK (page_size > 0)`
    pub page_size: i32,
    /// `integer`
    pub page_number: Option<i32>,
    /// `integer NOT NULL`
    pub rows_returned: i32,
    /// `numeric(14,3) NOT NULL`; `CHECK (query_time_ms >= 0 AND query_time_ms < 'NaN')`
    pub query_time_ms: Decimal,
    /// `smallint NOT NULL DEFAULT 0`; `CHECK (filter_count >= 0)`
    pub filter_count: OrDefault<i16>,
}

impl NewPaginationPerformanceMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        endpoint: impl Into<String>,
        pagination_method: PaginationMethodEnum,
        page_size: i32,
        rows_returned: i32,
        query_time_ms: Decimal,
    ) -> Self {
        Self {
            recorded_at: OrDefault::Default,
            endpoint: endpoint.into(),
            pagination_method,
            page_size,
            page_number: None,
            rows_returned,
            query_time_ms,
            filter_count: OrDefault::Default,
        }
    }

    /// Sets `recorded_at`.
    #[must_use]
    pub fn with_recorded_at(mut self, recorded_at: DateTime<Utc>) -> Self {
        self.recorded_at = OrDefault::Value(recorded_at);
        self
    }

    /// Sets `page_number`.
    #[must_use]
    pub fn with_page_number(mut self, page_number: i32) -> Self {
        self.page_number = Some(page_number);
        self
    }

    /// Sets `filter_count`.
    #[must_use]
    pub fn with_filter_count(mut self, filter_count: i16) -> Self {
        self.filter_count = OrDefault::Value(filter_count);
        self
    }
}

/// A partial update of [`PaginationPerformanceMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PaginationPerformanceMetricPatch {
    /// `character varying(512) NOT NULL`
    pub endpoint: Option<String>,
    /// `public.pagination_method_enum NOT NULL`
    pub pagination_method: Option<PaginationMethodEnum>,
    /// `integer NOT NULL`; `CHECK (page_size > 0)`
    pub page_size: Option<i32>,
    /// `integer`
    pub page_number: Change<i32>,
    /// `integer NOT NULL`
    pub rows_returned: Option<i32>,
    /// `numeric(14,3) NOT NULL`; `CHECK (query_time_ms >= 0 AND query_time_ms < 'NaN')`
    pub query_time_ms: Option<Decimal>,
    /// `smallint NOT NULL DEFAULT 0`; `CHECK (filter_count >= 0)`
    pub filter_count: Option<i16>,
}
