// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::ConfigLockKeyError;
use super::super::models::{ConfigLockKey, ConfigLockKeyPatch, NewConfigLockKey};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "lock_key, last_token"
    };
}

const TABLE: &str = "public.config_lock_keys";
const COLUMNS: &str = columns!();

/// The row with this `lock_key`.
pub async fn get(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<Option<ConfigLockKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
    ))
    .bind(lock_key)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `lock_key`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.config_lock_keys WHERE lock_key = ",
        "$1::character varying)",
    ))
    .bind(lock_key)
    .fetch_one(db)
    .await
}

/// The rows with these values of `lock_key`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[String],
) -> Result<HashMap<String, ConfigLockKey>, sqlx::Error> {
    let rows: Vec<ConfigLockKey> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = ANY($1::character varying[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.lock_key.clone(), row)).collect())
}

/// The row with this `lock_key`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<Option<ConfigLockKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
        " FOR UPDATE",
    ))
    .bind(lock_key)
    .fetch_optional(db)
    .await
}

/// The row with this `lock_key`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<Option<ConfigLockKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(lock_key)
    .fetch_optional(db)
    .await
}

/// How many rows `public.config_lock_keys` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.config_lock_keys")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ConfigLockKey, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewConfigLockKey,
) -> Result<ConfigLockKey, ConfigLockKeyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewConfigLockKey],
) -> Result<Vec<ConfigLockKey>, ConfigLockKeyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("lock_key", "character varying", new.iter().map(|row| &row.lock_key))?;
    rows.or_default(
        "last_token",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.last_token),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewConfigLockKey],
) -> Result<u64, ConfigLockKeyError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewConfigLockKey>> = BTreeMap::new();
    for row in new {
        let given = [!row.last_token.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["lock_key"];
        if given[0] {
            columns.push("last_token");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.lock_key)?;
            if let Some(value) = row.last_token.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `lock_key` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewConfigLockKey,
) -> Result<ConfigLockKey, ConfigLockKeyError> {
    let row = assignments(new)?
        .upsert(TABLE, "(lock_key)", &["lock_key"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewConfigLockKey) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("lock_key", &new.lock_key)?;
    set.or_default("last_token", &new.last_token)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `lock_key`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    lock_key: &str,
    patch: &ConfigLockKeyPatch,
) -> Result<Option<ConfigLockKey>, ConfigLockKeyError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, lock_key).await?);
    }
    let key_0 = set.argument(lock_key)?;
    let condition = format!("lock_key = {key_0}::character varying");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ConfigLockKeyPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("last_token", patch.last_token)?;
    Ok(set)
}

/// Deletes the row with this `lock_key`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<bool, ConfigLockKeyError> {
    let done = sqlx::query(
        "DELETE FROM public.config_lock_keys WHERE lock_key = $1::character varying",
    )
    .bind(lock_key)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
