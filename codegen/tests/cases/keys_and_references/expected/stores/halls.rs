use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::HallError;
use super::super::models::{Hall, NewHall};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "city, name"
    };
}

const TABLE: &str = "public.halls";
const COLUMNS: &str = columns!();

/// The row with this `city`, `name`.
pub async fn get(
    db: impl PgExecutor<'_>,
    city: &str,
    name: &str,
) -> Result<Option<Hall>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `city`, `name`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    city: &str,
    name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.halls WHERE city = $1::text AND name = ",
        "$2::text)",
    ))
    .bind(city)
    .bind(name)
    .fetch_one(db)
    .await
}

/// The rows with these values of `city`, `name`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(String, String)],
) -> Result<HashMap<(String, String), Hall>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Hall> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE (city, name) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.city.clone(), row.name.clone()), row)).collect())
}

/// The row with this `city`, `name`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    city: &str,
    name: &str,
) -> Result<Option<Hall>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
        " FOR UPDATE",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
    .await
}

/// The row with this `city`, `name`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    city: &str,
    name: &str,
) -> Result<Option<Hall>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
        " WHERE city = $1::text AND name = $2::text",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(city)
    .bind(name)
    .fetch_optional(db)
    .await
}

/// How many rows `public.halls` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.halls")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Hall, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.halls",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewHall) -> Result<Hall, HallError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHall],
) -> Result<Vec<Hall>, HallError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("city", "text", new.iter().map(|row| &row.city))?;
    rows.column("name", "text", new.iter().map(|row| &row.name))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewHall]) -> Result<u64, HallError> {
    let mut copy = Copy::begin(db, TABLE, &["city", "name"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(&row.city)?;
        copy.value(&row.name)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `city`, `name` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewHall) -> Result<Hall, HallError> {
    let row = assignments(new)?
        .upsert(TABLE, "(city, name)", &["city", "name"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHall) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("city", &new.city)?;
    set.set("name", &new.name)?;
    Ok(set)
}

/// Deletes the row with this `city`, `name`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    city: &str,
    name: &str,
) -> Result<bool, HallError> {
    let done = sqlx::query(
        "DELETE FROM public.halls WHERE city = $1::text AND name = $2::text",
    )
    .bind(city)
    .bind(name)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
