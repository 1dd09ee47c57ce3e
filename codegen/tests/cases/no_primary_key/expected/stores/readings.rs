//! The rows of `public.readings`.
//!
//! Left out:
//!
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::BTreeMap;

use super::super::errors::ReadingError;
use super::super::models::{NewReading, Reading};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "sensor, value, at"
    };
}

const TABLE: &str = "public.readings";
const COLUMNS: &str = columns!();

/// How many rows `public.readings` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.readings")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Reading, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.readings",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewReading,
) -> Result<Reading, ReadingError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewReading],
) -> Result<Vec<Reading>, ReadingError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("sensor", "integer", new.iter().map(|row| &row.sensor))?;
    rows.column("value", "double precision", new.iter().map(|row| &row.value))?;
    rows.or_default(
        "at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewReading],
) -> Result<u64, ReadingError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewReading>> = BTreeMap::new();
    for row in new {
        let given = [!row.at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["sensor", "value"];
        if given[0] {
            columns.push("at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.sensor)?;
            copy.value(row.value)?;
            if let Some(value) = row.at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewReading) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("sensor", new.sensor)?;
    set.set("value", new.value)?;
    set.or_default("at", &new.at)?;
    Ok(set)
}
