// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ConnectionPoolMetricError;
use super::super::models::{
    ConnectionPoolMetric, ConnectionPoolMetricPatch, NewConnectionPoolMetric,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "recorded_at, id, pool_name, service_name, active_connections, idle_connections, ",
            "max_connections, waiting_requests, average_wait_ms, longest_wait_ms, ",
            "connection_errors, used_percentage",
        )
    };
}

const TABLE: &str = "public.connection_pool_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<ConnectionPoolMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
        "SELECT EXISTS (SELECT FROM public.connection_pool_metrics WHERE recorded_at ",
        "= $1::timestamp with time zone AND id = $2::bigint)",
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
    Result<HashMap<(DateTime<Utc>, i64), ConnectionPoolMetric>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
) -> BoxFuture<'e, Result<Option<ConnectionPoolMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
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
) -> BoxFuture<'e, Result<Option<ConnectionPoolMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.connection_pool_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.connection_pool_metrics").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ConnectionPoolMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.connection_pool_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConnectionPoolMetric,
) -> BoxFuture<'e, Result<ConnectionPoolMetric, ConnectionPoolMetricError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewConnectionPoolMetric],
) -> BoxFuture<'e, Result<Vec<ConnectionPoolMetric>, ConnectionPoolMetricError>> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "recorded_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.recorded_at,
    );
    rows.column("pool_name", "character varying", |row| &row.pool_name);
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("active_connections", "integer", |row| &row.active_connections);
    rows.column("idle_connections", "integer", |row| &row.idle_connections);
    rows.column("max_connections", "integer", |row| &row.max_connections);
    rows.or_default("waiting_requests", "integer", "(0)", |row| &row.waiting_requests);
    rows.or_default("average_wait_ms", "numeric", "(0)", |row| &row.average_wait_ms);
    rows.or_default("longest_wait_ms", "numeric", "(0)", |row| &row.longest_wait_ms);
    rows.or_default("connection_errors", "integer", "(0)", |row| &row.connection_errors);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewConnectionPoolMetric],
) -> BoxFuture<'e, Result<u64, ConnectionPoolMetricError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewConnectionPoolMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("recorded_at", &self.recorded_at);
        to.set("pool_name", &self.pool_name);
        to.set("service_name", &self.service_name);
        to.set("active_connections", self.active_connections);
        to.set("idle_connections", self.idle_connections);
        to.set("max_connections", self.max_connections);
        to.or_default("waiting_requests", &self.waiting_requests);
        to.or_default("average_wait_ms", &self.average_wait_ms);
        to.or_default("longest_wait_ms", &self.longest_wait_ms);
        to.or_default("connection_errors", &self.connection_errors);
    }
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &ConnectionPoolMetricPatch,
) -> BoxFuture<'e, Result<Option<ConnectionPoolMetric>, ConnectionPoolMetricError>> {
    changes(patch)
        .key("recorded_at", "timestamp with time zone", recorded_at)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ConnectionPoolMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("pool_name", patch.pool_name.as_ref());
    set.given("service_name", patch.service_name.as_ref());
    set.given("active_connections", patch.active_connections);
    set.given("idle_connections", patch.idle_connections);
    set.given("max_connections", patch.max_connections);
    set.given("waiting_requests", patch.waiting_requests);
    set.given("average_wait_ms", patch.average_wait_ms);
    set.given("longest_wait_ms", patch.longest_wait_ms);
    set.given("connection_errors", patch.connection_errors);
    set
}

/// Deletes the row with this `recorded_at`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, ConnectionPoolMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.connection_pool_metrics WHERE recorded_at = $1::timestamp ",
        "with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .affects(db)
}
