// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `append_event()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct AppendEventRow {
    pub new_global_position: Option<i64>,
    pub new_event_version: Option<i32>,
}

impl Record for AppendEventRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            new_global_position: row.column("new_global_position")?,
            new_event_version: row.column("new_event_version")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AppendEventRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Appends an event. p_expected_version is the version the caller has seen, 0 for a new aggregate, NULL for any; if the aggregate is at another one: SQLSTATE SC007.
///
/// Calls the function `public.append_event`.
///
/// The schema's default of `p_expected_version` is `NULL`.
/// The schema's default of `p_metadata` is `'{}'`.
/// The schema's default of `p_causation_id` is `NULL`.
/// The schema's default of `p_correlation_id` is `NULL`.
/// The schema's default of `p_event_id` is `NULL`.
#[allow(clippy::too_many_arguments)]
pub fn append_event<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_aggregate_type: impl Into<Option<&'q str>>,
    p_aggregate_id: impl Into<Option<Uuid>>,
    p_event_type: impl Into<Option<&'q str>>,
    p_event_data: impl Into<Option<&'q serde_json::Value>>,
    p_expected_version: impl Into<Option<i32>>,
    p_metadata: impl Into<Option<&'q serde_json::Value>>,
    p_causation_id: impl Into<Option<Uuid>>,
    p_correlation_id: impl Into<Option<Uuid>>,
    p_event_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Vec<AppendEventRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT new_global_position, new_event_version FROM ",
        "public.append_event($1::text, $2::uuid, $3::text, $4::jsonb, $5::integer, ",
        "$6::jsonb, $7::uuid, $8::uuid, $9::uuid)",
    ))
    .bind(p_aggregate_type.into())
    .bind(p_aggregate_id.into())
    .bind(p_event_type.into())
    .bind(p_event_data.into())
    .bind(p_expected_version.into())
    .bind(p_metadata.into())
    .bind(p_causation_id.into())
    .bind(p_correlation_id.into())
    .bind(p_event_id.into())
    .fetch_all(db)
}
