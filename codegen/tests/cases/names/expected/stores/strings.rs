use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::StringError;
use super::super::models::{NewString, StringPatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, value, parts"
    };
}

const TABLE: &str = "public.strings";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<super::super::models::String>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.strings",
        " WHERE id = $1::text",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.strings WHERE id = $1::text)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[String],
) -> BoxFuture<'e, Result<HashMap<String, super::super::models::String>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.strings",
        " WHERE id = ANY($1::text[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id.clone()))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<super::super::models::String>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.strings",
        " WHERE id = $1::text",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<super::super::models::String>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.strings",
        " WHERE id = $1::text",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.strings` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.strings").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<super::super::models::String, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.strings",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewString,
) -> BoxFuture<'e, Result<super::super::models::String, StringError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewString],
) -> BoxFuture<'e, Result<Vec<super::super::models::String>, StringError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "text", |row| &row.id);
    rows.column("value", "text", |row| &row.value);
    rows.list("parts", "text", |row| row.parts.as_ref());
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewString],
) -> BoxFuture<'e, Result<u64, StringError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewString,
) -> BoxFuture<'e, Result<super::super::models::String, StringError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewString {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", &self.id);
        to.set("value", &self.value);
        to.column("parts", Form::List("text"), Some(&self.parts));
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
    patch: &StringPatch,
) -> BoxFuture<'e, Result<Option<super::super::models::String>, StringError>> {
    changes(patch)
        .key("id", "text", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &StringPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("value", &patch.value);
    set.change("parts", &patch.parts);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<bool, StringError>> {
    Query::new("DELETE FROM public.strings WHERE id = $1::text").bind(id).affects(db)
}
