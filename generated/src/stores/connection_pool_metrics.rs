// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::ConnectionPoolMetricError;
use super::super::models::{
    ConnectionPoolMetric, ConnectionPoolMetricPatch, NewConnectionPoolMetric,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("recorded_at, id, pool_name, service_name, active_connections, idle_connections, ",
        "max_connections, waiting_requests, average_wait_ms, longest_wait_ms, ",
        "connection_errors, used_percentage",)
    };
}

const TABLE: &str = "public.connection_pool_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<ConnectionPoolMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
        "SELECT EXISTS (SELECT FROM public.connection_pool_metrics WHERE recorded_at ",
        "= $1::timestamp with time zone AND id = $2::bigint)",
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
) -> Result<HashMap<(DateTime<Utc>, i64), ConnectionPoolMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ConnectionPoolMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
) -> Result<Option<ConnectionPoolMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
) -> Result<Option<ConnectionPoolMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.connection_pool_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.connection_pool_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ConnectionPoolMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewConnectionPoolMetric,
) -> Result<ConnectionPoolMetric, ConnectionPoolMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewConnectionPoolMetric],
) -> Result<Vec<ConnectionPoolMetric>, ConnectionPoolMetricError> {
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
    rows.column("pool_name", "character varying", new.iter().map(|row| &row.pool_name))?;
    rows.column(
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column(
        "active_connections",
        "integer",
        new.iter().map(|row| &row.active_connections),
    )?;
    rows.column(
        "idle_connections",
        "integer",
        new.iter().map(|row| &row.idle_connections),
    )?;
    rows.column(
        "max_connections",
        "integer",
        new.iter().map(|row| &row.max_connections),
    )?;
    rows.or_default(
        "waiting_requests",
        "integer",
        "(0)",
        new.iter().map(|row| &row.waiting_requests),
    )?;
    rows.or_default(
        "average_wait_ms",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.average_wait_ms),
    )?;
    rows.or_default(
        "longest_wait_ms",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.longest_wait_ms),
    )?;
    rows.or_default(
        "connection_errors",
        "integer",
        "(0)",
        new.iter().map(|row| &row.connection_errors),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewConnectionPoolMetric],
) -> Result<u64, ConnectionPoolMetricError> {
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewConnectionPoolMetric>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.recorded_at.is_default(),
            !row.waiting_requests.is_default(),
            !row.average_wait_ms.is_default(),
            !row.longest_wait_ms.is_default(),
            !row.connection_errors.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "pool_name", "service_name", "active_connections", "idle_connections",
            "max_connections"
        ];
        if given[0] {
            columns.push("recorded_at");
        }
        if given[1] {
            columns.push("waiting_requests");
        }
        if given[2] {
            columns.push("average_wait_ms");
        }
        if given[3] {
            columns.push("longest_wait_ms");
        }
        if given[4] {
            columns.push("connection_errors");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.pool_name)?;
            copy.value(&row.service_name)?;
            copy.value(row.active_connections)?;
            copy.value(row.idle_connections)?;
            copy.value(row.max_connections)?;
            if let Some(value) = row.recorded_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.waiting_requests.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.average_wait_ms.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.longest_wait_ms.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.connection_errors.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewConnectionPoolMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("recorded_at", &new.recorded_at)?;
    set.set("pool_name", &new.pool_name)?;
    set.set("service_name", &new.service_name)?;
    set.set("active_connections", new.active_connections)?;
    set.set("idle_connections", new.idle_connections)?;
    set.set("max_connections", new.max_connections)?;
    set.or_default("waiting_requests", &new.waiting_requests)?;
    set.or_default("average_wait_ms", &new.average_wait_ms)?;
    set.or_default("longest_wait_ms", &new.longest_wait_ms)?;
    set.or_default("connection_errors", &new.connection_errors)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &ConnectionPoolMetricPatch,
) -> Result<Option<ConnectionPoolMetric>, ConnectionPoolMetricError> {
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

fn changes(patch: &ConnectionPoolMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("pool_name", patch.pool_name.as_ref())?;
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("active_connections", patch.active_connections)?;
    set.given("idle_connections", patch.idle_connections)?;
    set.given("max_connections", patch.max_connections)?;
    set.given("waiting_requests", patch.waiting_requests)?;
    set.given("average_wait_ms", patch.average_wait_ms)?;
    set.given("longest_wait_ms", patch.longest_wait_ms)?;
    set.given("connection_errors", patch.connection_errors)?;
    Ok(set)
}

/// Deletes the row with this `recorded_at`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<bool, ConnectionPoolMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.connection_pool_metrics WHERE recorded_at = $1::timestamp ",
        "with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
