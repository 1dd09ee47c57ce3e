// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use uuid::Uuid;

use super::super::models::CommunicationPattern;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT period_end, id, period_start, dependency_id, request_count, error_count, ",
    "timeout_count, average_latency_ms, p99_latency_ms, bytes_transferred",
    " FROM public.communication_patterns",
);

/// A position in the order of `communication_patterns_pkey`: `period_end, id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.period_end),
            1 => arguments.add(self.id),
            _ => Ok(()),
        }
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
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;
        match key {
            0 => arguments.add(self.dependency_id),
            1 => arguments.add(self.period_end),
            2 => arguments.add(self.id),
            _ => Ok(()),
        }
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
