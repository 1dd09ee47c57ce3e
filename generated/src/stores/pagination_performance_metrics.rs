// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::PaginationPerformanceMetricError;
use super::super::models::{
    NewPaginationPerformanceMetric, PaginationPerformanceMetric,
    PaginationPerformanceMetricPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<PaginationPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `recorded_at`, `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.pagination_performance_metrics WHERE ",
        "recorded_at = $1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `recorded_at`, `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(DateTime<Utc>, i64)],
) -> BoxFuture<
    'e,
    Result<HashMap<(DateTime<Utc>, i64), PaginationPerformanceMetric>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
        " WHERE (recorded_at, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.recorded_at, row.id)))
}

/// The row with this `recorded_at`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<PaginationPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `recorded_at`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<PaginationPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.pagination_performance_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(
        "SELECT count(*) FROM public.pagination_performance_metrics",
    )
    .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<PaginationPerformanceMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pagination_performance_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPaginationPerformanceMetric,
) -> BoxFuture<
    'e,
    Result<PaginationPerformanceMetric, PaginationPerformanceMetricError>,
> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewPaginationPerformanceMetric],
) -> BoxFuture<
    'e,
    Result<Vec<PaginationPerformanceMetric>, PaginationPerformanceMetricError>,
> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "recorded_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.recorded_at,
    );
    rows.column("endpoint", "character varying", |row| &row.endpoint);
    rows.column(
        "pagination_method",
        "public.pagination_method_enum",
        |row| &row.pagination_method,
    );
    rows.column("page_size", "integer", |row| &row.page_size);
    rows.column("page_number", "integer", |row| &row.page_number);
    rows.column("rows_returned", "integer", |row| &row.rows_returned);
    rows.column("query_time_ms", "numeric", |row| &row.query_time_ms);
    rows.or_default("filter_count", "smallint", "(0)", |row| &row.filter_count);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewPaginationPerformanceMetric],
) -> BoxFuture<'e, Result<u64, PaginationPerformanceMetricError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewPaginationPerformanceMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("recorded_at", &self.recorded_at);
        to.set("endpoint", &self.endpoint);
        to.set("pagination_method", self.pagination_method);
        to.set("page_size", self.page_size);
        to.set("page_number", self.page_number);
        to.set("rows_returned", self.rows_returned);
        to.set("query_time_ms", self.query_time_ms);
        to.or_default("filter_count", &self.filter_count);
    }
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &PaginationPerformanceMetricPatch,
) -> BoxFuture<
    'e,
    Result<Option<PaginationPerformanceMetric>, PaginationPerformanceMetricError>,
> {
    changes(patch)
        .key("recorded_at", "timestamp with time zone", recorded_at)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &PaginationPerformanceMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("endpoint", patch.endpoint.as_ref());
    set.given("pagination_method", patch.pagination_method);
    set.given("page_size", patch.page_size);
    set.change("page_number", &patch.page_number);
    set.given("rows_returned", patch.rows_returned);
    set.given("query_time_ms", patch.query_time_ms);
    set.given("filter_count", patch.filter_count);
    set
}

/// Deletes the row with this `recorded_at`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, PaginationPerformanceMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.pagination_performance_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .affects(db)
}
