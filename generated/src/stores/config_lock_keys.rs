// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ConfigLockKeyError;
use super::super::models::{ConfigLockKey, ConfigLockKeyPatch, NewConfigLockKey};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "lock_key, last_token"
    };
}

const TABLE: &str = "public.config_lock_keys";
const COLUMNS: &str = columns!();

/// The row with this `lock_key`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<Option<ConfigLockKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
    ))
    .bind(lock_key)
    .fetch_optional(db)
}

/// Whether there is a row with this `lock_key`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.config_lock_keys WHERE lock_key = ",
        "$1::character varying)",
    ))
    .bind(lock_key)
    .fetch_value(db)
}

/// The rows with these values of `lock_key`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[String],
) -> BoxFuture<'e, Result<HashMap<String, ConfigLockKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = ANY($1::character varying[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.lock_key.clone()))
}

/// The row with this `lock_key`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<Option<ConfigLockKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
        " FOR UPDATE",
    ))
    .bind(lock_key)
    .fetch_optional(db)
}

/// The row with this `lock_key`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<Option<ConfigLockKey>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
        " WHERE lock_key = $1::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(lock_key)
    .fetch_optional(db)
}

/// How many rows `public.config_lock_keys` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.config_lock_keys").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ConfigLockKey, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_lock_keys",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigLockKey,
) -> BoxFuture<'e, Result<ConfigLockKey, ConfigLockKeyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewConfigLockKey],
) -> BoxFuture<'e, Result<Vec<ConfigLockKey>, ConfigLockKeyError>> {
    let mut rows = Rows::new(new);
    rows.column("lock_key", "character varying", |row| &row.lock_key);
    rows.or_default("last_token", "bigint", "(0)", |row| &row.last_token);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewConfigLockKey],
) -> BoxFuture<'e, Result<u64, ConfigLockKeyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `lock_key`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigLockKey,
) -> BoxFuture<'e, Result<ConfigLockKey, ConfigLockKeyError>> {
    Assignments::of(new)
        .upsert(TABLE, "(lock_key)", &["lock_key"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewConfigLockKey {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("lock_key", &self.lock_key);
        to.or_default("last_token", &self.last_token);
    }
}

/// Writes what the patch sets to the row with this `lock_key`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
    patch: &ConfigLockKeyPatch,
) -> BoxFuture<'e, Result<Option<ConfigLockKey>, ConfigLockKeyError>> {
    changes(patch)
        .key("lock_key", "character varying", lock_key)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ConfigLockKeyPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("last_token", patch.last_token);
    set
}

/// Deletes the row with this `lock_key`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<bool, ConfigLockKeyError>> {
    Query::new(
        "DELETE FROM public.config_lock_keys WHERE lock_key = $1::character varying",
    )
    .bind(lock_key)
    .affects(db)
}
