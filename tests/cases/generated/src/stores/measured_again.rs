// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.measured_again`.
//!
//! Left out:
//!
//! - `list_by_many_x_and_y`: a map cannot have `x`, `y` as its key.
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::MeasuredAgainError;
use super::super::models::{MeasuredAgain, NewMeasuredAgain};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "x, y"
    };
}

const TABLE: &str = "public.measured_again";
const COLUMNS: &str = columns!();

/// All rows with this `x`, `y`.
pub async fn list_by_x_and_y(
    db: impl PgExecutor<'_>,
    x: f64,
    y: f64,
) -> Result<Vec<MeasuredAgain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured_again",
        " WHERE x = $1::double precision AND y = $2::double precision",
    ))
    .bind(x)
    .bind(y)
    .fetch_all(db)
    .await
}

/// How many rows `public.measured_again` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.measured_again")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<MeasuredAgain, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured_again",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewMeasuredAgain,
) -> Result<MeasuredAgain, MeasuredAgainError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewMeasuredAgain],
) -> Result<Vec<MeasuredAgain>, MeasuredAgainError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("x", "double precision", new.iter().map(|row| &row.x))?;
    rows.column("y", "double precision", new.iter().map(|row| &row.y))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewMeasuredAgain],
) -> Result<u64, MeasuredAgainError> {
    let mut copy = Copy::begin(db, TABLE, &["x", "y"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.x)?;
        copy.value(row.y)?;
    }
    Ok(copy.finish().await?)
}

fn assignments(new: &NewMeasuredAgain) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("x", new.x)?;
    set.set("y", new.y)?;
    Ok(set)
}
