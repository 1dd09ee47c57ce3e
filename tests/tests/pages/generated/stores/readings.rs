// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ReadingError;
use super::super::models::{NewReading, Reading, ReadingPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "sensor, at, value"
    };
}

const TABLE: &str = "public.readings";
const COLUMNS: &str = columns!();

/// The row with this `sensor`, `at`.
pub async fn get(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
) -> Result<Option<Reading>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `sensor`, `at`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.readings WHERE sensor = $1::integer AND at ",
        "= $2::bigint)",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_one(db)
    .await
}

/// The rows with these values of `sensor`, `at`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(i32, i64)],
) -> Result<HashMap<(i32, i64), Reading>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Reading> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE (sensor, at) IN (SELECT * FROM UNNEST($1::integer[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.sensor, row.at), row)).collect())
}

/// The row with this `sensor`, `at`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
) -> Result<Option<Reading>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// The row with this `sensor`, `at`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
) -> Result<Option<Reading>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// How many rows `public.readings` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.readings")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Reading, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewReading,
) -> Result<Reading, ReadingError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewReading],
) -> Result<Vec<Reading>, ReadingError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("sensor", "integer", new.iter().map(|row| &row.sensor))?;
    rows.column("at", "bigint", new.iter().map(|row| &row.at))?;
    rows.column("value", "smallint", new.iter().map(|row| &row.value))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewReading],
) -> Result<u64, ReadingError> {
    let mut copy = Copy::begin(db, TABLE, &["sensor", "at", "value"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.sensor)?;
        copy.value(row.at)?;
        copy.value(row.value)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `sensor`, `at` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewReading,
) -> Result<Reading, ReadingError> {
    let row = assignments(new)?
        .upsert(TABLE, "(sensor, at)", &["sensor", "at"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewReading) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("sensor", new.sensor)?;
    set.set("at", new.at)?;
    set.set("value", new.value)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `sensor`, `at`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
    patch: &ReadingPatch,
) -> Result<Option<Reading>, ReadingError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, sensor, at).await?);
    }
    let key_0 = set.argument(sensor)?;
    let key_1 = set.argument(at)?;
    let condition = format!("sensor = {key_0}::integer AND at = {key_1}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ReadingPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("value", &patch.value)?;
    Ok(set)
}

/// Deletes the row with this `sensor`, `at`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    sensor: i32,
    at: i64,
) -> Result<bool, ReadingError> {
    let done = sqlx::query(
        "DELETE FROM public.readings WHERE sensor = $1::integer AND at = $2::bigint",
    )
    .bind(sensor)
    .bind(at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
