// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ServiceArchitectureMetricError;
use super::super::models::{
    NewServiceArchitectureMetric, ServiceArchitectureMetric,
    ServiceArchitectureMetricPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "recorded_at, id, service_name, service_type, service_version, coupling_score, ",
            "cohesion_score, complexity_score, test_coverage, lines_of_code, ",
            "technical_debt_hours, error_rate, availability",
        )
    };
}

const TABLE: &str = "public.service_architecture_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<ServiceArchitectureMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
        "SELECT EXISTS (SELECT FROM public.service_architecture_metrics WHERE ",
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
    Result<HashMap<(DateTime<Utc>, i64), ServiceArchitectureMetric>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
) -> BoxFuture<'e, Result<Option<ServiceArchitectureMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
) -> BoxFuture<'e, Result<Option<ServiceArchitectureMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.service_architecture_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.service_architecture_metrics")
        .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ServiceArchitectureMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewServiceArchitectureMetric,
) -> BoxFuture<'e, Result<ServiceArchitectureMetric, ServiceArchitectureMetricError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewServiceArchitectureMetric],
) -> BoxFuture<
    'e,
    Result<Vec<ServiceArchitectureMetric>, ServiceArchitectureMetricError>,
> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "recorded_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.recorded_at,
    );
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("service_type", "public.service_type_enum", |row| &row.service_type);
    rows.column("service_version", "character varying", |row| &row.service_version);
    rows.column("coupling_score", "numeric", |row| &row.coupling_score);
    rows.column("cohesion_score", "numeric", |row| &row.cohesion_score);
    rows.column("complexity_score", "numeric", |row| &row.complexity_score);
    rows.column("test_coverage", "numeric", |row| &row.test_coverage);
    rows.column("lines_of_code", "integer", |row| &row.lines_of_code);
    rows.or_default(
        "technical_debt_hours",
        "numeric",
        "(0)",
        |row| &row.technical_debt_hours,
    );
    rows.or_default("error_rate", "numeric", "(0)", |row| &row.error_rate);
    rows.or_default("availability", "numeric", "(100)", |row| &row.availability);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewServiceArchitectureMetric],
) -> BoxFuture<'e, Result<u64, ServiceArchitectureMetricError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewServiceArchitectureMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("recorded_at", &self.recorded_at);
        to.set("service_name", &self.service_name);
        to.set("service_type", self.service_type);
        to.set("service_version", &self.service_version);
        to.set("coupling_score", self.coupling_score);
        to.set("cohesion_score", self.cohesion_score);
        to.set("complexity_score", self.complexity_score);
        to.set("test_coverage", self.test_coverage);
        to.set("lines_of_code", self.lines_of_code);
        to.or_default("technical_debt_hours", &self.technical_debt_hours);
        to.or_default("error_rate", &self.error_rate);
        to.or_default("availability", &self.availability);
    }
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &ServiceArchitectureMetricPatch,
) -> BoxFuture<
    'e,
    Result<Option<ServiceArchitectureMetric>, ServiceArchitectureMetricError>,
> {
    changes(patch)
        .key("recorded_at", "timestamp with time zone", recorded_at)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ServiceArchitectureMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("service_name", patch.service_name.as_ref());
    set.given("service_type", patch.service_type);
    set.change("service_version", &patch.service_version);
    set.given("coupling_score", patch.coupling_score);
    set.given("cohesion_score", patch.cohesion_score);
    set.given("complexity_score", patch.complexity_score);
    set.change("test_coverage", &patch.test_coverage);
    set.change("lines_of_code", &patch.lines_of_code);
    set.given("technical_debt_hours", patch.technical_debt_hours);
    set.given("error_rate", patch.error_rate);
    set.given("availability", patch.availability);
    set
}

/// Deletes the row with this `recorded_at`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, ServiceArchitectureMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.service_architecture_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .affects(db)
}
