// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CacheInvalidationError;
use super::super::models::{
    CacheInvalidation, CacheInvalidationPatch, NewCacheInvalidation,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, configuration_id, kind, target, status, priority, depends_on_id, ",
            "retry_count, max_retries, scheduled_at, reason, requested_by, last_error, ",
            "created_at, finished_at",
        )
    };
}

const TABLE: &str = "public.cache_invalidations";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.cache_invalidations WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, CacheInvalidation>, sqlx::Error> {
    let rows: Vec<CacheInvalidation> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> Result<Option<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> Result<Option<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> Result<Vec<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> Result<HashMap<Uuid, Vec<CacheInvalidation>>, sqlx::Error> {
    let rows: Vec<CacheInvalidation> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CacheInvalidation>> = HashMap::new();
    for row in rows {
        found.entry(row.configuration_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `depends_on_id`, by primary key.
pub async fn list_by_depends_on_id(
    db: impl PgExecutor<'_>,
    depends_on_id: i64,
) -> Result<Vec<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE depends_on_id = $1::bigint",
        " ORDER BY id",
    ))
    .bind(depends_on_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `depends_on_id`, by value, in one statement.
pub async fn list_by_depends_on_ids(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Vec<CacheInvalidation>>, sqlx::Error> {
    let rows: Vec<CacheInvalidation> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE depends_on_id = ANY($1::bigint[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i64, Vec<CacheInvalidation>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.depends_on_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `requested_by`, by primary key.
pub async fn list_by_requested_by(
    db: impl PgExecutor<'_>,
    requested_by: Uuid,
) -> Result<Vec<CacheInvalidation>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE requested_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(requested_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `requested_by`, by value, in one statement.
pub async fn list_by_requested_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CacheInvalidation>>, sqlx::Error> {
    let rows: Vec<CacheInvalidation> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE requested_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CacheInvalidation>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.requested_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.cache_invalidations` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.cache_invalidations")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CacheInvalidation, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCacheInvalidation,
) -> Result<CacheInvalidation, CacheInvalidationError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCacheInvalidation],
) -> Result<Vec<CacheInvalidation>, CacheInvalidationError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
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
        "status",
        "public.cache_invalidation_status_enum",
        "('pending')",
        new.iter().map(|row| &row.status),
    )?;
    rows.or_default("priority", "smallint", "(5)", new.iter().map(|row| &row.priority))?;
    rows.column("depends_on_id", "bigint", new.iter().map(|row| &row.depends_on_id))?;
    rows.or_default(
        "retry_count",
        "integer",
        "(0)",
        new.iter().map(|row| &row.retry_count),
    )?;
    rows.or_default(
        "max_retries",
        "integer",
        "(3)",
        new.iter().map(|row| &row.max_retries),
    )?;
    rows.or_default(
        "scheduled_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.scheduled_at),
    )?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.column("requested_by", "uuid", new.iter().map(|row| &row.requested_by))?;
    rows.column("last_error", "text", new.iter().map(|row| &row.last_error))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.column(
        "finished_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.finished_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCacheInvalidation],
) -> Result<u64, CacheInvalidationError> {
    let mut kinds: BTreeMap<[bool; 6], Vec<&NewCacheInvalidation>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.status.is_default(),
            !row.priority.is_default(),
            !row.retry_count.is_default(),
            !row.max_retries.is_default(),
            !row.scheduled_at.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "configuration_id", "kind", "target", "depends_on_id", "reason",
            "requested_by", "last_error", "finished_at"
        ];
        if given[0] {
            columns.push("status");
        }
        if given[1] {
            columns.push("priority");
        }
        if given[2] {
            columns.push("retry_count");
        }
        if given[3] {
            columns.push("max_retries");
        }
        if given[4] {
            columns.push("scheduled_at");
        }
        if given[5] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.configuration_id)?;
            copy.value(row.kind)?;
            copy.value(&row.target)?;
            copy.value(row.depends_on_id)?;
            copy.value(&row.reason)?;
            copy.value(row.requested_by)?;
            copy.value(&row.last_error)?;
            copy.value(row.finished_at)?;
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.priority.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.retry_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.max_retries.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.scheduled_at.value() {
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

fn assignments(new: &NewCacheInvalidation) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("configuration_id", new.configuration_id)?;
    set.set("kind", new.kind)?;
    set.set("target", &new.target)?;
    set.or_default("status", &new.status)?;
    set.or_default("priority", &new.priority)?;
    set.set("depends_on_id", new.depends_on_id)?;
    set.or_default("retry_count", &new.retry_count)?;
    set.or_default("max_retries", &new.max_retries)?;
    set.or_default("scheduled_at", &new.scheduled_at)?;
    set.set("reason", &new.reason)?;
    set.set("requested_by", new.requested_by)?;
    set.set("last_error", &new.last_error)?;
    set.or_default("created_at", &new.created_at)?;
    set.set("finished_at", new.finished_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &CacheInvalidationPatch,
) -> Result<Option<CacheInvalidation>, CacheInvalidationError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CacheInvalidationPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("configuration_id", patch.configuration_id)?;
    set.given("kind", patch.kind)?;
    set.change("target", &patch.target)?;
    set.given("status", patch.status)?;
    set.given("priority", patch.priority)?;
    set.change("depends_on_id", &patch.depends_on_id)?;
    set.given("retry_count", patch.retry_count)?;
    set.given("max_retries", patch.max_retries)?;
    set.given("scheduled_at", patch.scheduled_at)?;
    set.change("reason", &patch.reason)?;
    set.change("requested_by", &patch.requested_by)?;
    set.change("last_error", &patch.last_error)?;
    set.given("created_at", patch.created_at)?;
    set.change("finished_at", &patch.finished_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<bool, CacheInvalidationError> {
    let done = sqlx::query(
        "DELETE FROM public.cache_invalidations WHERE id = $1::bigint",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
