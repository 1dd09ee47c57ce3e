// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CacheMetricError;
use super::super::models::{CacheMetric, CacheMetricPatch, NewCacheMetric};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "configuration_id, period_start, period_end, hits, misses, evictions, ",
            "expirations, invalidations, entry_count, used_bytes, max_bytes, ",
            "average_read_ms, hit_ratio",
        )
    };
}

const TABLE: &str = "public.cache_metrics";
const COLUMNS: &str = columns!();

/// The row with this `configuration_id`, `period_start`.
pub async fn get(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> Result<Option<CacheMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid AND period_start = $2::timestamp with ",
        "time zone",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `configuration_id`, `period_start`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_metrics WHERE configuration_id = ",
        "$1::uuid AND period_start = $2::timestamp with time zone)",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_one(db)
    .await
}

/// The rows with these values of `configuration_id`, `period_start`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, DateTime<Utc>)],
) -> Result<HashMap<(Uuid, DateTime<Utc>), CacheMetric>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<CacheMetric> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.cache_metrics",
                " WHERE (configuration_id, period_start) IN (SELECT * FROM UNNEST($1::uuid[], ",
                "$2::timestamp with time zone[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| ((row.configuration_id, row.period_start), row))
            .collect(),
    )
}

/// The row with this `configuration_id`, `period_start`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> Result<Option<CacheMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid AND period_start = $2::timestamp with ",
        "time zone",
        " FOR UPDATE",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_optional(db)
    .await
}

/// The row with this `configuration_id`, `period_start`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> Result<Option<CacheMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid AND period_start = $2::timestamp with ",
        "time zone",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_optional(db)
    .await
}

/// All rows with this `configuration_id`, by primary key.
pub async fn list_by_configuration_id(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
) -> Result<Vec<CacheMetric>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid",
        " ORDER BY configuration_id, period_start",
    ))
    .bind(configuration_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `configuration_id`, by value, in one statement.
pub async fn list_by_configuration_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CacheMetric>>, sqlx::Error> {
    let rows: Vec<CacheMetric> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY configuration_id, period_start",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CacheMetric>> = HashMap::new();
    for row in rows {
        found.entry(row.configuration_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.cache_metrics` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.cache_metrics")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CacheMetric, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCacheMetric,
) -> Result<CacheMetric, CacheMetricError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCacheMetric],
) -> Result<Vec<CacheMetric>, CacheMetricError> {
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
        "period_start",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_start),
    )?;
    rows.column(
        "period_end",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_end),
    )?;
    rows.or_default("hits", "bigint", "(0)", new.iter().map(|row| &row.hits))?;
    rows.or_default("misses", "bigint", "(0)", new.iter().map(|row| &row.misses))?;
    rows.or_default("evictions", "bigint", "(0)", new.iter().map(|row| &row.evictions))?;
    rows.or_default(
        "expirations",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.expirations),
    )?;
    rows.or_default(
        "invalidations",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.invalidations),
    )?;
    rows.column("entry_count", "integer", new.iter().map(|row| &row.entry_count))?;
    rows.column("used_bytes", "bigint", new.iter().map(|row| &row.used_bytes))?;
    rows.column("max_bytes", "bigint", new.iter().map(|row| &row.max_bytes))?;
    rows.column(
        "average_read_ms",
        "numeric",
        new.iter().map(|row| &row.average_read_ms),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCacheMetric],
) -> Result<u64, CacheMetricError> {
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewCacheMetric>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.hits.is_default(),
            !row.misses.is_default(),
            !row.evictions.is_default(),
            !row.expirations.is_default(),
            !row.invalidations.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "configuration_id", "period_start", "period_end", "entry_count",
            "used_bytes", "max_bytes", "average_read_ms"
        ];
        if given[0] {
            columns.push("hits");
        }
        if given[1] {
            columns.push("misses");
        }
        if given[2] {
            columns.push("evictions");
        }
        if given[3] {
            columns.push("expirations");
        }
        if given[4] {
            columns.push("invalidations");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.configuration_id)?;
            copy.value(row.period_start)?;
            copy.value(row.period_end)?;
            copy.value(row.entry_count)?;
            copy.value(row.used_bytes)?;
            copy.value(row.max_bytes)?;
            copy.value(row.average_read_ms)?;
            if let Some(value) = row.hits.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.misses.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.evictions.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.expirations.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.invalidations.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `configuration_id`, `period_start` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewCacheMetric,
) -> Result<CacheMetric, CacheMetricError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(configuration_id, period_start)",
            &["configuration_id", "period_start"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCacheMetric) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("configuration_id", new.configuration_id)?;
    set.set("period_start", new.period_start)?;
    set.set("period_end", new.period_end)?;
    set.or_default("hits", &new.hits)?;
    set.or_default("misses", &new.misses)?;
    set.or_default("evictions", &new.evictions)?;
    set.or_default("expirations", &new.expirations)?;
    set.or_default("invalidations", &new.invalidations)?;
    set.set("entry_count", new.entry_count)?;
    set.set("used_bytes", new.used_bytes)?;
    set.set("max_bytes", new.max_bytes)?;
    set.set("average_read_ms", new.average_read_ms)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `configuration_id`, `period_start`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
    patch: &CacheMetricPatch,
) -> Result<Option<CacheMetric>, CacheMetricError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, configuration_id, period_start).await?);
    }
    let key_0 = set.argument(configuration_id)?;
    let key_1 = set.argument(period_start)?;
    let condition = format!(
        "configuration_id = {key_0}::uuid AND period_start = {key_1}::timestamp with time zone"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CacheMetricPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("period_end", patch.period_end)?;
    set.given("hits", patch.hits)?;
    set.given("misses", patch.misses)?;
    set.given("evictions", patch.evictions)?;
    set.given("expirations", patch.expirations)?;
    set.given("invalidations", patch.invalidations)?;
    set.given("entry_count", patch.entry_count)?;
    set.given("used_bytes", patch.used_bytes)?;
    set.given("max_bytes", patch.max_bytes)?;
    set.change("average_read_ms", &patch.average_read_ms)?;
    Ok(set)
}

/// Deletes the row with this `configuration_id`, `period_start`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> Result<bool, CacheMetricError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.cache_metrics WHERE configuration_id = $1::uuid AND ",
        "period_start = $2::timestamp with time zone",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
