use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ResultError;
use super::super::models::{NewResult, ResultPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, value, parent"
    };
}

const TABLE: &str = "public.results";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<super::super::models::Result>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
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
        "SELECT EXISTS (SELECT FROM public.results WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, super::super::models::Result>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<super::super::models::Result>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
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
) -> BoxFuture<'e, Result<Option<super::super::models::Result>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `parent`, by primary key.
pub fn list_by_parent<'e>(
    db: impl PgExecutor<'e>,
    parent: i32,
) -> BoxFuture<'e, Result<Vec<super::super::models::Result>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE parent = $1::integer",
        " ORDER BY id",
    ))
    .bind(parent)
    .fetch_all(db)
}

/// The rows with each of these values of `parent`, in one statement; a value that no row has is not in the map.
pub fn list_by_parents<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<
    'e,
    Result<HashMap<i32, Vec<super::super::models::Result>>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
        " WHERE parent = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.parent)
}

/// How many rows `public.results` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.results").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<super::super::models::Result, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.results",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewResult,
) -> BoxFuture<'e, Result<super::super::models::Result, ResultError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewResult],
) -> BoxFuture<'e, Result<Vec<super::super::models::Result>, ResultError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.column("value", "text", |row| &row.value);
    rows.column("parent", "integer", |row| &row.parent);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewResult],
) -> BoxFuture<'e, Result<u64, ResultError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewResult,
) -> BoxFuture<'e, Result<super::super::models::Result, ResultError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewResult {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("value", &self.value);
        to.set("parent", self.parent);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &ResultPatch,
) -> BoxFuture<'e, Result<Option<super::super::models::Result>, ResultError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ResultPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("value", &patch.value);
    set.change("parent", &patch.parent);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, ResultError>> {
    Query::new("DELETE FROM public.results WHERE id = $1::integer").bind(id).affects(db)
}
