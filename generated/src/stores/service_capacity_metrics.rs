// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ServiceCapacityMetricError;
use super::super::models::{
    NewServiceCapacityMetric, ServiceCapacityMetric, ServiceCapacityMetricPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "period_end, id, period_start, service_name, resource_type, unit, ",
            "instance_count, used_capacity, max_capacity, used_percentage, ",
            "projected_full_on",
        )
    };
}

const TABLE: &str = "public.service_capacity_metrics";
const COLUMNS: &str = columns!();

/// The row with this `period_end`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<ServiceCapacityMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_capacity_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `period_end`, `id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.service_capacity_metrics WHERE period_end ",
        "= $1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `period_end`, `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(DateTime<Utc>, i64)],
) -> Result<HashMap<(DateTime<Utc>, i64), ServiceCapacityMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ServiceCapacityMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_capacity_metrics",
        " WHERE (period_end, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.period_end, row.id), row)).collect())
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<ServiceCapacityMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_capacity_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<ServiceCapacityMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_capacity_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.service_capacity_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.service_capacity_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ServiceCapacityMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_capacity_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewServiceCapacityMetric,
) -> Result<ServiceCapacityMetric, ServiceCapacityMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewServiceCapacityMetric],
) -> Result<Vec<ServiceCapacityMetric>, ServiceCapacityMetricError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "period_end",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_end),
    )?;
    rows.column(
        "period_start",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_start),
    )?;
    rows.column(
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column(
        "resource_type",
        "public.resource_type_enum",
        new.iter().map(|row| &row.resource_type),
    )?;
    rows.column("unit", "public.resource_unit_enum", new.iter().map(|row| &row.unit))?;
    rows.column("instance_count", "integer", new.iter().map(|row| &row.instance_count))?;
    rows.column("used_capacity", "numeric", new.iter().map(|row| &row.used_capacity))?;
    rows.column("max_capacity", "numeric", new.iter().map(|row| &row.max_capacity))?;
    rows.column(
        "projected_full_on",
        "date",
        new.iter().map(|row| &row.projected_full_on),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewServiceCapacityMetric],
) -> Result<u64, ServiceCapacityMetricError> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &[
                "period_end",
                "period_start",
                "service_name",
                "resource_type",
                "unit",
                "instance_count",
                "used_capacity",
                "max_capacity",
                "projected_full_on",
            ],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.period_end)?;
        copy.value(row.period_start)?;
        copy.value(&row.service_name)?;
        copy.value(row.resource_type)?;
        copy.value(row.unit)?;
        copy.value(row.instance_count)?;
        copy.value(row.used_capacity)?;
        copy.value(row.max_capacity)?;
        copy.value(row.projected_full_on)?;
    }
    Ok(copy.finish().await?)
}

fn assignments(new: &NewServiceCapacityMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("period_end", new.period_end)?;
    set.set("period_start", new.period_start)?;
    set.set("service_name", &new.service_name)?;
    set.set("resource_type", new.resource_type)?;
    set.set("unit", new.unit)?;
    set.set("instance_count", new.instance_count)?;
    set.set("used_capacity", new.used_capacity)?;
    set.set("max_capacity", new.max_capacity)?;
    set.set("projected_full_on", new.projected_full_on)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `period_end`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
    patch: &ServiceCapacityMetricPatch,
) -> Result<Option<ServiceCapacityMetric>, ServiceCapacityMetricError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, period_end, id).await?);
    }
    let key_0 = set.argument(period_end)?;
    let key_1 = set.argument(id)?;
    let condition = format!(
        "period_end = {key_0}::timestamp with time zone AND id = {key_1}::bigint"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ServiceCapacityMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("period_start", patch.period_start)?;
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("resource_type", patch.resource_type)?;
    set.given("unit", patch.unit)?;
    set.given("instance_count", patch.instance_count)?;
    set.given("used_capacity", patch.used_capacity)?;
    set.given("max_capacity", patch.max_capacity)?;
    set.change("projected_full_on", &patch.projected_full_on)?;
    Ok(set)
}

/// Deletes the row with this `period_end`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<bool, ServiceCapacityMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.service_capacity_metrics WHERE period_end = $1::timestamp ",
        "with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
