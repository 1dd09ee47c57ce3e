// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::TypeError;
use super::super::models::{NewType, Type, TypePatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            r#"db, new, patch, set, "row", rows, key, keys, copy, found, version, type, self, "#,
            r#""default""#,
        )
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

/// The row with this `type`.
pub fn get_by_type<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE type = $1::integer",
    ))
    .bind(r#type)
    .fetch_optional(db)
}

/// The row with this `self`.
pub fn get_by_self_<'e>(
    db: impl PgExecutor<'e>,
    self_: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE self = $1::integer",
    ))
    .bind(self_)
    .fetch_optional(db)
}

/// The row with this `rows`, `key`, `keys`, `copy`, `found`.
pub fn get_by_rows_and_key_and_keys_and_copy_and_found<'e>(
    db: impl PgExecutor<'e>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> BoxFuture<'e, Result<Option<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE rows = $1::integer AND key = $2::integer AND keys = $3::integer AND ",
        "copy = $4::integer AND found = $5::integer",
    ))
    .bind(rows_value)
    .bind(key_value)
    .bind(keys_value)
    .bind(copy_value)
    .bind(found_value)
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

/// Whether there is a row with this `type`.
pub fn exists_by_type<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.type WHERE type = $1::integer)",
    )
    .bind(r#type)
    .fetch_value(db)
}

/// Whether there is a row with this `self`.
pub fn exists_by_self_<'e>(
    db: impl PgExecutor<'e>,
    self_: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.type WHERE self = $1::integer)",
    )
    .bind(self_)
    .fetch_value(db)
}

/// Whether there is a row with this `rows`, `key`, `keys`, `copy`, `found`.
pub fn exists_by_rows_and_key_and_keys_and_copy_and_found<'e>(
    db: impl PgExecutor<'e>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.type WHERE rows = $1::integer AND key = ",
        "$2::integer AND keys = $3::integer AND copy = $4::integer AND found = ",
        "$5::integer)",
    ))
    .bind(rows_value)
    .bind(key_value)
    .bind(keys_value)
    .bind(copy_value)
    .bind(found_value)
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

/// All rows with this `version`, by primary key.
pub fn list_by_version<'e>(
    db: impl PgExecutor<'e>,
    version_value: i32,
) -> BoxFuture<'e, Result<Vec<Type>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE version = $1::integer",
        r#" ORDER BY db, new, patch, set, "row""#,
    ))
    .bind(version_value)
    .fetch_all(db)
}

/// The rows with each of these values of `version`, in one statement; a value that no row has is not in the map.
pub fn list_by_versions<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Vec<Type>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE version = ANY($1::integer[])",
        r#" ORDER BY db, new, patch, set, "row""#,
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.version)
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
    rows.column("rows", "integer", |row| &row.rows);
    rows.column("key", "integer", |row| &row.key);
    rows.column("keys", "integer", |row| &row.keys);
    rows.column("copy", "integer", |row| &row.copy);
    rows.column("found", "integer", |row| &row.found);
    rows.column("version", "integer", |row| &row.version);
    rows.column("type", "integer", |row| &row.r#type);
    rows.column("self", "integer", |row| &row.self_);
    rows.column(r#""default""#, "text", |row| &row.default);
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

/// Inserts a row, or updates the one that already has this `type`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_type<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(type)",
            &["type", "db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `self`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_self_<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(self)",
            &["self", "db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `rows`, `key`, `keys`, `copy`, `found`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_rows_and_key_and_keys_and_copy_and_found<'e>(
    db: impl PgExecutor<'e>,
    new: &NewType,
) -> BoxFuture<'e, Result<Type, TypeError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(rows, key, keys, copy, found)",
            &[
                "rows",
                "key",
                "keys",
                "copy",
                "found",
                "db",
                "new",
                "patch",
                "set",
                r#""row""#,
            ],
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
        to.set("rows", self.rows);
        to.set("key", self.key);
        to.set("keys", self.keys);
        to.set("copy", self.copy);
        to.set("found", self.found);
        to.set("version", self.version);
        to.set("type", self.r#type);
        to.set("self", self.self_);
        to.set(r#""default""#, &self.default);
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
    set.change("rows", &patch.rows);
    set.change("key", &patch.key);
    set.change("keys", &patch.keys);
    set.change("copy", &patch.copy);
    set.change("found", &patch.found);
    set.change("version", &patch.version);
    set.change("type", &patch.r#type);
    set.change("self", &patch.self_);
    set.change(r#""default""#, &patch.default);
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

/// Deletes the row with this `type`; gives whether there was one.
pub fn delete_by_type<'e>(
    db: impl PgExecutor<'e>,
    r#type: i32,
) -> BoxFuture<'e, Result<bool, TypeError>> {
    Query::new("DELETE FROM public.type WHERE type = $1::integer")
        .bind(r#type)
        .affects(db)
}

/// Deletes the row with this `self`; gives whether there was one.
pub fn delete_by_self_<'e>(
    db: impl PgExecutor<'e>,
    self_: i32,
) -> BoxFuture<'e, Result<bool, TypeError>> {
    Query::new("DELETE FROM public.type WHERE self = $1::integer")
        .bind(self_)
        .affects(db)
}

/// Deletes the row with this `rows`, `key`, `keys`, `copy`, `found`; gives whether there was one.
pub fn delete_by_rows_and_key_and_keys_and_copy_and_found<'e>(
    db: impl PgExecutor<'e>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> BoxFuture<'e, Result<bool, TypeError>> {
    Query::new(concat!(
        "DELETE FROM public.type WHERE rows = $1::integer AND key = $2::integer AND ",
        "keys = $3::integer AND copy = $4::integer AND found = $5::integer",
    ))
    .bind(rows_value)
    .bind(key_value)
    .bind(keys_value)
    .bind(copy_value)
    .bind(found_value)
    .affects(db)
}
