// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::errors::OnlyDefaultError;
use super::super::models::{NewOnlyDefault, OnlyDefault};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        "id"
    };
}

const TABLE: &str = "public.only_defaults";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<OnlyDefault>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_defaults",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.only_defaults WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, OnlyDefault>, sqlx::Error> {
    let rows: Vec<OnlyDefault> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_defaults",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<OnlyDefault>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_defaults",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<OnlyDefault>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_defaults",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.only_defaults` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.only_defaults")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<OnlyDefault, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_defaults",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewOnlyDefault,
) -> Result<OnlyDefault, OnlyDefaultError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewOnlyDefault],
) -> Result<Vec<OnlyDefault>, OnlyDefaultError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Rows::new(new.len());
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

fn assignments(_new: &NewOnlyDefault) -> Result<Assignments, sqlx::Error> {
    let set = Assignments::default();
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, OnlyDefaultError> {
    let done = sqlx::query("DELETE FROM public.only_defaults WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
