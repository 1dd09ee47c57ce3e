// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::OnlyKeyError;
use super::super::models::{NewOnlyKey, OnlyKey};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "a, b"
    };
}

const TABLE: &str = "public.only_keys";
const COLUMNS: &str = columns!();

/// The row with this `a`, `b`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    a: i32,
    b: i32,
) -> BoxFuture<'e, Result<Option<OnlyKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
}

/// Whether there is a row with this `a`, `b`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    a: i32,
    b: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.only_keys WHERE a = $1::integer AND b = ",
        "$2::integer)",
    ))
    .bind(a)
    .bind(b)
    .fetch_value(db)
}

/// The rows with these values of `a`, `b`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i32, i32)],
) -> BoxFuture<'e, Result<HashMap<(i32, i32), OnlyKey>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE (a, b) IN (SELECT * FROM UNNEST($1::integer[], $2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.a, row.b)))
}

/// The row with this `a`, `b`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    a: i32,
    b: i32,
) -> BoxFuture<'e, Result<Option<OnlyKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
        " FOR UPDATE",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
}

/// The row with this `a`, `b`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    a: i32,
    b: i32,
) -> BoxFuture<'e, Result<Option<OnlyKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
        " WHERE a = $1::integer AND b = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(a)
    .bind(b)
    .fetch_optional(db)
}

/// How many rows `public.only_keys` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.only_keys").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<OnlyKey, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.only_keys",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewOnlyKey,
) -> BoxFuture<'e, Result<OnlyKey, OnlyKeyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewOnlyKey],
) -> BoxFuture<'e, Result<Vec<OnlyKey>, OnlyKeyError>> {
    let mut rows = Rows::new(new);
    rows.column("a", "integer", |row| &row.a);
    rows.column("b", "integer", |row| &row.b);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewOnlyKey],
) -> BoxFuture<'e, Result<u64, OnlyKeyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `a`, `b`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewOnlyKey,
) -> BoxFuture<'e, Result<OnlyKey, OnlyKeyError>> {
    Assignments::of(new)
        .upsert(TABLE, "(a, b)", &["a", "b"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewOnlyKey {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("a", self.a);
        to.set("b", self.b);
    }
}

/// Deletes the row with this `a`, `b`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    a: i32,
    b: i32,
) -> BoxFuture<'e, Result<bool, OnlyKeyError>> {
    Query::new(
        "DELETE FROM public.only_keys WHERE a = $1::integer AND b = $2::integer",
    )
    .bind(a)
    .bind(b)
    .affects(db)
}
