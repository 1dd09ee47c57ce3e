// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::ConfigLockError;
use super::super::models::{ConfigLock, ConfigLockPatch, NewConfigLock};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, lock_key, lock_mode, owner_name, owner_user_id, purpose, fencing_token, ",
        "acquired_at, heartbeat_at, expires_at, released_at",)
    };
}

const TABLE: &str = "public.config_locks";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `lock_key`.
pub async fn get_by_lock_key(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<Option<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = $1::character varying AND (lock_mode = 'exclusive' AND ",
        "released_at IS NULL)",
    ))
    .bind(lock_key)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.config_locks WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `lock_key`.
pub async fn exists_by_lock_key(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.config_locks WHERE lock_key = ",
        "$1::character varying AND (lock_mode = 'exclusive' AND released_at IS NULL))",
    ))
    .bind(lock_key)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, ConfigLock>, sqlx::Error> {
    let rows: Vec<ConfigLock> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `lock_key`, by primary key.
pub async fn list_by_lock_key(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<Vec<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = $1::character varying",
        " ORDER BY id",
    ))
    .bind(lock_key)
    .fetch_all(db)
    .await
}

/// All rows with these values of `lock_key`, by value, in one statement.
pub async fn list_by_lock_keys(
    db: impl PgExecutor<'_>,
    keys: &[String],
) -> Result<HashMap<String, Vec<ConfigLock>>, sqlx::Error> {
    let rows: Vec<ConfigLock> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE lock_key = ANY($1::character varying[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<String, Vec<ConfigLock>> = HashMap::new();
    for row in rows {
        found.entry(row.lock_key.clone()).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `owner_user_id`, by primary key.
pub async fn list_by_owner_user_id(
    db: impl PgExecutor<'_>,
    owner_user_id: Uuid,
) -> Result<Vec<ConfigLock>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE owner_user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(owner_user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `owner_user_id`, by value, in one statement.
pub async fn list_by_owner_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ConfigLock>>, sqlx::Error> {
    let rows: Vec<ConfigLock> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
        " WHERE owner_user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ConfigLock>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.owner_user_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.config_locks` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.config_locks")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ConfigLock, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_locks",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewConfigLock,
) -> Result<ConfigLock, ConfigLockError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewConfigLock],
) -> Result<Vec<ConfigLock>, ConfigLockError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("lock_key", "character varying", new.iter().map(|row| &row.lock_key))?;
    rows.column(
        "lock_mode",
        "public.config_lock_mode_enum",
        new.iter().map(|row| &row.lock_mode),
    )?;
    rows.column(
        "owner_name",
        "character varying",
        new.iter().map(|row| &row.owner_name),
    )?;
    rows.column("owner_user_id", "uuid", new.iter().map(|row| &row.owner_user_id))?;
    rows.column("purpose", "text", new.iter().map(|row| &row.purpose))?;
    rows.or_default(
        "fencing_token",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.fencing_token),
    )?;
    rows.or_default(
        "acquired_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        new.iter().map(|row| &row.acquired_at),
    )?;
    rows.or_default(
        "heartbeat_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        new.iter().map(|row| &row.heartbeat_at),
    )?;
    rows.column(
        "expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.expires_at),
    )?;
    rows.column(
        "released_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.released_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewConfigLock],
) -> Result<u64, ConfigLockError> {
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewConfigLock>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.fencing_token.is_default(),
            !row.acquired_at.is_default(),
            !row.heartbeat_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "lock_key", "lock_mode", "owner_name", "owner_user_id", "purpose",
            "expires_at", "released_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("fencing_token");
        }
        if given[2] {
            columns.push("acquired_at");
        }
        if given[3] {
            columns.push("heartbeat_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.lock_key)?;
            copy.value(row.lock_mode)?;
            copy.value(&row.owner_name)?;
            copy.value(row.owner_user_id)?;
            copy.value(&row.purpose)?;
            copy.value(row.expires_at)?;
            copy.value(row.released_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.fencing_token.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.acquired_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.heartbeat_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewConfigLock,
) -> Result<ConfigLock, ConfigLockError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `lock_key` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_lock_key(
    db: impl PgExecutor<'_>,
    new: &NewConfigLock,
) -> Result<ConfigLock, ConfigLockError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(lock_key) WHERE lock_mode = 'exclusive' AND released_at IS NULL",
            &["lock_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewConfigLock) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("lock_key", &new.lock_key)?;
    set.set("lock_mode", new.lock_mode)?;
    set.set("owner_name", &new.owner_name)?;
    set.set("owner_user_id", new.owner_user_id)?;
    set.set("purpose", &new.purpose)?;
    set.or_default("fencing_token", &new.fencing_token)?;
    set.or_default("acquired_at", &new.acquired_at)?;
    set.or_default("heartbeat_at", &new.heartbeat_at)?;
    set.set("expires_at", new.expires_at)?;
    set.set("released_at", new.released_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &ConfigLockPatch,
) -> Result<Option<ConfigLock>, ConfigLockError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ConfigLockPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("lock_key", patch.lock_key.as_ref())?;
    set.given("lock_mode", patch.lock_mode)?;
    set.given("owner_name", patch.owner_name.as_ref())?;
    set.change("owner_user_id", &patch.owner_user_id)?;
    set.change("purpose", &patch.purpose)?;
    set.given("fencing_token", patch.fencing_token)?;
    set.given("acquired_at", patch.acquired_at)?;
    set.given("heartbeat_at", patch.heartbeat_at)?;
    set.given("expires_at", patch.expires_at)?;
    set.change("released_at", &patch.released_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, ConfigLockError> {
    let done = sqlx::query("DELETE FROM public.config_locks WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `lock_key`; whether there was one.
pub async fn delete_by_lock_key(
    db: impl PgExecutor<'_>,
    lock_key: &str,
) -> Result<bool, ConfigLockError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.config_locks WHERE lock_key = $1::character varying AND ",
        "(lock_mode = 'exclusive' AND released_at IS NULL)",
    ))
    .bind(lock_key)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
