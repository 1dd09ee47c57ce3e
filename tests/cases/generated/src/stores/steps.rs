// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::StepError;
use super::super::models::{NewStep, Step, StepPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, before_id, cache_key, name"
    };
}

const TABLE: &str = "public.steps";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `cache_key`.
pub fn get_by_cache_key<'e>(
    db: impl PgExecutor<'e>,
    cache_key: &str,
) -> BoxFuture<'e, Result<Option<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE cache_key = $1::text",
    ))
    .bind(cache_key)
    .fetch_optional(db)
}

/// The row with this `before_id`, `lower(name)`.
pub fn get_by_before_id_and_name<'e>(
    db: impl PgExecutor<'e>,
    before_id: i32,
    name: &str,
) -> BoxFuture<'e, Result<Option<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE before_id = $1::integer AND (lower(name)) = (lower($2::text))",
    ))
    .bind(before_id)
    .bind(name)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.steps WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `cache_key`.
pub fn exists_by_cache_key<'e>(
    db: impl PgExecutor<'e>,
    cache_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.steps WHERE cache_key = $1::text)",
    )
    .bind(cache_key)
    .fetch_value(db)
}

/// Whether there is a row with this `before_id`, `lower(name)`.
pub fn exists_by_before_id_and_name<'e>(
    db: impl PgExecutor<'e>,
    before_id: i32,
    name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.steps WHERE before_id = $1::integer AND ",
        "(lower(name)) = (lower($2::text)))",
    ))
    .bind(before_id)
    .bind(name)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
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
) -> BoxFuture<'e, Result<Option<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `before_id`, by primary key.
pub fn list_by_before_id<'e>(
    db: impl PgExecutor<'e>,
    before_id: i32,
) -> BoxFuture<'e, Result<Vec<Step>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE before_id = $1::integer",
        " ORDER BY id",
    ))
    .bind(before_id)
    .fetch_all(db)
}

/// The rows with each of these values of `before_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_before_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Vec<Step>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
        " WHERE before_id = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.before_id)
}

/// How many rows `public.steps` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.steps").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Step, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.steps",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewStep,
) -> BoxFuture<'e, Result<Step, StepError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewStep],
) -> BoxFuture<'e, Result<Vec<Step>, StepError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.column("before_id", "integer", |row| &row.before_id);
    rows.column("cache_key", "text", |row| &row.cache_key);
    rows.column("name", "text", |row| &row.name);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewStep],
) -> BoxFuture<'e, Result<u64, StepError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewStep,
) -> BoxFuture<'e, Result<Step, StepError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `cache_key`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_cache_key<'e>(
    db: impl PgExecutor<'e>,
    new: &NewStep,
) -> BoxFuture<'e, Result<Step, StepError>> {
    Assignments::of(new)
        .upsert(TABLE, "(cache_key)", &["cache_key", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `before_id`, `lower(name)`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_before_id_and_name<'e>(
    db: impl PgExecutor<'e>,
    new: &NewStep,
) -> BoxFuture<'e, Result<Step, StepError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(before_id, (lower(name)))",
            &["before_id", "name", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewStep {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("before_id", self.before_id);
        to.set("cache_key", &self.cache_key);
        to.set("name", &self.name);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &StepPatch,
) -> BoxFuture<'e, Result<Option<Step>, StepError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &StepPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("before_id", &patch.before_id);
    set.change("cache_key", &patch.cache_key);
    set.change("name", &patch.name);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, StepError>> {
    Query::new("DELETE FROM public.steps WHERE id = $1::integer").bind(id).affects(db)
}

/// Deletes the row with this `cache_key`; gives whether there was one.
pub fn delete_by_cache_key<'e>(
    db: impl PgExecutor<'e>,
    cache_key: &str,
) -> BoxFuture<'e, Result<bool, StepError>> {
    Query::new("DELETE FROM public.steps WHERE cache_key = $1::text")
        .bind(cache_key)
        .affects(db)
}

/// Deletes the row with this `before_id`, `lower(name)`; gives whether there was one.
pub fn delete_by_before_id_and_name<'e>(
    db: impl PgExecutor<'e>,
    before_id: i32,
    name: &str,
) -> BoxFuture<'e, Result<bool, StepError>> {
    Query::new(concat!(
        "DELETE FROM public.steps WHERE before_id = $1::integer AND (lower(name)) = ",
        "(lower($2::text))",
    ))
    .bind(before_id)
    .bind(name)
    .affects(db)
}
