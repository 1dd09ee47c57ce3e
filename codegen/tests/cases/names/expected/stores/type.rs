use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::TypeError;
use super::super::models::{NewType, Type, TypePatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        r#"db, new, patch, set, "row", type, self, "default", name"#
    };
}

const TABLE: &str = "public.type";
const COLUMNS: &str = columns!();

/// The row with this `db`, `new`, `patch`, `set`, `row`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE db = $1::integer AND new = $2::integer AND patch = $3::integer AND ",
        r#"set = $4::integer AND "row" = $5::integer"#,
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .fetch_optional(db)
}

/// The row with this `type`, `self`, `default`.
pub fn get_by_type_and_self_and_default<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
    self_: i32,
    default: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        r#" WHERE type = $1::integer AND self = $2::integer AND "default" = $3::integer"#,
    ))
    .bind(r#type)
    .bind(self_)
    .bind(default)
    .fetch_optional(db)
}

/// Whether there is a row with this `db`, `new`, `patch`, `set`, `row`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.type WHERE db = $1::integer AND new = ",
        r#"$2::integer AND patch = $3::integer AND set = $4::integer AND "row" = "#,
        "$5::integer)",
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .fetch_value(db)
}

/// Whether there is a row with this `type`, `self`, `default`.
pub fn exists_by_type_and_self_and_default<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
    self_: i32,
    default: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.type WHERE type = $1::integer AND self = ",
        r#"$2::integer AND "default" = $3::integer)"#,
    ))
    .bind(r#type)
    .bind(self_)
    .bind(default)
    .fetch_value(db)
}

/// The rows with these values of `db`, `new`, `patch`, `set`, `row`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i32, i32, i32, i32, i32)],
) -> BoxFuture<'e, Result<HashMap<(i32, i32, i32, i32, i32), Type>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    let keys_4: Vec<_> = keys.iter().map(|key| &key.4).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        r#" WHERE (db, new, patch, set, "row") IN (SELECT * FROM UNNEST($1::integer[], "#,
        "$2::integer[], $3::integer[], $4::integer[], $5::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .bind(keys_3)
    .bind(keys_4)
    .fetch_map(db, |row| Some((row.db, row.new, row.patch, row.set, row.row)))
}

/// The row with this `db`, `new`, `patch`, `set`, `row`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE db = $1::integer AND new = $2::integer AND patch = $3::integer AND ",
        r#"set = $4::integer AND "row" = $5::integer"#,
        " FOR UPDATE",
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .fetch_optional(db)
}

/// The row with this `db`, `new`, `patch`, `set`, `row`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE db = $1::integer AND new = $2::integer AND patch = $3::integer AND ",
        r#"set = $4::integer AND "row" = $5::integer"#,
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .fetch_optional(db)
}

/// How many rows `public.type` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.type").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Type, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewType],
) -> BoxFuture<'e, Result<Vec<Type>, TypeError>> {
    let mut rows = Rows::new(new);
    rows.column("db", "integer", |row| &row.db);
    rows.column("new", "integer", |row| &row.new);
    rows.column("patch", "integer", |row| &row.patch);
    rows.column("set", "integer", |row| &row.set);
    rows.column(r#""row""#, "integer", |row| &row.row);
    rows.column("type", "integer", |row| &row.r#type);
    rows.column("self", "integer", |row| &row.self_);
    rows.column(r#""default""#, "integer", |row| &row.default);
    rows.column("name", "text", |row| &row.name);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewType],
) -> BoxFuture<'e, Result<u64, TypeError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `db`, `new`, `patch`, `set`, `row`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            r#"(db, new, patch, set, "row")"#,
            &["db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `type`, `self`, `default`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_type_and_self_and_default<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            r#"(type, self, "default")"#,
            &["type", "self", r#""default""#, "db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewType {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("db", self.db);
        to.set("new", self.new);
        to.set("patch", self.patch);
        to.set("set", self.set);
        to.set(r#""row""#, self.row);
        to.set("type", self.r#type);
        to.set("self", self.self_);
        to.set(r#""default""#, self.default);
        to.set("name", &self.name);
    }
}

/// Writes what the patch sets to the row with this `db`, `new`, `patch`, `set`, `row`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
    patch: &TypePatch,
) -> BoxFuture<'e, Result<Option<Type>, TypeError>> {
    changes(patch)
        .key("db", "integer", db_value)
        .key("new", "integer", new_value)
        .key("patch", "integer", patch_value)
        .key("set", "integer", set_value)
        .key(r#""row""#, "integer", row_value)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &TypePatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("type", &patch.r#type);
    set.change("self", &patch.self_);
    set.change(r#""default""#, &patch.default);
    set.change("name", &patch.name);
    set
}

/// Deletes the row with this `db`, `new`, `patch`, `set`, `row`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> BoxFuture<'e, Result<bool, TypeError>> {
    Query::new(concat!(
        "DELETE FROM public.type WHERE db = $1::integer AND new = $2::integer AND ",
        r#"patch = $3::integer AND set = $4::integer AND "row" = $5::integer"#,
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .affects(db)
}

/// Deletes the row with this `type`, `self`, `default`; gives whether there was one.
pub fn delete_by_type_and_self_and_default<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
    self_: i32,
    default: i32,
) -> BoxFuture<'e, Result<bool, TypeError>> {
    Query::new(concat!(
        "DELETE FROM public.type WHERE type = $1::integer AND self = $2::integer AND ",
        r#""default" = $3::integer"#,
    ))
    .bind(r#type)
    .bind(self_)
    .bind(default)
    .affects(db)
}
