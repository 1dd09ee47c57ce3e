// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::ConfigLockError;
use super::super::models::{ConfigLock, ConfigLockPatch, NewConfigLock};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, lock_key, lock_mode, owner_name, owner_user_id, purpose, fencing_token, ",
            "acquired_at, heartbeat_at, expires_at, released_at",
        )
    };
}

const TABLE: &str = "public.config_locks";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `lock_key`, of those where `lock_mode = 'exclusive' AND released_at IS NULL`.
pub fn get_by_lock_key<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<Option<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = $1::character varying AND (lock_mode = 'exclusive' AND ",
        "released_at IS NULL)",
    ))
    .bind(lock_key)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.config_locks WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `lock_key`, of those where `lock_mode = 'exclusive' AND released_at IS NULL`.
pub fn exists_by_lock_key<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.config_locks WHERE lock_key = ",
        "$1::character varying AND (lock_mode = 'exclusive' AND released_at IS NULL))",
    ))
    .bind(lock_key)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `lock_key`, by primary key.
pub fn list_by_lock_key<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<Vec<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = $1::character varying",
        " ORDER BY id",
    ))
    .bind(lock_key)
    .fetch_all(db)
}

/// The rows with each of these values of `lock_key`, in one statement; a value that no row has is not in the map.
pub fn list_by_lock_keys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[String],
) -> BoxFuture<'e, Result<HashMap<String, Vec<ConfigLock>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = ANY($1::character varying[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.lock_key.clone()))
}

/// All rows with this `owner_user_id`, by primary key.
pub fn list_by_owner_user_id<'e>(
    db: impl PgExecutor<'e>,
    owner_user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<ConfigLock>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE owner_user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(owner_user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `owner_user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_owner_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ConfigLock>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE owner_user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.owner_user_id)
}

/// How many rows `public.config_locks` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.config_locks").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ConfigLock, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigLock,
) -> BoxFuture<'e, Result<ConfigLock, ConfigLockError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewConfigLock],
) -> BoxFuture<'e, Result<Vec<ConfigLock>, ConfigLockError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("lock_key", "character varying", |row| &row.lock_key);
    rows.column("lock_mode", "public.config_lock_mode_enum", |row| &row.lock_mode);
    rows.column("owner_name", "character varying", |row| &row.owner_name);
    rows.column("owner_user_id", "uuid", |row| &row.owner_user_id);
    rows.column("purpose", "text", |row| &row.purpose);
    rows.or_default("fencing_token", "bigint", "(0)", |row| &row.fencing_token);
    rows.or_default(
        "acquired_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        |row| &row.acquired_at,
    );
    rows.or_default(
        "heartbeat_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        |row| &row.heartbeat_at,
    );
    rows.column("expires_at", "timestamp with time zone", |row| &row.expires_at);
    rows.column("released_at", "timestamp with time zone", |row| &row.released_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewConfigLock],
) -> BoxFuture<'e, Result<u64, ConfigLockError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigLock,
) -> BoxFuture<'e, Result<ConfigLock, ConfigLockError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `lock_key`, of those where `lock_mode = 'exclusive' AND released_at IS NULL`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_lock_key<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigLock,
) -> BoxFuture<'e, Result<ConfigLock, ConfigLockError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(lock_key) WHERE lock_mode = 'exclusive' AND released_at IS NULL",
            &["lock_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewConfigLock {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("lock_key", &self.lock_key);
        to.set("lock_mode", self.lock_mode);
        to.set("owner_name", &self.owner_name);
        to.set("owner_user_id", self.owner_user_id);
        to.set("purpose", &self.purpose);
        to.or_default("fencing_token", &self.fencing_token);
        to.or_default("acquired_at", &self.acquired_at);
        to.or_default("heartbeat_at", &self.heartbeat_at);
        to.set("expires_at", self.expires_at);
        to.set("released_at", self.released_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ConfigLockPatch,
) -> BoxFuture<'e, Result<Option<ConfigLock>, ConfigLockError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ConfigLockPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("lock_key", patch.lock_key.as_ref());
    set.given("lock_mode", patch.lock_mode);
    set.given("owner_name", patch.owner_name.as_ref());
    set.change("owner_user_id", &patch.owner_user_id);
    set.change("purpose", &patch.purpose);
    set.given("fencing_token", patch.fencing_token);
    set.given("acquired_at", patch.acquired_at);
    set.given("heartbeat_at", patch.heartbeat_at);
    set.given("expires_at", patch.expires_at);
    set.change("released_at", &patch.released_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ConfigLockError>> {
    Query::new("DELETE FROM public.config_locks WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `lock_key`, of those where `lock_mode = 'exclusive' AND released_at IS NULL`; gives whether there was one.
pub fn delete_by_lock_key<'e>(
    db: impl PgExecutor<'e>,
    lock_key: &str,
) -> BoxFuture<'e, Result<bool, ConfigLockError>> {
    Query::new(concat!(
        "DELETE FROM public.config_locks WHERE lock_key = $1::character varying AND ",
        "(lock_mode = 'exclusive' AND released_at IS NULL)",
    ))
    .bind(lock_key)
    .affects(db)
}
