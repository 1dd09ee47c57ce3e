// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ReadingError;
use super::super::models::{NewReading, Reading, ReadingPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "sensor, at, value"
    };
}

const TABLE: &str = "public.readings";
const COLUMNS: &str = columns!();

/// The row with this `sensor`, `at`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
) -> BoxFuture<'e, Result<Option<Reading>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
}

/// Whether there is a row with this `sensor`, `at`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.readings WHERE sensor = $1::integer AND at ",
        "= $2::bigint)",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_value(db)
}

/// The rows with these values of `sensor`, `at`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i32, i64)],
) -> BoxFuture<'e, Result<HashMap<(i32, i64), Reading>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE (sensor, at) IN (SELECT * FROM UNNEST($1::integer[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.sensor, row.at)))
}

/// The row with this `sensor`, `at`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
) -> BoxFuture<'e, Result<Option<Reading>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
}

/// The row with this `sensor`, `at`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
) -> BoxFuture<'e, Result<Option<Reading>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
        " WHERE sensor = $1::integer AND at = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(sensor)
    .bind(at)
    .fetch_optional(db)
}

/// How many rows `public.readings` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.readings").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Reading, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewReading,
) -> BoxFuture<'e, Result<Reading, ReadingError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewReading],
) -> BoxFuture<'e, Result<Vec<Reading>, ReadingError>> {
    let mut rows = Rows::new(new);
    rows.column("sensor", "integer", |row| &row.sensor);
    rows.column("at", "bigint", |row| &row.at);
    rows.column("value", "smallint", |row| &row.value);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewReading],
) -> BoxFuture<'e, Result<u64, ReadingError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `sensor`, `at`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewReading,
) -> BoxFuture<'e, Result<Reading, ReadingError>> {
    Assignments::of(new)
        .upsert(TABLE, "(sensor, at)", &["sensor", "at"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewReading {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("sensor", self.sensor);
        to.set("at", self.at);
        to.set("value", self.value);
    }
}

/// Writes what the patch sets to the row with this `sensor`, `at`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
    patch: &ReadingPatch,
) -> BoxFuture<'e, Result<Option<Reading>, ReadingError>> {
    changes(patch)
        .key("sensor", "integer", sensor)
        .key("at", "bigint", at)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ReadingPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("value", &patch.value);
    set
}

/// Deletes the row with this `sensor`, `at`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    sensor: i32,
    at: i64,
) -> BoxFuture<'e, Result<bool, ReadingError>> {
    Query::new(
        "DELETE FROM public.readings WHERE sensor = $1::integer AND at = $2::bigint",
    )
    .bind(sensor)
    .bind(at)
    .affects(db)
}
