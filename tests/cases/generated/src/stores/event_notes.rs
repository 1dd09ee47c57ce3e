// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::EventNoteError;
use super::super::models::{EventNote, EventNotePatch, NewEventNote};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, event_id, event_at"
    };
}

const TABLE: &str = "public.event_notes";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<EventNote>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.event_notes WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, EventNote>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<EventNote>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<EventNote>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `event_id`, `event_at`, by primary key.
pub fn list_by_event_id_and_event_at<'e>(
    db: impl PgExecutor<'e>,
    event_id: i64,
    event_at: NaiveDate,
) -> BoxFuture<'e, Result<Vec<EventNote>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE event_id = $1::bigint AND event_at = $2::date",
        " ORDER BY id",
    ))
    .bind(event_id)
    .bind(event_at)
    .fetch_all(db)
}

/// The rows with each of these values of `event_id`, `event_at`, in one statement; a value that no row has is not in the map.
pub fn list_by_many_event_id_and_event_at<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i64, NaiveDate)],
) -> BoxFuture<'e, Result<HashMap<(i64, NaiveDate), Vec<EventNote>>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
        " WHERE (event_id, event_at) IN (SELECT * FROM UNNEST($1::bigint[], ",
        "$2::date[]))",
        " ORDER BY id",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_groups(db, |row| Some((row.event_id?, row.event_at?)))
}

/// How many rows `public.event_notes` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.event_notes").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<EventNote, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_notes",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventNote,
) -> BoxFuture<'e, Result<EventNote, EventNoteError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEventNote],
) -> BoxFuture<'e, Result<Vec<EventNote>, EventNoteError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.column("event_id", "bigint", |row| &row.event_id);
    rows.column("event_at", "date", |row| &row.event_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewEventNote],
) -> BoxFuture<'e, Result<u64, EventNoteError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventNote,
) -> BoxFuture<'e, Result<EventNote, EventNoteError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewEventNote {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("event_id", self.event_id);
        to.set("event_at", self.event_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &EventNotePatch,
) -> BoxFuture<'e, Result<Option<EventNote>, EventNoteError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &EventNotePatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("event_id", &patch.event_id);
    set.change("event_at", &patch.event_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, EventNoteError>> {
    Query::new("DELETE FROM public.event_notes WHERE id = $1::integer")
        .bind(id)
        .affects(db)
}
