// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CacheEntryError;
use super::super::models::{CacheEntry, CacheEntryPatch, NewCacheEntry};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!(
            "id, configuration_id, cache_key, value, value_hash, size_bytes, status, ",
            "dependency_keys, invalidation_tags, hit_count, last_hit_at, created_at, ",
            "updated_at, expires_at",
        )
    };
}

const TABLE: &str = "public.cache_entries";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CacheEntry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `configuration_id`, `cache_key`.
pub async fn get_by_configuration_id_and_cache_key(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    cache_key: &str,
) -> Result<Option<CacheEntry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE configuration_id = $1::uuid AND cache_key = $2::character varying",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.cache_entries WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `configuration_id`, `cache_key`.
pub async fn exists_by_configuration_id_and_cache_key(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    cache_key: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_entries WHERE configuration_id = ",
        "$1::uuid AND cache_key = $2::character varying)",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, CacheEntry>, sqlx::Error> {
    let rows: Vec<CacheEntry> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> Result<Option<CacheEntry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> Result<Option<CacheEntry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `configuration_id`, by primary key.
pub async fn list_by_configuration_id(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
) -> Result<Vec<CacheEntry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> Result<HashMap<Uuid, Vec<CacheEntry>>, sqlx::Error> {
    let rows: Vec<CacheEntry> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CacheEntry>> = HashMap::new();
    for row in rows {
        found.entry(row.configuration_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.cache_entries` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.cache_entries")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CacheEntry, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCacheEntry,
) -> Result<CacheEntry, CacheEntryError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCacheEntry],
) -> Result<Vec<CacheEntry>, CacheEntryError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "configuration_id",
        "uuid",
        new.iter().map(|row| &row.configuration_id),
    )?;
    rows.column("cache_key", "character varying", new.iter().map(|row| &row.cache_key))?;
    rows.column("value", "bytea", new.iter().map(|row| &row.value))?;
    rows.or_default(
        "status",
        "public.cache_entry_status_enum",
        "('valid')",
        new.iter().map(|row| &row.status),
    )?;
    rows.list_or_default(
        "dependency_keys",
        "text",
        "('{}')",
        new.iter().map(|row| &row.dependency_keys),
    )?;
    rows.list_or_default(
        "invalidation_tags",
        "text",
        "('{}')",
        new.iter().map(|row| &row.invalidation_tags),
    )?;
    rows.or_default("hit_count", "bigint", "(0)", new.iter().map(|row| &row.hit_count))?;
    rows.column(
        "last_hit_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_hit_at),
    )?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.updated_at),
    )?;
    rows.or_default(
        "expires_at",
        "timestamp with time zone",
        "('infinity')",
        new.iter().map(|row| &row.expires_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCacheEntry],
) -> Result<u64, CacheEntryError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let element_2 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 7], Vec<&NewCacheEntry>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.status.is_default(),
            !row.dependency_keys.is_default(),
            !row.invalidation_tags.is_default(),
            !row.hit_count.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
            !row.expires_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "configuration_id", "cache_key", "value", "last_hit_at"
        ];
        if given[0] {
            columns.push("status");
        }
        if given[1] {
            columns.push("dependency_keys");
        }
        if given[2] {
            columns.push("invalidation_tags");
        }
        if given[3] {
            columns.push("hit_count");
        }
        if given[4] {
            columns.push("created_at");
        }
        if given[5] {
            columns.push("updated_at");
        }
        if given[6] {
            columns.push("expires_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.configuration_id)?;
            copy.value(&row.cache_key)?;
            copy.value(&row.value)?;
            copy.value(row.last_hit_at)?;
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dependency_keys.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.invalidation_tags.value() {
                copy.array(value, element_2)?;
            }
            if let Some(value) = row.hit_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.updated_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.expires_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `configuration_id`, `cache_key` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_configuration_id_and_cache_key(
    db: impl PgExecutor<'_>,
    new: &NewCacheEntry,
) -> Result<CacheEntry, CacheEntryError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(configuration_id, cache_key)",
            &["configuration_id", "cache_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCacheEntry) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("configuration_id", new.configuration_id)?;
    set.set("cache_key", &new.cache_key)?;
    set.set("value", &new.value)?;
    set.or_default("status", &new.status)?;
    set.or_default("dependency_keys", &new.dependency_keys)?;
    set.or_default("invalidation_tags", &new.invalidation_tags)?;
    set.or_default("hit_count", &new.hit_count)?;
    set.set("last_hit_at", new.last_hit_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    set.or_default("expires_at", &new.expires_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &CacheEntryPatch,
) -> Result<Option<CacheEntry>, CacheEntryError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CacheEntryPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("configuration_id", patch.configuration_id)?;
    set.given("cache_key", patch.cache_key.as_ref())?;
    set.given("value", patch.value.as_ref())?;
    set.given("status", patch.status)?;
    set.given("dependency_keys", patch.dependency_keys.as_ref())?;
    set.given("invalidation_tags", patch.invalidation_tags.as_ref())?;
    set.given("hit_count", patch.hit_count)?;
    set.change("last_hit_at", &patch.last_hit_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    set.given("expires_at", patch.expires_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, CacheEntryError> {
    let done = sqlx::query("DELETE FROM public.cache_entries WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `configuration_id`, `cache_key`; whether there was one.
pub async fn delete_by_configuration_id_and_cache_key(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    cache_key: &str,
) -> Result<bool, CacheEntryError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.cache_entries WHERE configuration_id = $1::uuid AND ",
        "cache_key = $2::character varying",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
