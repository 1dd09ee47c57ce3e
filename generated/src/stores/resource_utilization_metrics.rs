// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ResourceUtilizationMetricError;
use super::super::models::{
    NewResourceUtilizationMetric, ResourceUtilizationMetric,
    ResourceUtilizationMetricPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("period_end, id, period_start, service_name, host_name, resource_type, unit, ",
        "used, maximum, used_percentage",)
    };
}

const TABLE: &str = "public.resource_utilization_metrics";
const COLUMNS: &str = columns!();

/// The row with this `period_end`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<ResourceUtilizationMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
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
        "SELECT EXISTS (SELECT FROM public.resource_utilization_metrics WHERE ",
        "period_end = $1::timestamp with time zone AND id = $2::bigint)",
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
) -> Result<HashMap<(DateTime<Utc>, i64), ResourceUtilizationMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ResourceUtilizationMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
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
) -> Result<Option<ResourceUtilizationMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
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
) -> Result<Option<ResourceUtilizationMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.resource_utilization_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.resource_utilization_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ResourceUtilizationMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.resource_utilization_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewResourceUtilizationMetric,
) -> Result<ResourceUtilizationMetric, ResourceUtilizationMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewResourceUtilizationMetric],
) -> Result<Vec<ResourceUtilizationMetric>, ResourceUtilizationMetricError> {
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
    rows.column("host_name", "character varying", new.iter().map(|row| &row.host_name))?;
    rows.column(
        "resource_type",
        "public.resource_type_enum",
        new.iter().map(|row| &row.resource_type),
    )?;
    rows.column("unit", "public.resource_unit_enum", new.iter().map(|row| &row.unit))?;
    rows.column("used", "numeric", new.iter().map(|row| &row.used))?;
    rows.column("maximum", "numeric", new.iter().map(|row| &row.maximum))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewResourceUtilizationMetric],
) -> Result<u64, ResourceUtilizationMetricError> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &[
                "period_end",
                "period_start",
                "service_name",
                "host_name",
                "resource_type",
                "unit",
                "used",
                "maximum",
            ],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.period_end)?;
        copy.value(row.period_start)?;
        copy.value(&row.service_name)?;
        copy.value(&row.host_name)?;
        copy.value(row.resource_type)?;
        copy.value(row.unit)?;
        copy.value(row.used)?;
        copy.value(row.maximum)?;
    }
    Ok(copy.finish().await?)
}

fn assignments(new: &NewResourceUtilizationMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("period_end", new.period_end)?;
    set.set("period_start", new.period_start)?;
    set.set("service_name", &new.service_name)?;
    set.set("host_name", &new.host_name)?;
    set.set("resource_type", new.resource_type)?;
    set.set("unit", new.unit)?;
    set.set("used", new.used)?;
    set.set("maximum", new.maximum)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `period_end`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
    patch: &ResourceUtilizationMetricPatch,
) -> Result<Option<ResourceUtilizationMetric>, ResourceUtilizationMetricError> {
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

fn changes(patch: &ResourceUtilizationMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("period_start", patch.period_start)?;
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("host_name", patch.host_name.as_ref())?;
    set.given("resource_type", patch.resource_type)?;
    set.given("unit", patch.unit)?;
    set.given("used", patch.used)?;
    set.given("maximum", patch.maximum)?;
    Ok(set)
}

/// Deletes the row with this `period_end`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<bool, ResourceUtilizationMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.resource_utilization_metrics WHERE period_end = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
