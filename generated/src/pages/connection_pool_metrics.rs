// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.connection_pool_metrics`.
//!
//! Left out:
//!
//! - pages by `connection_pool_metrics_waiting_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::models::ConnectionPoolMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT recorded_at, id, pool_name, service_name, active_connections, ",
    "idle_connections, max_connections, waiting_requests, average_wait_ms, ",
    "longest_wait_ms, connection_errors, used_percentage",
    " FROM public.connection_pool_metrics",
);

/// A position in the order of `connection_pool_metrics_pkey`: `recorded_at, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRecordedAtAndId {
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByRecordedAtAndId {
    type Row = ConnectionPoolMetric;

    const NAME: &'static str = "public.connection_pool_metrics by_recorded_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("recorded_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &ConnectionPoolMetric) -> Self {
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

/// A position in the order of `connection_pool_metrics_pool_idx`: `pool_name, recorded_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPoolNameAndRecordedAt {
    pub pool_name: String,
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByPoolNameAndRecordedAt {
    type Row = ConnectionPoolMetric;

    const NAME: &'static str = "public.connection_pool_metrics by_pool_name_and_recorded_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("pool_name", "character varying"),
        Key::descending("recorded_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &ConnectionPoolMetric) -> Self {
        Self {
            pool_name: row.pool_name.clone(),
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.pool_name));
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            pool_name: from.key()?,
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `pool_name, recorded_at DESC, id DESC`.
pub fn by_pool_name_and_recorded_at() -> Pages<ByPoolNameAndRecordedAt> {
    Pages::new()
}

/// Pages over the rows with this `pool_name`: `recorded_at DESC, id DESC`.
pub fn of_pool_name_by_recorded_at(pool_name: String) -> Pages<ByPoolNameAndRecordedAt> {
    Pages::new().fix(Some(pool_name))
}
