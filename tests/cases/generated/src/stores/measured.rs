// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.measured`.
//!
//! Left out:
//!
//! - `get_many`: a map cannot have `x`, `y` as its key.
//! - an upsert by `measured_note_key`: it is deferrable.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::MeasuredError;
use super::super::models::{Measured, MeasuredPatch, NewMeasured};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "x, y, name, taken_at, note"
    };
}

const TABLE: &str = "public.measured";
const COLUMNS: &str = columns!();

/// The row with this `x`, `y`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<Option<Measured>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
}

/// The row with this `note`.
pub fn get_by_note<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
) -> BoxFuture<'e, Result<Option<Measured>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE note = $1::text",
    ))
    .bind(note)
    .fetch_optional(db)
}

/// The row with this `lower(note)`, `taken_at`, of those where `note <> ''`.
pub fn get_by_note_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> BoxFuture<'e, Result<Option<Measured>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE (lower(note)) = (lower($1::text)) AND taken_at = $2::timestamp with ",
        "time zone AND (note <> '')",
    ))
    .bind(note)
    .bind(taken_at)
    .fetch_optional(db)
}

/// Whether there is a row with this `x`, `y`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.measured WHERE x = $1::double precision ",
        "AND y = $2::double precision)",
    ))
    .bind(x)
    .bind(y)
    .fetch_value(db)
}

/// Whether there is a row with this `note`.
pub fn exists_by_note<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.measured WHERE note = $1::text)",
    )
    .bind(note)
    .fetch_value(db)
}

/// Whether there is a row with this `lower(note)`, `taken_at`, of those where `note <> ''`.
pub fn exists_by_note_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.measured WHERE (lower(note)) = ",
        "(lower($1::text)) AND taken_at = $2::timestamp with time zone AND (note <> ",
        "''))",
    ))
    .bind(note)
    .bind(taken_at)
    .fetch_value(db)
}

/// The row with this `x`, `y`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<Option<Measured>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
        " FOR UPDATE",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
}

/// The row with this `x`, `y`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<Option<Measured>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
        " WHERE x = $1::double precision AND y = $2::double precision",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(x)
    .bind(y)
    .fetch_optional(db)
}

/// How many rows `public.measured` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.measured").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Measured, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewMeasured,
) -> BoxFuture<'e, Result<Measured, MeasuredError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewMeasured],
) -> BoxFuture<'e, Result<Vec<Measured>, MeasuredError>> {
    let mut rows = Rows::new(new);
    rows.column("x", "double precision", |row| &row.x);
    rows.column("y", "double precision", |row| &row.y);
    rows.column("name", "public.citext", |row| &row.name);
    rows.column("taken_at", "timestamp with time zone", |row| &row.taken_at);
    rows.column("note", "text", |row| &row.note);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewMeasured],
) -> BoxFuture<'e, Result<u64, MeasuredError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `x`, `y`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewMeasured,
) -> BoxFuture<'e, Result<Measured, MeasuredError>> {
    Assignments::of(new)
        .upsert(TABLE, "(x, y)", &["x", "y"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `lower(note)`, `taken_at`, of those where `note <> ''`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_note_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    new: &NewMeasured,
) -> BoxFuture<'e, Result<Measured, MeasuredError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "((lower(note)), taken_at) WHERE note <> ''",
            &["note", "taken_at", "x", "y"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewMeasured {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("x", self.x);
        to.set("y", self.y);
        to.set("name", &self.name);
        to.set("taken_at", self.taken_at);
        to.set("note", &self.note);
    }
}

/// Writes what the patch sets to the row with this `x`, `y`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
    patch: &MeasuredPatch,
) -> BoxFuture<'e, Result<Option<Measured>, MeasuredError>> {
    changes(patch)
        .key("x", "double precision", x)
        .key("y", "double precision", y)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &MeasuredPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref());
    set.given("taken_at", patch.taken_at);
    set.change("note", &patch.note);
    set
}

/// Deletes the row with this `x`, `y`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<bool, MeasuredError>> {
    Query::new(concat!(
        "DELETE FROM public.measured WHERE x = $1::double precision AND y = ",
        "$2::double precision",
    ))
    .bind(x)
    .bind(y)
    .affects(db)
}

/// Deletes the row with this `note`; gives whether there was one.
pub fn delete_by_note<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
) -> BoxFuture<'e, Result<bool, MeasuredError>> {
    Query::new("DELETE FROM public.measured WHERE note = $1::text")
        .bind(note)
        .affects(db)
}

/// Deletes the row with this `lower(note)`, `taken_at`, of those where `note <> ''`; gives whether there was one.
pub fn delete_by_note_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    note: &str,
    taken_at: DateTime<Utc>,
) -> BoxFuture<'e, Result<bool, MeasuredError>> {
    Query::new(concat!(
        "DELETE FROM public.measured WHERE (lower(note)) = (lower($1::text)) AND ",
        "taken_at = $2::timestamp with time zone AND (note <> '')",
    ))
    .bind(note)
    .bind(taken_at)
    .affects(db)
}
