// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::TypeError;
use super::super::models::{NewType, Type, TypePatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(r#"db, new, patch, set, "row", rows, key, keys, copy, found, version, type, self, "#,
        r#""default""#,)
    };
}

const TABLE: &str = "public.type";
const COLUMNS: &str = columns!();

/// The row with this `db`, `new`, `patch`, `set`, `row`.
pub async fn get(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// The row with this `type`.
pub async fn get_by_type(
    db: impl PgExecutor<'_>,
    r#type: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE type = $1::integer",
    ))
    .bind(r#type)
    .fetch_optional(db)
    .await
}

/// The row with this `self`.
pub async fn get_by_self_(
    db: impl PgExecutor<'_>,
    self_: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE self = $1::integer",
    ))
    .bind(self_)
    .fetch_optional(db)
    .await
}

/// The row with this `rows`, `key`, `keys`, `copy`, `found`.
pub async fn get_by_rows_and_key_and_keys_and_copy_and_found(
    db: impl PgExecutor<'_>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `db`, `new`, `patch`, `set`, `row`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.type WHERE db = $1::integer AND new = ",
        r#"$2::integer AND patch = $3::integer AND set = $4::integer AND "row" = "#,
        "$5::integer)",
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `type`.
pub async fn exists_by_type(
    db: impl PgExecutor<'_>,
    r#type: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.type WHERE type = $1::integer)",
    )
    .bind(r#type)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `self`.
pub async fn exists_by_self_(
    db: impl PgExecutor<'_>,
    self_: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.type WHERE self = $1::integer)",
    )
    .bind(self_)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `rows`, `key`, `keys`, `copy`, `found`.
pub async fn exists_by_rows_and_key_and_keys_and_copy_and_found(
    db: impl PgExecutor<'_>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.type WHERE rows = $1::integer AND key = ",
        "$2::integer AND keys = $3::integer AND copy = $4::integer AND found = ",
        "$5::integer)",
    ))
    .bind(rows_value)
    .bind(key_value)
    .bind(keys_value)
    .bind(copy_value)
    .bind(found_value)
    .fetch_one(db)
    .await
}

/// The rows with these values of `db`, `new`, `patch`, `set`, `row`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(i32, i32, i32, i32, i32)],
) -> Result<HashMap<(i32, i32, i32, i32, i32), Type>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    let keys_4: Vec<_> = keys.iter().map(|key| &key.4).collect();
    let rows: Vec<Type> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.type",
                r#" WHERE (db, new, patch, set, "row") IN (SELECT * FROM UNNEST($1::integer[], "#,
                "$2::integer[], $3::integer[], $4::integer[], $5::integer[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .bind(keys_2)
        .bind(keys_3)
        .bind(keys_4)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| ((row.db, row.new, row.patch, row.set, row.row), row))
            .collect(),
    )
}

/// The row with this `db`, `new`, `patch`, `set`, `row`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// The row with this `db`, `new`, `patch`, `set`, `row`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> Result<Option<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// All rows with this `version`, by primary key.
pub async fn list_by_version(
    db: impl PgExecutor<'_>,
    version_value: i32,
) -> Result<Vec<Type>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE version = $1::integer",
        r#" ORDER BY db, new, patch, set, "row""#,
    ))
    .bind(version_value)
    .fetch_all(db)
    .await
}

