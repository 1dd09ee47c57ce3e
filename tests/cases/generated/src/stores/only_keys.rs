// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::OnlyKeyError;
use super::super::models::{NewOnlyKey, OnlyKey};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "a, b"
    };
}

const TABLE: &str = "public.only_keys";
const COLUMNS: &str = columns!();

/// The row with this `a`, `b`.
pub async fn get(
    db: impl PgExecutor<'_>,
    a: i32,
    b: i32,
) -> Result<Option<OnlyKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `a`, `b`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    a: i32,
    b: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.only_keys WHERE a = $1::integer AND b = ",
        "$2::integer)",
    ))
    .bind(a)
    .bind(b)
    .fetch_one(db)
    .await
}

/// The rows with these values of `a`, `b`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(i32, i32)],
) -> Result<HashMap<(i32, i32), OnlyKey>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<OnlyKey> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE (a, b) IN (SELECT * FROM UNNEST($1::integer[], $2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.a, row.b), row)).collect())
}

/// The row with this `a`, `b`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    a: i32,
    b: i32,
) -> Result<Option<OnlyKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
        " FOR UPDATE",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
    .await
}

/// The row with this `a`, `b`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    a: i32,
    b: i32,
) -> Result<Option<OnlyKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
    .await
}

/// How many rows `public.only_keys` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.only_keys")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<OnlyKey, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewOnlyKey,
) -> Result<OnlyKey, OnlyKeyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewOnlyKey],
) -> Result<Vec<OnlyKey>, OnlyKeyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("a", "integer", new.iter().map(|row| &row.a))?;
    rows.column("b", "integer", new.iter().map(|row| &row.b))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewOnlyKey],
) -> Result<u64, OnlyKeyError> {
    let mut copy = Copy::begin(db, TABLE, &["a", "b"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.a)?;
        copy.value(row.b)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `a`, `b` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewOnlyKey,
) -> Result<OnlyKey, OnlyKeyError> {
    let row = assignments(new)?
        .upsert(TABLE, "(a, b)", &["a", "b"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewOnlyKey) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("a", new.a)?;
    set.set("b", new.b)?;
    Ok(set)
}

/// Deletes the row with this `a`, `b`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    a: i32,
    b: i32,
) -> Result<bool, OnlyKeyError> {
    let done = sqlx::query(
        "DELETE FROM public.only_keys WHERE a = $1::integer AND b = $2::integer",
    )
    .bind(a)
    .bind(b)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
