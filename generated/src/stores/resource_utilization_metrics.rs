// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ResourceUtilizationMetricError;
use super::super::models::{
    NewResourceUtilizationMetric, ResourceUtilizationMetric,
    ResourceUtilizationMetricPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "period_end, id, period_start, service_name, host_name, resource_type, unit, ",
            "used, maximum, used_percentage",
        )
    };
}

const TABLE: &str = "public.resource_utilization_metrics";
const COLUMNS: &str = columns!();

/// The row with this `period_end`, `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<ResourceUtilizationMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `period_end`, `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.resource_utilization_metrics WHERE ",
        "period_end = $1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `period_end`, `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(DateTime<Utc>, i64)],
) -> BoxFuture<
    'e,
    Result<HashMap<(DateTime<Utc>, i64), ResourceUtilizationMetric>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
        " WHERE (period_end, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.period_end, row.id)))
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<ResourceUtilizationMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<ResourceUtilizationMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.resource_utilization_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.resource_utilization_metrics")
        .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ResourceUtilizationMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewResourceUtilizationMetric,
) -> BoxFuture<'e, Result<ResourceUtilizationMetric, ResourceUtilizationMetricError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewResourceUtilizationMetric],
) -> BoxFuture<
    'e,
    Result<Vec<ResourceUtilizationMetric>, ResourceUtilizationMetricError>,
> {
    let mut rows = Rows::new(new);
    rows.column("period_end", "timestamp with time zone", |row| &row.period_end);
    rows.column("period_start", "timestamp with time zone", |row| &row.period_start);
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("host_name", "character varying", |row| &row.host_name);
    rows.column("resource_type", "public.resource_type_enum", |row| &row.resource_type);
    rows.column("unit", "public.resource_unit_enum", |row| &row.unit);
    rows.column("used", "numeric", |row| &row.used);
    rows.column("maximum", "numeric", |row| &row.maximum);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewResourceUtilizationMetric],
) -> BoxFuture<'e, Result<u64, ResourceUtilizationMetricError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewResourceUtilizationMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("period_end", self.period_end);
        to.set("period_start", self.period_start);
        to.set("service_name", &self.service_name);
        to.set("host_name", &self.host_name);
        to.set("resource_type", self.resource_type);
        to.set("unit", self.unit);
        to.set("used", self.used);
        to.set("maximum", self.maximum);
    }
}

/// Writes what the patch sets to the row with this `period_end`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
    patch: &ResourceUtilizationMetricPatch,
) -> BoxFuture<
    'e,
    Result<Option<ResourceUtilizationMetric>, ResourceUtilizationMetricError>,
> {
    changes(patch)
        .key("period_end", "timestamp with time zone", period_end)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ResourceUtilizationMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("period_start", patch.period_start);
    set.given("service_name", patch.service_name.as_ref());
    set.given("host_name", patch.host_name.as_ref());
    set.given("resource_type", patch.resource_type);
    set.given("unit", patch.unit);
    set.given("used", patch.used);
    set.given("maximum", patch.maximum);
    set
}

/// Deletes the row with this `period_end`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, ResourceUtilizationMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.resource_utilization_metrics WHERE period_end = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .affects(db)
}