/// All rows with these values of `version`, by value, in one statement.
pub async fn list_by_versions(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Vec<Type>>, sqlx::Error> {
    let rows: Vec<Type> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
        " WHERE version = ANY($1::integer[])",
        r#" ORDER BY db, new, patch, set, "row""#,
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i32, Vec<Type>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.version {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.type` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.type")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Type, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.type",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewType) -> Result<Type, TypeError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewType],
) -> Result<Vec<Type>, TypeError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("db", "integer", new.iter().map(|row| &row.db))?;
    rows.column("new", "integer", new.iter().map(|row| &row.new))?;
    rows.column("patch", "integer", new.iter().map(|row| &row.patch))?;
    rows.column("set", "integer", new.iter().map(|row| &row.set))?;
    rows.column(r#""row""#, "integer", new.iter().map(|row| &row.row))?;
    rows.column("rows", "integer", new.iter().map(|row| &row.rows))?;
    rows.column("key", "integer", new.iter().map(|row| &row.key))?;
    rows.column("keys", "integer", new.iter().map(|row| &row.keys))?;
    rows.column("copy", "integer", new.iter().map(|row| &row.copy))?;
    rows.column("found", "integer", new.iter().map(|row| &row.found))?;
    rows.column("version", "integer", new.iter().map(|row| &row.version))?;
    rows.column("type", "integer", new.iter().map(|row| &row.r#type))?;
    rows.column("self", "integer", new.iter().map(|row| &row.self_))?;
    rows.column(r#""default""#, "text", new.iter().map(|row| &row.default))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewType]) -> Result<u64, TypeError> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &[
                "db",
                "new",
                "patch",
                "set",
                r#""row""#,
                "rows",
                "key",
                "keys",
                "copy",
                "found",
                "version",
                "type",
                "self",
                r#""default""#,
            ],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.db)?;
        copy.value(row.new)?;
        copy.value(row.patch)?;
        copy.value(row.set)?;
        copy.value(row.row)?;
        copy.value(row.rows)?;
        copy.value(row.key)?;
        copy.value(row.keys)?;
        copy.value(row.copy)?;
        copy.value(row.found)?;
        copy.value(row.version)?;
        copy.value(row.r#type)?;
        copy.value(row.self_)?;
        copy.value(&row.default)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `db`, `new`, `patch`, `set`, `row` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewType) -> Result<Type, TypeError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            r#"(db, new, patch, set, "row")"#,
            &["db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `type` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_type(
    db: impl PgExecutor<'_>,
    new: &NewType,
) -> Result<Type, TypeError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(type)",
            &["type", "db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `self` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_self_(
    db: impl PgExecutor<'_>,
    new: &NewType,
) -> Result<Type, TypeError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(self)",
            &["self", "db", "new", "patch", "set", r#""row""#],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `rows`, `key`, `keys`, `copy`, `found` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_rows_and_key_and_keys_and_copy_and_found(
    db: impl PgExecutor<'_>,
    new: &NewType,
) -> Result<Type, TypeError> {
    let row = assignments(new)?
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
        .await?;
    Ok(row)
}

fn assignments(new: &NewType) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("db", new.db)?;
    set.set("new", new.new)?;
    set.set("patch", new.patch)?;
    set.set("set", new.set)?;
    set.set(r#""row""#, new.row)?;
    set.set("rows", new.rows)?;
    set.set("key", new.key)?;
    set.set("keys", new.keys)?;
    set.set("copy", new.copy)?;
    set.set("found", new.found)?;
    set.set("version", new.version)?;
    set.set("type", new.r#type)?;
    set.set("self", new.self_)?;
    set.set(r#""default""#, &new.default)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `db`, `new`, `patch`, `set`, `row`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
    patch: &TypePatch,
) -> Result<Option<Type>, TypeError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(
            get(db, db_value, new_value, patch_value, set_value, row_value).await?,
        );
    }
    let key_0 = set.argument(db_value)?;
    let key_1 = set.argument(new_value)?;
    let key_2 = set.argument(patch_value)?;
    let key_3 = set.argument(set_value)?;
    let key_4 = set.argument(row_value)?;
    let condition = format!(
        r#"db = {key_0}::integer AND new = {key_1}::integer AND patch = {key_2}::integer AND set = {key_3}::integer AND "row" = {key_4}::integer"#
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &TypePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("rows", &patch.rows)?;
    set.change("key", &patch.key)?;
    set.change("keys", &patch.keys)?;
    set.change("copy", &patch.copy)?;
    set.change("found", &patch.found)?;
    set.change("version", &patch.version)?;
    set.change("type", &patch.r#type)?;
    set.change("self", &patch.self_)?;
    set.change(r#""default""#, &patch.default)?;
    Ok(set)
}

/// Deletes the row with this `db`, `new`, `patch`, `set`, `row`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    db_value: i32,
    new_value: i32,
    patch_value: i32,
    set_value: i32,
    row_value: i32,
) -> Result<bool, TypeError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.type WHERE db = $1::integer AND new = $2::integer AND ",
        r#"patch = $3::integer AND set = $4::integer AND "row" = $5::integer"#,
    ))
    .bind(db_value)
    .bind(new_value)
    .bind(patch_value)
    .bind(set_value)
    .bind(row_value)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `type`; whether there was one.
pub async fn delete_by_type(
    db: impl PgExecutor<'_>,
    r#type: i32,
) -> Result<bool, TypeError> {
    let done = sqlx::query("DELETE FROM public.type WHERE type = $1::integer")
    .bind(r#type)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `self`; whether there was one.
pub async fn delete_by_self_(
    db: impl PgExecutor<'_>,
    self_: i32,
) -> Result<bool, TypeError> {
    let done = sqlx::query("DELETE FROM public.type WHERE self = $1::integer")
    .bind(self_)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `rows`, `key`, `keys`, `copy`, `found`; whether there was one.
pub async fn delete_by_rows_and_key_and_keys_and_copy_and_found(
    db: impl PgExecutor<'_>,
    rows_value: i32,
    key_value: i32,
    keys_value: i32,
    copy_value: i32,
    found_value: i32,
) -> Result<bool, TypeError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.type WHERE rows = $1::integer AND key = $2::integer AND ",
        "keys = $3::integer AND copy = $4::integer AND found = $5::integer",
    ))
    .bind(rows_value)
    .bind(key_value)
    .bind(keys_value)
    .bind(copy_value)
    .bind(found_value)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
