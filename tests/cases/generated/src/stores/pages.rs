// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::PageError;
use super::super::models::{NewPage, Page, PagePatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        r#"id, "limit""#
    };
}

const TABLE: &str = "public.pages";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(db: impl PgExecutor<'_>, id: i32) -> Result<Option<Page>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `limit`.
pub async fn get_by_limit(
    db: impl PgExecutor<'_>,
    limit: i32,
) -> Result<Option<Page>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
        r#" WHERE "limit" = $1::integer"#,
    ))
    .bind(limit)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.pages WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `limit`.
pub async fn exists_by_limit(
    db: impl PgExecutor<'_>,
    limit: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        r#"SELECT EXISTS (SELECT FROM public.pages WHERE "limit" = $1::integer)"#,
    )
    .bind(limit)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Page>, sqlx::Error> {
    let rows: Vec<Page> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
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
) -> Result<Option<Page>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
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
) -> Result<Option<Page>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.pages` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.pages")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Page, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.pages",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewPage) -> Result<Page, PageError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPage],
) -> Result<Vec<Page>, PageError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "integer", new.iter().map(|row| &row.id))?;
    rows.column(r#""limit""#, "integer", new.iter().map(|row| &row.limit))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewPage]) -> Result<u64, PageError> {
    let mut copy = Copy::begin(db, TABLE, &["id", r#""limit""#]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(row.limit)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewPage) -> Result<Page, PageError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `limit` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_limit(
    db: impl PgExecutor<'_>,
    new: &NewPage,
) -> Result<Page, PageError> {
    let row = assignments(new)?
        .upsert(TABLE, r#"("limit")"#, &[r#""limit""#, "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPage) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set(r#""limit""#, new.limit)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &PagePatch,
) -> Result<Option<Page>, PageError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PagePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change(r#""limit""#, &patch.limit)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, PageError> {
    let done = sqlx::query("DELETE FROM public.pages WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `limit`; whether there was one.
pub async fn delete_by_limit(
    db: impl PgExecutor<'_>,
    limit: i32,
) -> Result<bool, PageError> {
    let done = sqlx::query(r#"DELETE FROM public.pages WHERE "limit" = $1::integer"#)
    .bind(limit)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
