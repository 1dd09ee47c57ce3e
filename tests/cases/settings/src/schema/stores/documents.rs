// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.documents`.
//!
//! Left out:
//!
//! - `get_many`: a map cannot have `position` as its key.
//! - `list_by_previouses`: a map cannot have `previous` as its key.
//! - `insert_many`: sqlx writes no arrays of the type of `position`.
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use crate::types::Lsn;
use super::super::errors::DocumentError;
use super::super::models::{Document, DocumentPatch, NewDocument};
use super::super::support::{Assignments, Columns, NewRow, Query, copy_rows};

macro_rules! columns {
    () => {
        r#""position", body, previous"#
    };
}

const TABLE: &str = "public.documents";
const COLUMNS: &str = columns!();

/// The row with this `position`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
) -> BoxFuture<'e, Result<Option<Document>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
    ))
    .bind(position)
    .fetch_optional(db)
}

/// Whether there is a row with this `position`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        r#"SELECT EXISTS (SELECT FROM public.documents WHERE "position" = $1::pg_lsn)"#,
    )
    .bind(position)
    .fetch_value(db)
}

/// The row with this `position`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
) -> BoxFuture<'e, Result<Option<Document>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
        " FOR UPDATE",
    ))
    .bind(position)
    .fetch_optional(db)
}

/// The row with this `position`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
) -> BoxFuture<'e, Result<Option<Document>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        r#" WHERE "position" = $1::pg_lsn"#,
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(position)
    .fetch_optional(db)
}

/// All rows with this `previous`, by primary key.
pub fn list_by_previous<'e>(
    db: impl PgExecutor<'e>,
    previous: Lsn,
) -> BoxFuture<'e, Result<Vec<Document>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
        " WHERE previous = $1::pg_lsn",
        r#" ORDER BY "position""#,
    ))
    .bind(previous)
    .fetch_all(db)
}

/// How many rows `public.documents` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.documents").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Document, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.documents",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDocument,
) -> BoxFuture<'e, Result<Document, DocumentError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewDocument],
) -> BoxFuture<'e, Result<u64, DocumentError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `position`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDocument,
) -> BoxFuture<'e, Result<Document, DocumentError>> {
    Assignments::of(new)
        .upsert(TABLE, r#"("position")"#, &[r#""position""#], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewDocument {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set(r#""position""#, self.position);
        to.set("body", &self.body);
        to.set("previous", self.previous);
    }
}

/// Writes what the patch sets to the row with this `position`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
    patch: &DocumentPatch,
) -> BoxFuture<'e, Result<Option<Document>, DocumentError>> {
    changes(patch)
        .key(r#""position""#, "pg_lsn", position)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &DocumentPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("body", patch.body.as_ref());
    set.change("previous", &patch.previous);
    set
}

/// Deletes the row with this `position`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    position: Lsn,
) -> BoxFuture<'e, Result<bool, DocumentError>> {
    Query::new(
        r#"DELETE FROM public.documents WHERE "position" = $1::pg_lsn"#,
    )
    .bind(position)
    .affects(db)
}
