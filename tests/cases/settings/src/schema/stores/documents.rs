// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.documents`.
//!
//! Left out:
//!
//! - `get_many`: a map cannot have `position` as its key.
//! - `list_by_previouses`: a map cannot have `previous` as its key.
//! - `insert_many`: sqlx writes no arrays of a column's type.
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use crate::types::Lsn;
use super::super::errors::DocumentError;
use super::super::models::{Document, DocumentPatch, NewDocument};
use super::super::support::{Assignments, Copy};

macro_rules! columns {
    () => {
        r#""position", body, previous"#
    };
}

const TABLE: &str = "public.documents";
const COLUMNS: &str = columns!();

/// The row with this `position`.
pub async fn get(
    db: impl PgExecutor<'_>,
    position: Lsn,
) -> Result<Option<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
    ))
    .bind(position)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `position`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    position: Lsn,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        r#"SELECT EXISTS (SELECT FROM public.documents WHERE "position" = $1::pg_lsn)"#,
    )
    .bind(position)
    .fetch_one(db)
    .await
}

/// The row with this `position`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    position: Lsn,
) -> Result<Option<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
        " FOR UPDATE",
    ))
    .bind(position)
    .fetch_optional(db)
    .await
}

/// The row with this `position`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    position: Lsn,
) -> Result<Option<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(position)
    .fetch_optional(db)
    .await
}

/// All rows with this `previous`, by primary key.
pub async fn list_by_previous(
    db: impl PgExecutor<'_>,
    previous: Lsn,
) -> Result<Vec<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        " WHERE previous = $1::pg_lsn",
        r#" ORDER BY "position""#,
    ))
    .bind(previous)
    .fetch_all(db)
    .await
}

/// How many rows `public.documents` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.documents")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Document, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewDocument,
) -> Result<Document, DocumentError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewDocument],
) -> Result<u64, DocumentError> {
    let mut copy = Copy::begin(db, TABLE, &[r#""position""#, "body", "previous"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.position)?;
        copy.value(&row.body)?;
        copy.value(row.previous)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `position` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewDocument,
) -> Result<Document, DocumentError> {
    let row = assignments(new)?
        .upsert(TABLE, r#"("position")"#, &[r#""position""#], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewDocument) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set(r#""position""#, new.position)?;
    set.set("body", &new.body)?;
    set.set("previous", new.previous)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `position`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    position: Lsn,
    patch: &DocumentPatch,
) -> Result<Option<Document>, DocumentError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, position).await?);
    }
    let key_0 = set.argument(position)?;
    let condition = format!(r#""position" = {key_0}::pg_lsn"#);
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &DocumentPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("body", patch.body.as_ref())?;
    set.change("previous", &patch.previous)?;
    Ok(set)
}

/// Deletes the row with this `position`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    position: Lsn,
) -> Result<bool, DocumentError> {
    let done = sqlx::query(
        r#"DELETE FROM public.documents WHERE "position" = $1::pg_lsn"#,
    )
    .bind(position)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
