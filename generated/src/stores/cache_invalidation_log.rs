// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CacheInvalidationLogError;
use super::super::models::{
    CacheInvalidationLog, CacheInvalidationLogPatch, NewCacheInvalidationLog,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_invalidation_log WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `invalidation_id`, by primary key.
pub fn list_by_invalidation_id<'e>(
    db: impl PgExecutor<'e>,
    invalidation_id: i64,
) -> BoxFuture<'e, Result<Vec<CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE invalidation_id = $1::bigint",
        " ORDER BY id",
    ))
    .bind(invalidation_id)
    .fetch_all(db)
}

/// The rows with each of these values of `invalidation_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_invalidation_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Vec<CacheInvalidationLog>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE invalidation_id = ANY($1::bigint[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.invalidation_id)
}

/// All rows with this `configuration_id`, by primary key.
pub fn list_by_configuration_id<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CacheInvalidationLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE configuration_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(configuration_id)
    .fetch_all(db)
}

/// The rows with each of these values of `configuration_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_configuration_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CacheInvalidationLog>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.configuration_id))
}

/// How many rows `public.cache_invalidation_log` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.cache_invalidation_log").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CacheInvalidationLog, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidation_log",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheInvalidationLog,
) -> BoxFuture<'e, Result<CacheInvalidationLog, CacheInvalidationLogError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCacheInvalidationLog],
) -> BoxFuture<'e, Result<Vec<CacheInvalidationLog>, CacheInvalidationLogError>> {
    let mut rows = Rows::new(new);
    rows.column("invalidation_id", "bigint", |row| &row.invalidation_id);
    rows.column("configuration_id", "uuid", |row| &row.configuration_id);
    rows.column("kind", "public.cache_invalidation_kind_enum", |row| &row.kind);
    rows.column("target", "character varying", |row| &row.target);
    rows.or_default("entries_removed", "integer", "(0)", |row| &row.entries_removed);
    rows.or_default("duration_ms", "numeric", "(0)", |row| &row.duration_ms);
    rows.column("error", "text", |row| &row.error);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCacheInvalidationLog],
) -> BoxFuture<'e, Result<u64, CacheInvalidationLogError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewCacheInvalidationLog {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("invalidation_id", self.invalidation_id);
        to.set("configuration_id", self.configuration_id);
        to.set("kind", self.kind);
        to.set("target", &self.target);
        to.or_default("entries_removed", &self.entries_removed);
        to.or_default("duration_ms", &self.duration_ms);
        to.set("error", &self.error);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &CacheInvalidationLogPatch,
) -> BoxFuture<'e, Result<Option<CacheInvalidationLog>, CacheInvalidationLogError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CacheInvalidationLogPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("invalidation_id", &patch.invalidation_id);
    set.given("configuration_id", patch.configuration_id);
    set.given("kind", patch.kind);
    set.change("target", &patch.target);
    set.given("entries_removed", patch.entries_removed);
    set.given("duration_ms", patch.duration_ms);
    set.change("error", &patch.error);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, CacheInvalidationLogError>> {
    Query::new(
        "DELETE FROM public.cache_invalidation_log WHERE id = $1::bigint",
    )
    .bind(id)
    .affects(db)
}
