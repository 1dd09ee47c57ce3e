// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.query_performance_metrics`.
//!
//! Left out:
//!
//! - pages by `query_performance_metrics_slow_idx`: it holds only some of the rows.
//! - pages by `query_performance_metrics_errors_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::models::QueryPerformanceMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT recorded_at, id, query_fingerprint, query_type, service_name, ",
    "execution_time_ms, planning_time_ms, rows_examined, rows_returned, buffers_hit, ",
    "buffers_read, buffer_hit_ratio, error_code",
    " FROM public.query_performance_metrics",
);

/// A position in the order of `query_performance_metrics_pkey`: `recorded_at, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRecordedAtAndId {
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByRecordedAtAndId {
    type Row = QueryPerformanceMetric;

    const NAME: &'static str = "public.query_performance_metrics by_recorded_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("recorded_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &QueryPerformanceMetric) -> Self {
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

/// A position in the order of `query_performance_metrics_fingerprint_idx`: `query_fingerprint, recorded_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByQueryFingerprintAndRecordedAt {
    pub query_fingerprint: String,
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByQueryFingerprintAndRecordedAt {
    type Row = QueryPerformanceMetric;

    const NAME: &'static str = "public.query_performance_metrics by_query_fingerprint_and_recorded_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("query_fingerprint", "character varying"),
        Key::descending("recorded_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &QueryPerformanceMetric) -> Self {
        Self {
            query_fingerprint: row.query_fingerprint.clone(),
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.query_fingerprint));
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            query_fingerprint: from.key()?,
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `query_fingerprint, recorded_at DESC, id DESC`.
pub fn by_query_fingerprint_and_recorded_at() -> Pages<ByQueryFingerprintAndRecordedAt> {
    Pages::new()
}

/// Pages over the rows with this `query_fingerprint`: `recorded_at DESC, id DESC`.
pub fn of_query_fingerprint_by_recorded_at(
    query_fingerprint: String,
) -> Pages<ByQueryFingerprintAndRecordedAt> {
    Pages::new().fix(Some(query_fingerprint))
}

/// A position in the order of `query_performance_metrics_service_idx`: `service_name, recorded_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByServiceNameAndRecordedAt {
    pub service_name: String,
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByServiceNameAndRecordedAt {
    type Row = QueryPerformanceMetric;

    const NAME: &'static str = "public.query_performance_metrics by_service_name_and_recorded_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("service_name", "character varying"),
        Key::descending("recorded_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &QueryPerformanceMetric) -> Self {
        Self {
            service_name: row.service_name.clone(),
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.service_name));
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            service_name: from.key()?,
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `service_name, recorded_at DESC, id DESC`.
pub fn by_service_name_and_recorded_at() -> Pages<ByServiceNameAndRecordedAt> {
    Pages::new()
}

/// Pages over the rows with this `service_name`: `recorded_at DESC, id DESC`.
pub fn of_service_name_by_recorded_at(
    service_name: String,
) -> Pages<ByServiceNameAndRecordedAt> {
    Pages::new().fix(Some(service_name))
}
