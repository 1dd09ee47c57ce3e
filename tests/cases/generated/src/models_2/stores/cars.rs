// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::super::models_2::errors::CarError;
use super::super::super::models_2::models::{Car, CarPatch, NewCar};
use super::super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, owner, state"
    };
}

const TABLE: &str = "models.cars";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(db: impl PgExecutor<'_>, id: i32) -> Result<Option<Car>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM models.cars WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Car>, sqlx::Error> {
    let rows: Vec<Car> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Car>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Car>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `owner`, by primary key.
pub async fn list_by_owner(
    db: impl PgExecutor<'_>,
    owner: i32,
) -> Result<Vec<Car>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE owner = $1::integer",
        " ORDER BY id",
    ))
    .bind(owner)
    .fetch_all(db)
    .await
}

/// All rows with these values of `owner`, by value, in one statement.
pub async fn list_by_owners(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Vec<Car>>, sqlx::Error> {
    let rows: Vec<Car> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
        " WHERE owner = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i32, Vec<Car>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.owner {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `models.cars` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM models.cars")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Car, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM models.cars",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewCar) -> Result<Car, CarError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCar],
) -> Result<Vec<Car>, CarError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "integer", new.iter().map(|row| &row.id))?;
    rows.column("owner", "integer", new.iter().map(|row| &row.owner))?;
    rows.column("state", "billing.state", new.iter().map(|row| &row.state))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewCar]) -> Result<u64, CarError> {
    let mut copy = Copy::begin(db, TABLE, &["id", "owner", "state"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(row.owner)?;
        copy.value(row.state)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewCar) -> Result<Car, CarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCar) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("owner", new.owner)?;
    set.set("state", new.state)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &CarPatch,
) -> Result<Option<Car>, CarError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CarPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("owner", &patch.owner)?;
    set.given("state", patch.state)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, CarError> {
    let done = sqlx::query("DELETE FROM models.cars WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
