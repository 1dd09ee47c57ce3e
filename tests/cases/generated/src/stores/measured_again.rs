// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.measured_again`.
//!
//! Left out:
//!
//! - `list_by_many_x_and_y`: a map cannot have `x`, `y` as its key.
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::MeasuredAgainError;
use super::super::models::{MeasuredAgain, NewMeasuredAgain};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "x, y"
    };
}

const TABLE: &str = "public.measured_again";
const COLUMNS: &str = columns!();

/// All rows with this `x`, `y`.
pub fn list_by_x_and_y<'e>(
    db: impl PgExecutor<'e>,
    x: f64,
    y: f64,
) -> BoxFuture<'e, Result<Vec<MeasuredAgain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured_again",
        " WHERE x = $1::double precision AND y = $2::double precision",
    ))
    .bind(x)
    .bind(y)
    .fetch_all(db)
}

/// How many rows `public.measured_again` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.measured_again").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<MeasuredAgain, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.measured_again",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewMeasuredAgain,
) -> BoxFuture<'e, Result<MeasuredAgain, MeasuredAgainError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewMeasuredAgain],
) -> BoxFuture<'e, Result<Vec<MeasuredAgain>, MeasuredAgainError>> {
    let mut rows = Rows::new(new);
    rows.column("x", "double precision", |row| &row.x);
    rows.column("y", "double precision", |row| &row.y);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewMeasuredAgain],
) -> BoxFuture<'e, Result<u64, MeasuredAgainError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewMeasuredAgain {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("x", self.x);
        to.set("y", self.y);
    }
}
