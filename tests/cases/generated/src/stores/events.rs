// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::EventError;
use super::super::models::{Event, NewEvent};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, at"
    };
}

const TABLE: &str = "public.events";
const COLUMNS: &str = columns!();

/// The row with this `id`, `at`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
    at: NaiveDate,
) -> Result<Option<Event>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`, `at`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    id: i64,
    at: NaiveDate,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.events WHERE id = $1::bigint AND at = ",
        "$2::date)",
    ))
    .bind(id)
    .bind(at)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, `at`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(i64, NaiveDate)],
) -> Result<HashMap<(i64, NaiveDate), Event>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Event> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE (id, at) IN (SELECT * FROM UNNEST($1::bigint[], $2::date[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.id, row.at), row)).collect())
}

/// The row with this `id`, `at`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
    at: NaiveDate,
) -> Result<Option<Event>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
        " FOR UPDATE",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, `at`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
    at: NaiveDate,
) -> Result<Option<Event>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
    .await
}

/// How many rows `public.events` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.events")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Event, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEvent,
) -> Result<Event, EventError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEvent],
) -> Result<Vec<Event>, EventError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "bigint", new.iter().map(|row| &row.id))?;
    rows.column("at", "date", new.iter().map(|row| &row.at))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewEvent],
) -> Result<u64, EventError> {
    let mut copy = Copy::begin(db, TABLE, &["id", "at"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(row.at)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id`, `at` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewEvent,
) -> Result<Event, EventError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id, at)", &["id", "at"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEvent) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("at", new.at)?;
    Ok(set)
}

/// Deletes the row with this `id`, `at`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
    at: NaiveDate,
) -> Result<bool, EventError> {
    let done = sqlx::query(
        "DELETE FROM public.events WHERE id = $1::bigint AND at = $2::date",
    )
    .bind(id)
    .bind(at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
