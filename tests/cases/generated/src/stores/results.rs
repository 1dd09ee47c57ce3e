// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ResultError;
use super::super::models::{NewResult, ResultPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, value, parent"
    };
}

const TABLE: &str = "public.results";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<super::super::models::Result>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.results WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, super::super::models::Result>, sqlx::Error> {
    let rows: Vec<super::super::models::Result> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
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
) -> Result<Option<super::super::models::Result>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
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
) -> Result<Option<super::super::models::Result>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `parent`, by primary key.
pub async fn list_by_parent(
    db: impl PgExecutor<'_>,
    parent: i32,
) -> Result<Vec<super::super::models::Result>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE parent = $1::integer",
        " ORDER BY id",
    ))
    .bind(parent)
    .fetch_all(db)
    .await
}

/// All rows with these values of `parent`, by value, in one statement.
pub async fn list_by_parents(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Vec<super::super::models::Result>>, sqlx::Error> {
    let rows: Vec<super::super::models::Result> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE parent = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i32, Vec<super::super::models::Result>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.parent {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.results` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.results")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<super::super::models::Result, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewResult,
) -> Result<super::super::models::Result, ResultError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewResult],
) -> Result<Vec<super::super::models::Result>, ResultError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "integer", new.iter().map(|row| &row.id))?;
    rows.column("value", "text", new.iter().map(|row| &row.value))?;
    rows.column("parent", "integer", new.iter().map(|row| &row.parent))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewResult],
) -> Result<u64, ResultError> {
    let mut copy = Copy::begin(db, TABLE, &["id", "value", "parent"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(&row.value)?;
        copy.value(row.parent)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewResult,
) -> Result<super::super::models::Result, ResultError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewResult) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("value", &new.value)?;
    set.set("parent", new.parent)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &ResultPatch,
) -> Result<Option<super::super::models::Result>, ResultError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ResultPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("value", &patch.value)?;
    set.change("parent", &patch.parent)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, ResultError> {
    let done = sqlx::query("DELETE FROM public.results WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
