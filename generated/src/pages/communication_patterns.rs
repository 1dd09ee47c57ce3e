// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CommunicationPattern;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT period_end, id, period_start, dependency_id, request_count, error_count, ",
    "timeout_count, average_latency_ms, p99_latency_ms, bytes_transferred",
    " FROM public.communication_patterns",
);

/// A position in the order of `communication_patterns_pkey`: `period_end, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPeriodEndAndId {
    pub period_end: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByPeriodEndAndId {
    type Row = CommunicationPattern;

    const NAME: &'static str = "public.communication_patterns by_period_end_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("period_end", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CommunicationPattern) -> Self {
        Self {
            period_end: row.period_end,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.period_end));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            period_end: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `period_end, id`.
pub fn by_period_end_and_id() -> Pages<ByPeriodEndAndId> {
    Pages::new()
}

/// Pages over the rows with this `period_end`: `id`.
pub fn of_period_end_by_id(period_end: DateTime<Utc>) -> Pages<ByPeriodEndAndId> {
    Pages::new().fix(Some(period_end))
}

/// A position in the order of `communication_patterns_dependency_idx`: `dependency_id, period_end DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByDependencyIdAndPeriodEnd {
    pub dependency_id: Uuid,
    pub period_end: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByDependencyIdAndPeriodEnd {
    type Row = CommunicationPattern;

    const NAME: &'static str = "public.communication_patterns by_dependency_id_and_period_end";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("dependency_id", "uuid"),
        Key::descending("period_end", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &CommunicationPattern) -> Self {
        Self {
            dependency_id: row.dependency_id,
            period_end: row.period_end,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.dependency_id));
        to.key(Some(self.period_end));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            dependency_id: from.key()?,
            period_end: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `dependency_id, period_end DESC, id DESC`.
pub fn by_dependency_id_and_period_end() -> Pages<ByDependencyIdAndPeriodEnd> {
    Pages::new()
}

/// Pages over the rows with this `dependency_id`: `period_end DESC, id DESC`.
pub fn of_dependency_id_by_period_end(
    dependency_id: Uuid,
) -> Pages<ByDependencyIdAndPeriodEnd> {
    Pages::new().fix(Some(dependency_id))
}
