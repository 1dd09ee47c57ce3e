// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::QueryPerformanceMetricError;
use super::super::models::{
    NewQueryPerformanceMetric, QueryPerformanceMetric, QueryPerformanceMetricPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "recorded_at, id, query_fingerprint, query_type, service_name, ",
            "execution_time_ms, planning_time_ms, rows_examined, rows_returned, buffers_hit, ",
            "buffers_read, buffer_hit_ratio, error_code",
        )
    };
}

const TABLE: &str = "public.query_performance_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<QueryPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
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
        "SELECT EXISTS (SELECT FROM public.query_performance_metrics WHERE ",
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
    Result<HashMap<(DateTime<Utc>, i64), QueryPerformanceMetric>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
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
) -> BoxFuture<'e, Result<Option<QueryPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
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
) -> BoxFuture<'e, Result<Option<QueryPerformanceMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.query_performance_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.query_performance_metrics").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<QueryPerformanceMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.query_performance_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewQueryPerformanceMetric,
) -> BoxFuture<'e, Result<QueryPerformanceMetric, QueryPerformanceMetricError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewQueryPerformanceMetric],
) -> BoxFuture<'e, Result<Vec<QueryPerformanceMetric>, QueryPerformanceMetricError>> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "recorded_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.recorded_at,
    );
    rows.column("query_fingerprint", "character varying", |row| &row.query_fingerprint);
    rows.column("query_type", "public.query_type_enum", |row| &row.query_type);
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("execution_time_ms", "numeric", |row| &row.execution_time_ms);
    rows.column("planning_time_ms", "numeric", |row| &row.planning_time_ms);
    rows.column("rows_examined", "bigint", |row| &row.rows_examined);
    rows.or_default("rows_returned", "bigint", "(0)", |row| &row.rows_returned);
    rows.or_default("buffers_hit", "bigint", "(0)", |row| &row.buffers_hit);
    rows.or_default("buffers_read", "bigint", "(0)", |row| &row.buffers_read);
    rows.column("error_code", "bpchar", |row| &row.error_code);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewQueryPerformanceMetric],
) -> BoxFuture<'e, Result<u64, QueryPerformanceMetricError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewQueryPerformanceMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("recorded_at", &self.recorded_at);
        to.set("query_fingerprint", &self.query_fingerprint);
        to.set("query_type", self.query_type);
        to.set("service_name", &self.service_name);
        to.set("execution_time_ms", self.execution_time_ms);
        to.set("planning_time_ms", self.planning_time_ms);
        to.set("rows_examined", self.rows_examined);
        to.or_default("rows_returned", &self.rows_returned);
        to.or_default("buffers_hit", &self.buffers_hit);
        to.or_default("buffers_read", &self.buffers_read);
        to.set("error_code", &self.error_code);
    }
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &QueryPerformanceMetricPatch,
) -> BoxFuture<'e, Result<Option<QueryPerformanceMetric>, QueryPerformanceMetricError>> {
    changes(patch)
        .key("recorded_at", "timestamp with time zone", recorded_at)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &QueryPerformanceMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("query_fingerprint", patch.query_fingerprint.as_ref());
    set.given("query_type", patch.query_type);
    set.given("service_name", patch.service_name.as_ref());
    set.given("execution_time_ms", patch.execution_time_ms);
    set.change("planning_time_ms", &patch.planning_time_ms);
    set.change("rows_examined", &patch.rows_examined);
    set.given("rows_returned", patch.rows_returned);
    set.given("buffers_hit", patch.buffers_hit);
    set.given("buffers_read", patch.buffers_read);
    set.change("error_code", &patch.error_code);
    set
}

/// Deletes the row with this `recorded_at`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, QueryPerformanceMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.query_performance_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .affects(db)
}
