// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::QueryPerformanceMetricError;
use super::super::models::{
    NewQueryPerformanceMetric, QueryPerformanceMetric, QueryPerformanceMetricPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("recorded_at, id, query_fingerprint, query_type, service_name, ",
        "execution_time_ms, planning_time_ms, rows_examined, rows_returned, buffers_hit, ",
        "buffers_read, buffer_hit_ratio, error_code",)
    };
}

const TABLE: &str = "public.query_performance_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<QueryPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `recorded_at`, `id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.query_performance_metrics WHERE ",
        "recorded_at = $1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `recorded_at`, `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(DateTime<Utc>, i64)],
) -> Result<HashMap<(DateTime<Utc>, i64), QueryPerformanceMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<QueryPerformanceMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
        " WHERE (recorded_at, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.recorded_at, row.id), row)).collect())
}

/// The row with this `recorded_at`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<QueryPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `recorded_at`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<QueryPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.query_performance_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.query_performance_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<QueryPerformanceMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewQueryPerformanceMetric,
) -> Result<QueryPerformanceMetric, QueryPerformanceMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewQueryPerformanceMetric],
) -> Result<Vec<QueryPerformanceMetric>, QueryPerformanceMetricError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default(
        "recorded_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.recorded_at),
    )?;
    rows.column(
        "query_fingerprint",
        "character varying",
        new.iter().map(|row| &row.query_fingerprint),
    )?;
    rows.column(
        "query_type",
        "public.query_type_enum",
        new.iter().map(|row| &row.query_type),
    )?;
    rows.column(
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column(
        "execution_time_ms",
        "numeric",
        new.iter().map(|row| &row.execution_time_ms),
    )?;
    rows.column(
        "planning_time_ms",
        "numeric",
        new.iter().map(|row| &row.planning_time_ms),
    )?;
    rows.column("rows_examined", "bigint", new.iter().map(|row| &row.rows_examined))?;
    rows.or_default(
        "rows_returned",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.rows_returned),
    )?;
    rows.or_default(
        "buffers_hit",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.buffers_hit),
    )?;
    rows.or_default(
        "buffers_read",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.buffers_read),
    )?;
    rows.column("error_code", "bpchar", new.iter().map(|row| &row.error_code))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewQueryPerformanceMetric],
) -> Result<u64, QueryPerformanceMetricError> {
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewQueryPerformanceMetric>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.recorded_at.is_default(),
            !row.rows_returned.is_default(),
            !row.buffers_hit.is_default(),
            !row.buffers_read.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "query_fingerprint", "query_type", "service_name", "execution_time_ms",
            "planning_time_ms", "rows_examined", "error_code"
        ];
        if given[0] {
            columns.push("recorded_at");
        }
        if given[1] {
            columns.push("rows_returned");
        }
        if given[2] {
            columns.push("buffers_hit");
        }
        if given[3] {
            columns.push("buffers_read");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.query_fingerprint)?;
            copy.value(row.query_type)?;
            copy.value(&row.service_name)?;
            copy.value(row.execution_time_ms)?;
            copy.value(row.planning_time_ms)?;
            copy.value(row.rows_examined)?;
            copy.value(&row.error_code)?;
            if let Some(value) = row.recorded_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.rows_returned.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.buffers_hit.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.buffers_read.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewQueryPerformanceMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("recorded_at", &new.recorded_at)?;
    set.set("query_fingerprint", &new.query_fingerprint)?;
    set.set("query_type", new.query_type)?;
    set.set("service_name", &new.service_name)?;
    set.set("execution_time_ms", new.execution_time_ms)?;
    set.set("planning_time_ms", new.planning_time_ms)?;
    set.set("rows_examined", new.rows_examined)?;
    set.or_default("rows_returned", &new.rows_returned)?;
    set.or_default("buffers_hit", &new.buffers_hit)?;
    set.or_default("buffers_read", &new.buffers_read)?;
    set.set("error_code", &new.error_code)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &QueryPerformanceMetricPatch,
) -> Result<Option<QueryPerformanceMetric>, QueryPerformanceMetricError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, recorded_at, id).await?);
    }
    let key_0 = set.argument(recorded_at)?;
    let key_1 = set.argument(id)?;
    let condition = format!(
        "recorded_at = {key_0}::timestamp with time zone AND id = {key_1}::bigint"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &QueryPerformanceMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("query_fingerprint", patch.query_fingerprint.as_ref())?;
    set.given("query_type", patch.query_type)?;
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("execution_time_ms", patch.execution_time_ms)?;
    set.change("planning_time_ms", &patch.planning_time_ms)?;
    set.change("rows_examined", &patch.rows_examined)?;
    set.given("rows_returned", patch.rows_returned)?;
    set.given("buffers_hit", patch.buffers_hit)?;
    set.given("buffers_read", patch.buffers_read)?;
    set.change("error_code", &patch.error_code)?;
    Ok(set)
}

/// Deletes the row with this `recorded_at`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<bool, QueryPerformanceMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.query_performance_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
