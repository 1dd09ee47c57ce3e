use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::_2fa2Error;
use super::super::models::{New2fa2, _2fa2, _2fa2Patch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        r#""1st", "Größe", "用户", "a b", a_b, _note, note"#
    };
}

const TABLE: &str = "public.\"2fa\"";
const COLUMNS: &str = columns!();

/// The row with this `1st`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
) -> BoxFuture<'e, Result<Option<_2fa2>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
    ))
    .bind(_1st)
    .fetch_optional(db)
}

/// The row with this `Größe`.
pub fn get_by_gr_f6_df_e<'e>(
    db: impl PgExecutor<'e>,
    größe: i32,
) -> BoxFuture<'e, Result<Option<_2fa2>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "Größe" = $1::integer"#,
    ))
    .bind(größe)
    .fetch_optional(db)
}

/// Whether there is a row with this `1st`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        r#"SELECT EXISTS (SELECT FROM public."2fa" WHERE "1st" = $1::integer)"#,
    )
    .bind(_1st)
    .fetch_value(db)
}

/// Whether there is a row with this `Größe`.
pub fn exists_by_gr_f6_df_e<'e>(
    db: impl PgExecutor<'e>,
    größe: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        r#"SELECT EXISTS (SELECT FROM public."2fa" WHERE "Größe" = $1::integer)"#,
    )
    .bind(größe)
    .fetch_value(db)
}

/// The rows with these values of `1st`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, _2fa2>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = ANY($1::integer[])"#,
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row._1st))
}

/// The row with this `1st`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
) -> BoxFuture<'e, Result<Option<_2fa2>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
        " FOR UPDATE",
    ))
    .bind(_1st)
    .fetch_optional(db)
}

/// The row with this `1st`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
) -> BoxFuture<'e, Result<Option<_2fa2>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(_1st)
    .fetch_optional(db)
}

/// How many rows `public."2fa"` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(r#"SELECT count(*) FROM public."2fa""#).fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<_2fa2, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &New2fa2,
) -> BoxFuture<'e, Result<_2fa2, _2fa2Error>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[New2fa2],
) -> BoxFuture<'e, Result<Vec<_2fa2>, _2fa2Error>> {
    let mut rows = Rows::new(new);
    rows.column(r#""1st""#, "integer", |row| &row._1st);
    rows.column(r#""Größe""#, "integer", |row| &row.größe);
    rows.column(r#""用户""#, "text", |row| &row.用户);
    rows.column(r#""a b""#, "text", |row| &row.a_b_2);
    rows.column("a_b", "text", |row| &row.a_b);
    rows.column("_note", "text", |row| &row._note);
    rows.column("note", "text", |row| &row.note);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [New2fa2],
) -> BoxFuture<'e, Result<u64, _2fa2Error>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `1st`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &New2fa2,
) -> BoxFuture<'e, Result<_2fa2, _2fa2Error>> {
    Assignments::of(new)
        .upsert(TABLE, r#"("1st")"#, &[r#""1st""#], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `Größe`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_gr_f6_df_e<'e>(
    db: impl PgExecutor<'e>,
    new: &New2fa2,
) -> BoxFuture<'e, Result<_2fa2, _2fa2Error>> {
    Assignments::of(new)
        .upsert(TABLE, r#"("Größe")"#, &[r#""Größe""#, r#""1st""#], COLUMNS)
        .fetch_one(db)
}

impl NewRow for New2fa2 {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set(r#""1st""#, self._1st);
        to.set(r#""Größe""#, self.größe);
        to.set(r#""用户""#, &self.用户);
        to.set(r#""a b""#, &self.a_b_2);
        to.set("a_b", &self.a_b);
        to.set("_note", &self._note);
        to.set("note", &self.note);
    }
}

/// Writes what the patch sets to the row with this `1st`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
    patch: &_2fa2Patch,
) -> BoxFuture<'e, Result<Option<_2fa2>, _2fa2Error>> {
    changes(patch)
        .key(r#""1st""#, "integer", _1st)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &_2fa2Patch) -> Assignments {
    let mut set = Assignments::default();
    set.change(r#""Größe""#, &patch.größe);
    set.change(r#""用户""#, &patch.用户);
    set.change(r#""a b""#, &patch.a_b_2);
    set.change("a_b", &patch.a_b);
    set.change("_note", &patch._note);
    set.change("note", &patch.note);
    set
}

/// Deletes the row with this `1st`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    _1st: i32,
) -> BoxFuture<'e, Result<bool, _2fa2Error>> {
    Query::new(r#"DELETE FROM public."2fa" WHERE "1st" = $1::integer"#)
        .bind(_1st)
        .affects(db)
}

/// Deletes the row with this `Größe`; gives whether there was one.
pub fn delete_by_gr_f6_df_e<'e>(
    db: impl PgExecutor<'e>,
    größe: i32,
) -> BoxFuture<'e, Result<bool, _2fa2Error>> {
    Query::new(r#"DELETE FROM public."2fa" WHERE "Größe" = $1::integer"#)
        .bind(größe)
        .affects(db)
}
