// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::ServiceArchitectureMetricError;
use super::super::models::{
    NewServiceArchitectureMetric, ServiceArchitectureMetric,
    ServiceArchitectureMetricPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("recorded_at, id, service_name, service_type, service_version, coupling_score, ",
        "cohesion_score, complexity_score, test_coverage, lines_of_code, ",
        "technical_debt_hours, error_rate, availability",)
    };
}

const TABLE: &str = "public.service_architecture_metrics";
const COLUMNS: &str = columns!();

/// The row with this `recorded_at`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<Option<ServiceArchitectureMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
        "SELECT EXISTS (SELECT FROM public.service_architecture_metrics WHERE ",
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
) -> Result<HashMap<(DateTime<Utc>, i64), ServiceArchitectureMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ServiceArchitectureMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
) -> Result<Option<ServiceArchitectureMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
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
) -> Result<Option<ServiceArchitectureMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
        " WHERE recorded_at = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(recorded_at)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.service_architecture_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.service_architecture_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ServiceArchitectureMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_architecture_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewServiceArchitectureMetric,
) -> Result<ServiceArchitectureMetric, ServiceArchitectureMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewServiceArchitectureMetric],
) -> Result<Vec<ServiceArchitectureMetric>, ServiceArchitectureMetricError> {
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
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column(
        "service_type",
        "public.service_type_enum",
        new.iter().map(|row| &row.service_type),
    )?;
    rows.column(
        "service_version",
        "character varying",
        new.iter().map(|row| &row.service_version),
    )?;
    rows.column("coupling_score", "numeric", new.iter().map(|row| &row.coupling_score))?;
    rows.column("cohesion_score", "numeric", new.iter().map(|row| &row.cohesion_score))?;
    rows.column(
        "complexity_score",
        "numeric",
        new.iter().map(|row| &row.complexity_score),
    )?;
    rows.column("test_coverage", "numeric", new.iter().map(|row| &row.test_coverage))?;
    rows.column("lines_of_code", "integer", new.iter().map(|row| &row.lines_of_code))?;
    rows.or_default(
        "technical_debt_hours",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.technical_debt_hours),
    )?;
    rows.or_default(
        "error_rate",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.error_rate),
    )?;
    rows.or_default(
        "availability",
        "numeric",
        "(100)",
        new.iter().map(|row| &row.availability),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewServiceArchitectureMetric],
) -> Result<u64, ServiceArchitectureMetricError> {
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewServiceArchitectureMetric>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.recorded_at.is_default(),
            !row.technical_debt_hours.is_default(),
            !row.error_rate.is_default(),
            !row.availability.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "service_name", "service_type", "service_version", "coupling_score",
            "cohesion_score", "complexity_score", "test_coverage", "lines_of_code"
        ];
        if given[0] {
            columns.push("recorded_at");
        }
        if given[1] {
            columns.push("technical_debt_hours");
        }
        if given[2] {
            columns.push("error_rate");
        }
        if given[3] {
            columns.push("availability");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.service_name)?;
            copy.value(row.service_type)?;
            copy.value(&row.service_version)?;
            copy.value(row.coupling_score)?;
            copy.value(row.cohesion_score)?;
            copy.value(row.complexity_score)?;
            copy.value(row.test_coverage)?;
            copy.value(row.lines_of_code)?;
            if let Some(value) = row.recorded_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.technical_debt_hours.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.error_rate.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.availability.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewServiceArchitectureMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("recorded_at", &new.recorded_at)?;
    set.set("service_name", &new.service_name)?;
    set.set("service_type", new.service_type)?;
    set.set("service_version", &new.service_version)?;
    set.set("coupling_score", new.coupling_score)?;
    set.set("cohesion_score", new.cohesion_score)?;
    set.set("complexity_score", new.complexity_score)?;
    set.set("test_coverage", new.test_coverage)?;
    set.set("lines_of_code", new.lines_of_code)?;
    set.or_default("technical_debt_hours", &new.technical_debt_hours)?;
    set.or_default("error_rate", &new.error_rate)?;
    set.or_default("availability", &new.availability)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `recorded_at`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
    patch: &ServiceArchitectureMetricPatch,
) -> Result<Option<ServiceArchitectureMetric>, ServiceArchitectureMetricError> {
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

fn changes(patch: &ServiceArchitectureMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("service_type", patch.service_type)?;
    set.change("service_version", &patch.service_version)?;
    set.given("coupling_score", patch.coupling_score)?;
    set.given("cohesion_score", patch.cohesion_score)?;
    set.given("complexity_score", patch.complexity_score)?;
    set.change("test_coverage", &patch.test_coverage)?;
    set.change("lines_of_code", &patch.lines_of_code)?;
    set.given("technical_debt_hours", patch.technical_debt_hours)?;
    set.given("error_rate", patch.error_rate)?;
    set.given("availability", patch.availability)?;
    Ok(set)
}

/// Deletes the row with this `recorded_at`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    recorded_at: DateTime<Utc>,
    id: i64,
) -> Result<bool, ServiceArchitectureMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.service_architecture_metrics WHERE recorded_at = ",
        "$1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(recorded_at)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
