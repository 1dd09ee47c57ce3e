// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use sqlx::postgres::types::PgRange;
use std::collections::HashMap;

use super::super::errors::TurnError;
use super::super::models::{NewTurn, Turn, TurnPatch};
use super::super::support::{
    Assignments, Columns, Declared, Form, NewRow, Query, Rows, copy_rows,
};

macro_rules! columns {
    () => {
        "id, during, other, usual, maybe, odd, late"
    };
}

const TABLE: &str = "public.turns";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Turn>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `during`.
pub fn get_by_during<'e>(
    db: impl PgExecutor<'e>,
    during: PgRange<NaiveDateTime>,
) -> BoxFuture<'e, Result<Option<Turn>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
        " WHERE during = $1::public.shift",
    ))
    .bind(Declared("public.shift", during))
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.turns WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `during`.
pub fn exists_by_during<'e>(
    db: impl PgExecutor<'e>,
    during: PgRange<NaiveDateTime>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.turns WHERE during = $1::public.shift)",
    )
    .bind(Declared("public.shift", during))
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Turn>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Turn>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Turn>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.turns` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.turns").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Turn, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.turns",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTurn,
) -> BoxFuture<'e, Result<Turn, TurnError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewTurn],
) -> BoxFuture<'e, Result<Vec<Turn>, TurnError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.declared("during", "public.shift", |row| &row.during);
    rows.declared("other", "public.shift", |row| &row.other);
    rows.declared_or_default(
        "usual",
        "public.shift",
        "('[2020-01-01,2020-01-02)')",
        |row| &row.usual,
    );
    rows.declared_or_default("maybe", "public.shift", "('(,)')", |row| &row.maybe);
    rows.declared("odd", r#"billing."Odd""#, |row| &row.odd);
    rows.declared("late", "public.shift", |row| &row.late);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewTurn],
) -> BoxFuture<'e, Result<u64, TurnError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTurn,
) -> BoxFuture<'e, Result<Turn, TurnError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `during`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_during<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTurn,
) -> BoxFuture<'e, Result<Turn, TurnError>> {
    Assignments::of(new)
        .upsert(TABLE, "(during)", &["during", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewTurn {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("during", Declared("public.shift", self.during));
        to.set("other", Declared("public.shift", self.other));
        to.column(
            "usual",
            Form::Plain,
            self.usual.value().map(|value| Declared("public.shift", value)),
        );
        to.column(
            "maybe",
            Form::Plain,
            self.maybe.value().map(|value| Declared("public.shift", value)),
        );
        to.set("odd", Declared(r#"billing."Odd""#, self.odd));
        to.set("late", Declared("public.shift", self.late));
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &TurnPatch,
) -> BoxFuture<'e, Result<Option<Turn>, TurnError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &TurnPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given(
        "during",
        patch.during.as_ref().map(|value| Declared("public.shift", value)),
    );
    set.given(
        "other",
        patch.other.written().map(|value| Declared("public.shift", value)),
    );
    set.given("usual", patch.usual.as_ref().map(|value| Declared("public.shift", value)));
    set.given(
        "maybe",
        patch.maybe.written().map(|value| Declared("public.shift", value)),
    );
    set.given(
        "odd",
        patch.odd.written().map(|value| Declared(r#"billing."Odd""#, value)),
    );
    set.given("late", patch.late.written().map(|value| Declared("public.shift", value)));
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, TurnError>> {
    Query::new("DELETE FROM public.turns WHERE id = $1::integer").bind(id).affects(db)
}

/// Deletes the row with this `during`; gives whether there was one.
pub fn delete_by_during<'e>(
    db: impl PgExecutor<'e>,
    during: PgRange<NaiveDateTime>,
) -> BoxFuture<'e, Result<bool, TurnError>> {
    Query::new("DELETE FROM public.turns WHERE during = $1::public.shift")
        .bind(Declared("public.shift", during))
        .affects(db)
}
