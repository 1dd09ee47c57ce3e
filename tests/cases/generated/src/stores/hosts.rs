// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use ipnetwork::IpNetwork;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::HostError;
use super::super::models::{Host, NewHost};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "address"
    };
}

const TABLE: &str = "public.hosts";
const COLUMNS: &str = columns!();

/// The row with this `address`.
pub async fn get(
    db: impl PgExecutor<'_>,
    address: IpNetwork,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
    ))
    .bind(address)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `address`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    address: IpNetwork,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.hosts WHERE address = $1::inet)",
    )
    .bind(address)
    .fetch_one(db)
    .await
}

/// The rows with these values of `address`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[IpNetwork],
) -> Result<HashMap<IpNetwork, Host>, sqlx::Error> {
    let rows: Vec<Host> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = ANY($1::inet[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.address, row)).collect())
}

/// The row with this `address`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    address: IpNetwork,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
        " FOR UPDATE",
    ))
    .bind(address)
    .fetch_optional(db)
    .await
}

/// The row with this `address`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    address: IpNetwork,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(address)
    .fetch_optional(db)
    .await
}

/// How many rows `public.hosts` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.hosts")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Host, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewHost) -> Result<Host, HostError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHost],
) -> Result<Vec<Host>, HostError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("address", "inet", new.iter().map(|row| &row.address))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewHost]) -> Result<u64, HostError> {
    let mut copy = Copy::begin(db, TABLE, &["address"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.address)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `address` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewHost) -> Result<Host, HostError> {
    let row = assignments(new)?
        .upsert(TABLE, "(address)", &["address"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHost) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("address", new.address)?;
    Ok(set)
}

/// Deletes the row with this `address`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    address: IpNetwork,
) -> Result<bool, HostError> {
    let done = sqlx::query("DELETE FROM public.hosts WHERE address = $1::inet")
    .bind(address)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
