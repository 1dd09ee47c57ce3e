// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::PaginationPerformanceMetricError;
use super::super::models::{
    NewPaginationPerformanceMetric, PaginationPerformanceMetric,
    PaginationPerformanceMetricPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "recorded_at, id, endpoint, pagination_method, page_size, page_number, ",
            "rows_returned, query_time_ms, filter_count",
        )
    };
}

const TABLE: &str = "public.pagination_performance_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<PaginationPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
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
        "SELECT EXISTS (SELECT FROM public.pagination_performance_metrics WHERE ",
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
) -> Result<HashMap<(DateTime<Utc>, i64), PaginationPerformanceMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<PaginationPerformanceMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
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
) -> Result<Option<PaginationPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
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
) -> Result<Option<PaginationPerformanceMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.pagination_performance_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.pagination_performance_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<PaginationPerformanceMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewPaginationPerformanceMetric,
) -> Result<PaginationPerformanceMetric, PaginationPerformanceMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPaginationPerformanceMetric],
) -> Result<Vec<PaginationPerformanceMetric>, PaginationPerformanceMetricError> {
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
    rows.column("endpoint", "character varying", new.iter().map(|row| &row.endpoint))?;
    rows.column(
        "pagination_method",
        "public.pagination_method_enum",
        new.iter().map(|row| &row.pagination_method),
    )?;
    rows.column("page_size", "integer", new.iter().map(|row| &row.page_size))?;
    rows.column("page_number", "integer", new.iter().map(|row| &row.page_number))?;
    rows.column("rows_returned", "integer", new.iter().map(|row| &row.rows_returned))?;
    rows.column("query_time_ms", "numeric", new.iter().map(|row| &row.query_time_ms))?;
    rows.or_default(
        "filter_count",
        "smallint",
        "(0)",
        new.iter().map(|row| &row.filter_count),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewPaginationPerformanceMetric],
) -> Result<u64, PaginationPerformanceMetricError> {
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewPaginationPerformanceMetric>> = BTreeMap::new();
    for row in new {
        let given = [!row.recorded_at.is_default(), !row.filter_count.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "endpoint", "pagination_method", "page_size", "page_number", "rows_returned",
            "query_time_ms"
        ];
        if given[0] {
            columns.push("recorded_at");
        }
        if given[1] {
            columns.push("filter_count");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.endpoint)?;
            copy.value(row.pagination_method)?;
            copy.value(row.page_size)?;
            copy.value(row.page_number)?;
            copy.value(row.rows_returned)?;
            copy.value(row.query_time_ms)?;
            if let Some(value) = row.recorded_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.filter_count.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(
    new: &NewPaginationPerformanceMetric,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("recorded_at", &new.recorded_at)?;
    set.set("endpoint", &new.endpoint)?;
    set.set("pagination_method", new.pagination_method)?;
    set.set("page_size", new.page_size)?;
    set.set("page_number", new.page_number)?;
    set.set("rows_returned", new.rows_returned)?;
    set.set("query_time_ms", new.query_time_ms)?;
    set.or_default("filter_count", &new.filter_count)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &PaginationPerformanceMetricPatch,
) -> Result<Option<PaginationPerformanceMetric>, PaginationPerformanceMetricError> {
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

fn changes(
    patch: &PaginationPerformanceMetricPatch,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("endpoint", patch.endpoint.as_ref())?;
    set.given("pagination_method", patch.pagination_method)?;
    set.given("page_size", patch.page_size)?;
    set.change("page_number", &patch.page_number)?;
    set.given("rows_returned", patch.rows_returned)?;
    set.given("query_time_ms", patch.query_time_ms)?;
    set.given("filter_count", patch.filter_count)?;
    Ok(set)
}

/// Deletes the row with this `recorded_at`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<bool, PaginationPerformanceMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.pagination_performance_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
