// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::EntryError;
use super::super::models::{Entry, EntryPatch, NewEntry};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, label, rank, score, weight, name, happened, code"
    };
}

const TABLE: &str = "public.entries";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Entry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.entries WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Entry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Entry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Entry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.entries` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.entries").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Entry, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.entries",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEntry,
) -> BoxFuture<'e, Result<Entry, EntryError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEntry],
) -> BoxFuture<'e, Result<Vec<Entry>, EntryError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "bigint", |row| &row.id);
    rows.column("label", "text", |row| &row.label);
    rows.column("rank", "integer", |row| &row.rank);
    rows.column("score", "numeric", |row| &row.score);
    rows.column("weight", "double precision", |row| &row.weight);
    rows.column("name", "text", |row| &row.name);
    rows.column("happened", "timestamp with time zone", |row| &row.happened);
    rows.column("code", "bpchar", |row| &row.code);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewEntry],
) -> BoxFuture<'e, Result<u64, EntryError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEntry,
) -> BoxFuture<'e, Result<Entry, EntryError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewEntry {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("label", &self.label);
        to.set("rank", self.rank);
        to.set("score", self.score);
        to.set("weight", self.weight);
        to.set("name", &self.name);
        to.set("happened", self.happened);
        to.set("code", &self.code);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &EntryPatch,
) -> BoxFuture<'e, Result<Option<Entry>, EntryError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &EntryPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("label", &patch.label);
    set.change("rank", &patch.rank);
    set.change("score", &patch.score);
    set.given("weight", patch.weight);
    set.given("name", patch.name.as_ref());
    set.change("happened", &patch.happened);
    set.given("code", patch.code.as_ref());
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, EntryError>> {
    Query::new("DELETE FROM public.entries WHERE id = $1::bigint").bind(id).affects(db)
}
