//! The rows of `public.readings`.
//!
//! Left out:
//!
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::ReadingError;
use super::super::models::{NewReading, Reading};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "sensor, value, at"
    };
}

const TABLE: &str = "public.readings";
const COLUMNS: &str = columns!();

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
    rows.column("value", "double precision", |row| &row.value);
    rows.or_default("at", "timestamp with time zone", "(now())", |row| &row.at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewReading],
) -> BoxFuture<'e, Result<u64, ReadingError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewReading {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("sensor", self.sensor);
        to.set("value", self.value);
        to.or_default("at", &self.at);
    }
}
