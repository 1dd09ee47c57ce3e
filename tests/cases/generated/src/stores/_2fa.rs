// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::_2fa2Error;
use super::super::models::{New2fa2, _2fa2, _2fa2Patch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        r#""1st", "Größe", "用户", "a b", a_b"#
    };
}

const TABLE: &str = "public.\"2fa\"";
const COLUMNS: &str = columns!();

/// The row with this `1st`.
pub async fn get(
    db: impl PgExecutor<'_>,
    _1st: i32,
) -> Result<Option<_2fa2>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
    ))
    .bind(_1st)
    .fetch_optional(db)
    .await
}

/// The row with this `Größe`.
pub async fn get_by_gr_f6_df_e(
    db: impl PgExecutor<'_>,
    größe: i32,
) -> Result<Option<_2fa2>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "Größe" = $1::integer"#,
    ))
    .bind(größe)
    .fetch_optional(db)
    .await
}

/// The row with this `用户`.
pub async fn get_by_7528_6237(
    db: impl PgExecutor<'_>,
    用户: &str,
) -> Result<Option<_2fa2>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "用户" = $1::text"#,
    ))
    .bind(用户)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `1st`.
pub async fn exists(db: impl PgExecutor<'_>, _1st: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        r#"SELECT EXISTS (SELECT FROM public."2fa" WHERE "1st" = $1::integer)"#,
    )
    .bind(_1st)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `Größe`.
pub async fn exists_by_gr_f6_df_e(
    db: impl PgExecutor<'_>,
    größe: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        r#"SELECT EXISTS (SELECT FROM public."2fa" WHERE "Größe" = $1::integer)"#,
    )
    .bind(größe)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `用户`.
pub async fn exists_by_7528_6237(
    db: impl PgExecutor<'_>,
    用户: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        r#"SELECT EXISTS (SELECT FROM public."2fa" WHERE "用户" = $1::text)"#,
    )
    .bind(用户)
    .fetch_one(db)
    .await
}

/// The rows with these values of `1st`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, _2fa2>, sqlx::Error> {
    let rows: Vec<_2fa2> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = ANY($1::integer[])"#,
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row._1st, row)).collect())
}

/// The row with this `1st`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    _1st: i32,
) -> Result<Option<_2fa2>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
        " FOR UPDATE",
    ))
    .bind(_1st)
    .fetch_optional(db)
    .await
}

/// The row with this `1st`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    _1st: i32,
) -> Result<Option<_2fa2>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
        r#" WHERE "1st" = $1::integer"#,
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(_1st)
    .fetch_optional(db)
    .await
}

/// How many rows `public."2fa"` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(r#"SELECT count(*) FROM public."2fa""#)
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<_2fa2, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        r#" FROM public."2fa""#,
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &New2fa2,
) -> Result<_2fa2, _2fa2Error> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[New2fa2],
) -> Result<Vec<_2fa2>, _2fa2Error> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(r#""1st""#, "integer", new.iter().map(|row| &row._1st))?;
    rows.column(r#""Größe""#, "integer", new.iter().map(|row| &row.größe))?;
    rows.column(r#""用户""#, "text", new.iter().map(|row| &row.用户))?;
    rows.column(r#""a b""#, "text", new.iter().map(|row| &row.a_b_2))?;
    rows.column("a_b", "text", new.iter().map(|row| &row.a_b))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[New2fa2]) -> Result<u64, _2fa2Error> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &[r#""1st""#, r#""Größe""#, r#""用户""#, r#""a b""#, "a_b"],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row._1st)?;
        copy.value(row.größe)?;
        copy.value(&row.用户)?;
        copy.value(&row.a_b_2)?;
        copy.value(&row.a_b)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `1st` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &New2fa2,
) -> Result<_2fa2, _2fa2Error> {
    let row = assignments(new)?
        .upsert(TABLE, r#"("1st")"#, &[r#""1st""#], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `Größe` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_gr_f6_df_e(
    db: impl PgExecutor<'_>,
    new: &New2fa2,
) -> Result<_2fa2, _2fa2Error> {
    let row = assignments(new)?
        .upsert(TABLE, r#"("Größe")"#, &[r#""Größe""#, r#""1st""#], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `用户` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_7528_6237(
    db: impl PgExecutor<'_>,
    new: &New2fa2,
) -> Result<_2fa2, _2fa2Error> {
    let row = assignments(new)?
        .upsert(TABLE, r#"("用户")"#, &[r#""用户""#, r#""1st""#], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &New2fa2) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set(r#""1st""#, new._1st)?;
    set.set(r#""Größe""#, new.größe)?;
    set.set(r#""用户""#, &new.用户)?;
    set.set(r#""a b""#, &new.a_b_2)?;
    set.set("a_b", &new.a_b)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `1st`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    _1st: i32,
    patch: &_2fa2Patch,
) -> Result<Option<_2fa2>, _2fa2Error> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, _1st).await?);
    }
    let key_0 = set.argument(_1st)?;
    let condition = format!(r#""1st" = {key_0}::integer"#);
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &_2fa2Patch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change(r#""Größe""#, &patch.größe)?;
    set.change(r#""用户""#, &patch.用户)?;
    set.change(r#""a b""#, &patch.a_b_2)?;
    set.change("a_b", &patch.a_b)?;
    Ok(set)
}

/// Deletes the row with this `1st`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, _1st: i32) -> Result<bool, _2fa2Error> {
    let done = sqlx::query(r#"DELETE FROM public."2fa" WHERE "1st" = $1::integer"#)
    .bind(_1st)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `Größe`; whether there was one.
pub async fn delete_by_gr_f6_df_e(
    db: impl PgExecutor<'_>,
    größe: i32,
) -> Result<bool, _2fa2Error> {
    let done = sqlx::query(r#"DELETE FROM public."2fa" WHERE "Größe" = $1::integer"#)
    .bind(größe)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `用户`; whether there was one.
pub async fn delete_by_7528_6237(
    db: impl PgExecutor<'_>,
    用户: &str,
) -> Result<bool, _2fa2Error> {
    let done = sqlx::query(r#"DELETE FROM public."2fa" WHERE "用户" = $1::text"#)
    .bind(用户)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
