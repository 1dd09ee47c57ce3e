// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.scores`.
//!
//! Left out:
//!
//! - `insert_many`: sqlx writes no arrays of a column's type.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ScoreError;
use super::super::models::{NewScore, Score, ScorePatch};
use super::super::support::{Assignments, Copy, element_type};

macro_rules! columns {
    () => {
        "id, of_games, marks"
    };
}

const TABLE: &str = "public.scores";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Score>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scores",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scores WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Score>, sqlx::Error> {
    let rows: Vec<Score> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scores",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Score>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scores",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Score>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scores",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.scores` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.scores")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Score, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scores",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewScore,
) -> Result<Score, ScoreError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewScore],
) -> Result<u64, ScoreError> {
    let element_1 = element_type(&mut *db, "integer").await?;
    let element_2 = element_type(&mut *db, "text").await?;
    let mut copy = Copy::begin(db, TABLE, &["id", "of_games", "marks"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.array(&row.of_games, element_1)?;
        copy.array(&row.marks, element_2)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewScore,
) -> Result<Score, ScoreError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewScore) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("of_games", &new.of_games)?;
    set.set("marks", &new.marks)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &ScorePatch,
) -> Result<Option<Score>, ScoreError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ScorePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("of_games", patch.of_games.as_ref())?;
    set.change("marks", &patch.marks)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, ScoreError> {
    let done = sqlx::query("DELETE FROM public.scores WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
