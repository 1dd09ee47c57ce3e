// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::EventError;
use super::super::models::{Event, NewEvent};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, at"
    };
}

const TABLE: &str = "public.events";
const COLUMNS: &str = columns!();

/// The row with this `id`, `at`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    at: NaiveDate,
) -> BoxFuture<'e, Result<Option<Event>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`, `at`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    at: NaiveDate,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.events WHERE id = $1::bigint AND at = ",
        "$2::date)",
    ))
    .bind(id)
    .bind(at)
    .fetch_value(db)
}

/// The rows with these values of `id`, `at`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i64, NaiveDate)],
) -> BoxFuture<'e, Result<HashMap<(i64, NaiveDate), Event>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE (id, at) IN (SELECT * FROM UNNEST($1::bigint[], $2::date[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.id, row.at)))
}

/// The row with this `id`, `at`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    at: NaiveDate,
) -> BoxFuture<'e, Result<Option<Event>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
        " FOR UPDATE",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
}

/// The row with this `id`, `at`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    at: NaiveDate,
) -> BoxFuture<'e, Result<Option<Event>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
        " WHERE id = $1::bigint AND at = $2::date",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .bind(at)
    .fetch_optional(db)
}

/// How many rows `public.events` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.events").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Event, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.events",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEvent,
) -> BoxFuture<'e, Result<Event, EventError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEvent],
) -> BoxFuture<'e, Result<Vec<Event>, EventError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "bigint", |row| &row.id);
    rows.column("at", "date", |row| &row.at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewEvent],
) -> BoxFuture<'e, Result<u64, EventError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`, `at`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEvent,
) -> BoxFuture<'e, Result<Event, EventError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id, at)", &["id", "at"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewEvent {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("at", self.at);
    }
}

/// Deletes the row with this `id`, `at`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    at: NaiveDate,
) -> BoxFuture<'e, Result<bool, EventError>> {
    Query::new(
        "DELETE FROM public.events WHERE id = $1::bigint AND at = $2::date",
    )
    .bind(id)
    .bind(at)
    .affects(db)
}
