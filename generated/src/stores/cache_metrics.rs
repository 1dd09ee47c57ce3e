// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CacheMetricError;
use super::super::models::{CacheMetric, CacheMetricPatch, NewCacheMetric};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> BoxFuture<'e, Result<Option<CacheMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid AND period_start = $2::timestamp with ",
        "time zone",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_optional(db)
}

/// Whether there is a row with this `configuration_id`, `period_start`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_metrics WHERE configuration_id = ",
        "$1::uuid AND period_start = $2::timestamp with time zone)",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .fetch_value(db)
}

/// The rows with these values of `configuration_id`, `period_start`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, DateTime<Utc>)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, DateTime<Utc>), CacheMetric>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE (configuration_id, period_start) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::timestamp with time zone[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.configuration_id, row.period_start)))
}

/// The row with this `configuration_id`, `period_start`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> BoxFuture<'e, Result<Option<CacheMetric>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The row with this `configuration_id`, `period_start`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> BoxFuture<'e, Result<Option<CacheMetric>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// All rows with this `configuration_id`, by primary key.
pub fn list_by_configuration_id<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CacheMetric>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = $1::uuid",
        " ORDER BY configuration_id, period_start",
    ))
    .bind(configuration_id)
    .fetch_all(db)
}

/// The rows with each of these values of `configuration_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_configuration_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CacheMetric>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY configuration_id, period_start",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.configuration_id))
}

/// How many rows `public.cache_metrics` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.cache_metrics").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CacheMetric, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_metrics",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheMetric,
) -> BoxFuture<'e, Result<CacheMetric, CacheMetricError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCacheMetric],
) -> BoxFuture<'e, Result<Vec<CacheMetric>, CacheMetricError>> {
    let mut rows = Rows::new(new);
    rows.column("configuration_id", "uuid", |row| &row.configuration_id);
    rows.column("period_start", "timestamp with time zone", |row| &row.period_start);
    rows.column("period_end", "timestamp with time zone", |row| &row.period_end);
    rows.or_default("hits", "bigint", "(0)", |row| &row.hits);
    rows.or_default("misses", "bigint", "(0)", |row| &row.misses);
    rows.or_default("evictions", "bigint", "(0)", |row| &row.evictions);
    rows.or_default("expirations", "bigint", "(0)", |row| &row.expirations);
    rows.or_default("invalidations", "bigint", "(0)", |row| &row.invalidations);
    rows.column("entry_count", "integer", |row| &row.entry_count);
    rows.column("used_bytes", "bigint", |row| &row.used_bytes);
    rows.column("max_bytes", "bigint", |row| &row.max_bytes);
    rows.column("average_read_ms", "numeric", |row| &row.average_read_ms);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCacheMetric],
) -> BoxFuture<'e, Result<u64, CacheMetricError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `configuration_id`, `period_start`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheMetric,
) -> BoxFuture<'e, Result<CacheMetric, CacheMetricError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(configuration_id, period_start)",
            &["configuration_id", "period_start"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCacheMetric {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("configuration_id", self.configuration_id);
        to.set("period_start", self.period_start);
        to.set("period_end", self.period_end);
        to.or_default("hits", &self.hits);
        to.or_default("misses", &self.misses);
        to.or_default("evictions", &self.evictions);
        to.or_default("expirations", &self.expirations);
        to.or_default("invalidations", &self.invalidations);
        to.set("entry_count", self.entry_count);
        to.set("used_bytes", self.used_bytes);
        to.set("max_bytes", self.max_bytes);
        to.set("average_read_ms", self.average_read_ms);
    }
}

/// Writes what the patch sets to the row with this `configuration_id`, `period_start`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
    patch: &CacheMetricPatch,
) -> BoxFuture<'e, Result<Option<CacheMetric>, CacheMetricError>> {
    changes(patch)
        .key("configuration_id", "uuid", configuration_id)
        .key("period_start", "timestamp with time zone", period_start)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CacheMetricPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("period_end", patch.period_end);
    set.given("hits", patch.hits);
    set.given("misses", patch.misses);
    set.given("evictions", patch.evictions);
    set.given("expirations", patch.expirations);
    set.given("invalidations", patch.invalidations);
    set.given("entry_count", patch.entry_count);
    set.given("used_bytes", patch.used_bytes);
    set.given("max_bytes", patch.max_bytes);
    set.change("average_read_ms", &patch.average_read_ms);
    set
}

/// Deletes the row with this `configuration_id`, `period_start`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    period_start: DateTime<Utc>,
) -> BoxFuture<'e, Result<bool, CacheMetricError>> {
    Query::new(concat!(
        "DELETE FROM public.cache_metrics WHERE configuration_id = $1::uuid AND ",
        "period_start = $2::timestamp with time zone",
    ))
    .bind(configuration_id)
    .bind(period_start)
    .affects(db)
}
