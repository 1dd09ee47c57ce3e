// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::EntryError;
use super::super::models::{Entry, EntryPatch, NewEntry};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, label, rank, score, weight, name, happened, code"
    };
}

const TABLE: &str = "public.entries";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.entries WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Entry>, sqlx::Error> {
    let rows: Vec<Entry> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
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
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
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
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.entries` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.entries")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Entry, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEntry,
) -> Result<Entry, EntryError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEntry],
) -> Result<Vec<Entry>, EntryError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "bigint", new.iter().map(|row| &row.id))?;
    rows.column("label", "text", new.iter().map(|row| &row.label))?;
    rows.column("rank", "integer", new.iter().map(|row| &row.rank))?;
    rows.column("score", "numeric", new.iter().map(|row| &row.score))?;
    rows.column("weight", "double precision", new.iter().map(|row| &row.weight))?;
    rows.column("name", "text", new.iter().map(|row| &row.name))?;
    rows.column(
        "happened",
        "timestamp with time zone",
        new.iter().map(|row| &row.happened),
    )?;
    rows.column("code", "bpchar", new.iter().map(|row| &row.code))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewEntry],
) -> Result<u64, EntryError> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &["id", "label", "rank", "score", "weight", "name", "happened", "code"],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(&row.label)?;
        copy.value(row.rank)?;
        copy.value(row.score)?;
        copy.value(row.weight)?;
        copy.value(&row.name)?;
        copy.value(row.happened)?;
        copy.value(&row.code)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewEntry,
) -> Result<Entry, EntryError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEntry) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("label", &new.label)?;
    set.set("rank", new.rank)?;
    set.set("score", new.score)?;
    set.set("weight", new.weight)?;
    set.set("name", &new.name)?;
    set.set("happened", new.happened)?;
    set.set("code", &new.code)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &EntryPatch,
) -> Result<Option<Entry>, EntryError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &EntryPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("label", &patch.label)?;
    set.change("rank", &patch.rank)?;
    set.change("score", &patch.score)?;
    set.given("weight", patch.weight)?;
    set.given("name", patch.name.as_ref())?;
    set.change("happened", &patch.happened)?;
    set.given("code", patch.code.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, EntryError> {
    let done = sqlx::query("DELETE FROM public.entries WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
