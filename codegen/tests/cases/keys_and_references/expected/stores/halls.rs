use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::HallError;
use super::super::models::{Hall, NewHall};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "city, name"
    };
}

const TABLE: &str = "public.halls";
const COLUMNS: &str = columns!();

/// The row with this `city`, `name`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    city: &str,
    name: &str,
) -> BoxFuture<'e, Result<Option<Hall>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
}

/// Whether there is a row with this `city`, `name`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    city: &str,
    name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.halls WHERE city = $1::text AND name = ",
        "$2::text)",
    ))
    .bind(city)
    .bind(name)
    .fetch_value(db)
}

/// The rows with these values of `city`, `name`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, String)],
) -> BoxFuture<'e, Result<HashMap<(String, String), Hall>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE (city, name) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.city.clone(), row.name.clone())))
}

/// The row with this `city`, `name`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    city: &str,
    name: &str,
) -> BoxFuture<'e, Result<Option<Hall>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
        " FOR UPDATE",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
}

/// The row with this `city`, `name`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    city: &str,
    name: &str,
) -> BoxFuture<'e, Result<Option<Hall>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
}

/// How many rows `public.halls` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.halls").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Hall, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHall,
) -> BoxFuture<'e, Result<Hall, HallError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHall],
) -> BoxFuture<'e, Result<Vec<Hall>, HallError>> {
    let mut rows = Rows::new(new);
    rows.column("city", "text", |row| &row.city);
    rows.column("name", "text", |row| &row.name);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewHall],
) -> BoxFuture<'e, Result<u64, HallError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `city`, `name`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHall,
) -> BoxFuture<'e, Result<Hall, HallError>> {
    Assignments::of(new)
        .upsert(TABLE, "(city, name)", &["city", "name"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewHall {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("city", &self.city);
        to.set("name", &self.name);
    }
}

/// Deletes the row with this `city`, `name`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    city: &str,
    name: &str,
) -> BoxFuture<'e, Result<bool, HallError>> {
    Query::new(
        "DELETE FROM public.halls WHERE city = $1::text AND name = $2::text",
    )
    .bind(city)
    .bind(name)
    .affects(db)
}
