// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CacheInvalidationLogError;
use super::super::models::{
    CacheInvalidationLog, CacheInvalidationLogPatch, NewCacheInvalidationLog,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, invalidation_id, configuration_id, kind, target, entries_removed, ",
            "duration_ms, error, created_at",
        )
    };
}

const TABLE: &str = "public.cache_invalidation_log";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CacheInvalidationLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_invalidation_log WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, CacheInvalidationLog>, sqlx::Error> {
    let rows: Vec<CacheInvalidationLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CacheInvalidationLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CacheInvalidationLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `invalidation_id`, by primary key.
pub async fn list_by_invalidation_id(
    db: impl PgExecutor<'_>,
    invalidation_id: i64,
) -> Result<Vec<CacheInvalidationLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE invalidation_id = $1::bigint",
        " ORDER BY id",
    ))
    .bind(invalidation_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `invalidation_id`, by value, in one statement.
pub async fn list_by_invalidation_ids(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Vec<CacheInvalidationLog>>, sqlx::Error> {
    let rows: Vec<CacheInvalidationLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE invalidation_id = ANY($1::bigint[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i64, Vec<CacheInvalidationLog>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.invalidation_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `configuration_id`, by primary key.
pub async fn list_by_configuration_id(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
) -> Result<Vec<CacheInvalidationLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE configuration_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(configuration_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `configuration_id`, by value, in one statement.
pub async fn list_by_configuration_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CacheInvalidationLog>>, sqlx::Error> {
    let rows: Vec<CacheInvalidationLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CacheInvalidationLog>> = HashMap::new();
    for row in rows {
        found.entry(row.configuration_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.cache_invalidation_log` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.cache_invalidation_log")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CacheInvalidationLog, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCacheInvalidationLog,
) -> Result<CacheInvalidationLog, CacheInvalidationLogError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCacheInvalidationLog],
) -> Result<Vec<CacheInvalidationLog>, CacheInvalidationLogError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "invalidation_id",
        "bigint",
        new.iter().map(|row| &row.invalidation_id),
    )?;
    rows.column(
        "configuration_id",
        "uuid",
        new.iter().map(|row| &row.configuration_id),
    )?;
    rows.column(
        "kind",
        "public.cache_invalidation_kind_enum",
        new.iter().map(|row| &row.kind),
    )?;
    rows.column("target", "character varying", new.iter().map(|row| &row.target))?;
    rows.or_default(
        "entries_removed",
        "integer",
        "(0)",
        new.iter().map(|row| &row.entries_removed),
    )?;
    rows.or_default(
        "duration_ms",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.duration_ms),
    )?;
    rows.column("error", "text", new.iter().map(|row| &row.error))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCacheInvalidationLog],
) -> Result<u64, CacheInvalidationLogError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewCacheInvalidationLog>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.entries_removed.is_default(),
            !row.duration_ms.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "invalidation_id", "configuration_id", "kind", "target", "error"
        ];
        if given[0] {
            columns.push("entries_removed");
        }
        if given[1] {
            columns.push("duration_ms");
        }
        if given[2] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.invalidation_id)?;
            copy.value(row.configuration_id)?;
            copy.value(row.kind)?;
            copy.value(&row.target)?;
            copy.value(&row.error)?;
            if let Some(value) = row.entries_removed.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.duration_ms.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewCacheInvalidationLog) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("invalidation_id", new.invalidation_id)?;
    set.set("configuration_id", new.configuration_id)?;
    set.set("kind", new.kind)?;
    set.set("target", &new.target)?;
    set.or_default("entries_removed", &new.entries_removed)?;
    set.or_default("duration_ms", &new.duration_ms)?;
    set.set("error", &new.error)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &CacheInvalidationLogPatch,
) -> Result<Option<CacheInvalidationLog>, CacheInvalidationLogError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CacheInvalidationLogPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("invalidation_id", &patch.invalidation_id)?;
    set.given("configuration_id", patch.configuration_id)?;
    set.given("kind", patch.kind)?;
    set.change("target", &patch.target)?;
    set.given("entries_removed", patch.entries_removed)?;
    set.given("duration_ms", patch.duration_ms)?;
    set.change("error", &patch.error)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<bool, CacheInvalidationLogError> {
    let done = sqlx::query(
        "DELETE FROM public.cache_invalidation_log WHERE id = $1::bigint",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
