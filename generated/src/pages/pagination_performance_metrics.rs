// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.pagination_performance_metrics`.
//!
//! Left out:
//!
//! - pages by `pagination_performance_metrics_slow_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::enums::PaginationMethodEnum;
use super::super::models::PaginationPerformanceMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT recorded_at, id, endpoint, pagination_method, page_size, page_number, ",
    "rows_returned, query_time_ms, filter_count",
    " FROM public.pagination_performance_metrics",
);

/// A position in the order of `pagination_performance_metrics_pkey`: `recorded_at, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRecordedAtAndId {
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByRecordedAtAndId {
    type Row = PaginationPerformanceMetric;

    const NAME: &'static str = "public.pagination_performance_metrics by_recorded_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("recorded_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &PaginationPerformanceMetric) -> Self {
        Self {
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `recorded_at, id`.
pub fn by_recorded_at_and_id() -> Pages<ByRecordedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `recorded_at`: `id`.
pub fn of_recorded_at_by_id(recorded_at: DateTime<Utc>) -> Pages<ByRecordedAtAndId> {
    Pages::new().fix(Some(recorded_at))
}

/// A position in the order of `pagination_performance_metrics_endpoint_idx`: `endpoint, pagination_method, recorded_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEndpointAndPaginationMethodAndRecordedAt {
    pub endpoint: String,
    pub pagination_method: PaginationMethodEnum,
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByEndpointAndPaginationMethodAndRecordedAt {
    type Row = PaginationPerformanceMetric;

    const NAME: &'static str = "public.pagination_performance_metrics by_endpoint_and_pagination_method_and_recorded_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("endpoint", "character varying"),
        Key::ascending("pagination_method", "public.pagination_method_enum"),
        Key::descending("recorded_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &PaginationPerformanceMetric) -> Self {
        Self {
            endpoint: row.endpoint.clone(),
            pagination_method: row.pagination_method,
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.endpoint));
        to.key(Some(self.pagination_method));
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            endpoint: from.key()?,
            pagination_method: from.key()?,
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `endpoint, pagination_method, recorded_at DESC, id DESC`.
pub fn by_endpoint_and_pagination_method_and_recorded_at() -> Pages<ByEndpointAndPaginationMethodAndRecordedAt> {
    Pages::new()
}

/// Pages over the rows with this `endpoint`: `pagination_method, recorded_at DESC, id DESC`.
pub fn of_endpoint_by_pagination_method_and_recorded_at(
    endpoint: String,
) -> Pages<ByEndpointAndPaginationMethodAndRecordedAt> {
    Pages::new().fix(Some(endpoint))
}

/// Pages over the rows with this `endpoint`, `pagination_method`: `recorded_at DESC, id DESC`.
pub fn of_endpoint_and_pagination_method_by_recorded_at(
    endpoint: String,
    pagination_method: PaginationMethodEnum,
) -> Pages<ByEndpointAndPaginationMethodAndRecordedAt> {
    Pages::new().fix(Some(endpoint)).fix(Some(pagination_method))
}
