// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.measured`.
//!
//! Left out:
//!
//! - `get_many`: a map cannot have `x`, `y` as its key.
//! - an upsert by `measured_note_key`: it is deferrable.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::MeasuredError;
use super::super::models::{Measured, MeasuredPatch, NewMeasured};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "x, y, name, taken_at, note"
    };
}

const TABLE: &str = "public.measured";
const COLUMNS: &str = columns!();

/// The row with this `x`, `y`.
pub async fn get(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<Option<Measured>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
    .await
}

/// The row with this `note`.
pub async fn get_by_note(
    db: impl PgExecutor<'_>,
    note: &str,
) -> Result<Option<Measured>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE note = $1::text",
    ))
    .bind(note)
    .fetch_optional(db)
    .await
}

/// The row with this `note`, `taken_at`.
pub async fn get_by_note_and_taken_at(
    db: impl PgExecutor<'_>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> Result<Option<Measured>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE (lower(note)) = (lower($1::text)) AND taken_at = $2::timestamp with ",
        "time zone AND (note <> '')",
    ))
    .bind(note)
    .bind(taken_at)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `x`, `y`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.measured WHERE x = $1::double precision ",
        "AND y = $2::double precision)",
    ))
    .bind(x)
    .bind(y)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `note`.
pub async fn exists_by_note(
    db: impl PgExecutor<'_>,
    note: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.measured WHERE note = $1::text)",
    )
    .bind(note)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `note`, `taken_at`.
pub async fn exists_by_note_and_taken_at(
    db: impl PgExecutor<'_>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.measured WHERE (lower(note)) = ",
        "(lower($1::text)) AND taken_at = $2::timestamp with time zone AND (note <> ",
        "''))",
    ))
    .bind(note)
    .bind(taken_at)
    .fetch_one(db)
    .await
}

/// The row with this `x`, `y`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<Option<Measured>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
        " FOR UPDATE",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
    .await
}

/// The row with this `x`, `y`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<Option<Measured>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
    .await
}

/// How many rows `public.measured` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.measured")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Measured, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewMeasured,
) -> Result<Measured, MeasuredError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewMeasured],
) -> Result<Vec<Measured>, MeasuredError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("x", "double precision", new.iter().map(|row| &row.x))?;
    rows.column("y", "double precision", new.iter().map(|row| &row.y))?;
    rows.column("name", "public.citext", new.iter().map(|row| &row.name))?;
    rows.column(
        "taken_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.taken_at),
    )?;
    rows.column("note", "text", new.iter().map(|row| &row.note))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewMeasured],
) -> Result<u64, MeasuredError> {
    let mut copy = Copy::begin(db, TABLE, &["x", "y", "name", "taken_at", "note"])
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.x)?;
        copy.value(row.y)?;
        copy.value(&row.name)?;
        copy.value(row.taken_at)?;
        copy.value(&row.note)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `x`, `y` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewMeasured,
) -> Result<Measured, MeasuredError> {
    let row = assignments(new)?
        .upsert(TABLE, "(x, y)", &["x", "y"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `note`, `taken_at` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_note_and_taken_at(
    db: impl PgExecutor<'_>,
    new: &NewMeasured,
) -> Result<Measured, MeasuredError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "((lower(note)), taken_at) WHERE note <> ''",
            &["note", "taken_at", "x", "y"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewMeasured) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("x", new.x)?;
    set.set("y", new.y)?;
    set.set("name", &new.name)?;
    set.set("taken_at", new.taken_at)?;
    set.set("note", &new.note)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `x`, `y`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
    patch: &MeasuredPatch,
) -> Result<Option<Measured>, MeasuredError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, x, y).await?);
    }
    let key_0 = set.argument(x)?;
    let key_1 = set.argument(y)?;
    let condition = format!(
        "x = {key_0}::double precision AND y = {key_1}::double precision"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &MeasuredPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref())?;
    set.given("taken_at", patch.taken_at)?;
    set.change("note", &patch.note)?;
    Ok(set)
}

/// Deletes the row with this `x`, `y`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<bool, MeasuredError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.measured WHERE x = $1::double precision AND y = ",
        "$2::double precision",
    ))
    .bind(x)
    .bind(y)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `note`; whether there was one.
pub async fn delete_by_note(
    db: impl PgExecutor<'_>,
    note: &str,
) -> Result<bool, MeasuredError> {
    let done = sqlx::query("DELETE FROM public.measured WHERE note = $1::text")
    .bind(note)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `note`, `taken_at`; whether there was one.
pub async fn delete_by_note_and_taken_at(
    db: impl PgExecutor<'_>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> Result<bool, MeasuredError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.measured WHERE (lower(note)) = (lower($1::text)) AND ",
        "taken_at = $2::timestamp with time zone AND (note <> '')",
    ))
    .bind(note)
    .bind(taken_at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
