// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CacheInvalidationError;
use super::super::models::{
    CacheInvalidation, CacheInvalidationPatch, NewCacheInvalidation,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
    Query::new(
        "SELECT EXISTS (SELECT FROM public.cache_invalidations WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> BoxFuture<'e, Result<Option<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `configuration_id`, by primary key.
pub fn list_by_configuration_id<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CacheInvalidation>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.configuration_id))
}

/// All rows with this `depends_on_id`, by primary key.
pub fn list_by_depends_on_id<'e>(
    db: impl PgExecutor<'e>,
    depends_on_id: i64,
) -> BoxFuture<'e, Result<Vec<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE depends_on_id = $1::bigint",
        " ORDER BY id",
    ))
    .bind(depends_on_id)
    .fetch_all(db)
}

/// The rows with each of these values of `depends_on_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_depends_on_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Vec<CacheInvalidation>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE depends_on_id = ANY($1::bigint[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.depends_on_id)
}

/// All rows with this `requested_by`, by primary key.
pub fn list_by_requested_by<'e>(
    db: impl PgExecutor<'e>,
    requested_by: Uuid,
) -> BoxFuture<'e, Result<Vec<CacheInvalidation>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE requested_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(requested_by)
    .fetch_all(db)
}

/// The rows with each of these values of `requested_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_requested_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CacheInvalidation>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
        " WHERE requested_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.requested_by)
}

/// How many rows `public.cache_invalidations` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.cache_invalidations").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CacheInvalidation, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_invalidations",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheInvalidation,
) -> BoxFuture<'e, Result<CacheInvalidation, CacheInvalidationError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCacheInvalidation],
) -> BoxFuture<'e, Result<Vec<CacheInvalidation>, CacheInvalidationError>> {
    let mut rows = Rows::new(new);
    rows.column("configuration_id", "uuid", |row| &row.configuration_id);
    rows.column("kind", "public.cache_invalidation_kind_enum", |row| &row.kind);
    rows.column("target", "character varying", |row| &row.target);
    rows.or_default(
        "status",
        "public.cache_invalidation_status_enum",
        "('pending')",
        |row| &row.status,
    );
    rows.or_default("priority", "smallint", "(5)", |row| &row.priority);
    rows.column("depends_on_id", "bigint", |row| &row.depends_on_id);
    rows.or_default("retry_count", "integer", "(0)", |row| &row.retry_count);
    rows.or_default("max_retries", "integer", "(3)", |row| &row.max_retries);
    rows.or_default(
        "scheduled_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.scheduled_at,
    );
    rows.column("reason", "text", |row| &row.reason);
    rows.column("requested_by", "uuid", |row| &row.requested_by);
    rows.column("last_error", "text", |row| &row.last_error);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.column("finished_at", "timestamp with time zone", |row| &row.finished_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCacheInvalidation],
) -> BoxFuture<'e, Result<u64, CacheInvalidationError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewCacheInvalidation {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("configuration_id", self.configuration_id);
        to.set("kind", self.kind);
        to.set("target", &self.target);
        to.or_default("status", &self.status);
        to.or_default("priority", &self.priority);
        to.set("depends_on_id", self.depends_on_id);
        to.or_default("retry_count", &self.retry_count);
        to.or_default("max_retries", &self.max_retries);
        to.or_default("scheduled_at", &self.scheduled_at);
        to.set("reason", &self.reason);
        to.set("requested_by", self.requested_by);
        to.set("last_error", &self.last_error);
        to.or_default("created_at", &self.created_at);
        to.set("finished_at", self.finished_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &CacheInvalidationPatch,
) -> BoxFuture<'e, Result<Option<CacheInvalidation>, CacheInvalidationError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CacheInvalidationPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("configuration_id", patch.configuration_id);
    set.given("kind", patch.kind);
    set.change("target", &patch.target);
    set.given("status", patch.status);
    set.given("priority", patch.priority);
    set.change("depends_on_id", &patch.depends_on_id);
    set.given("retry_count", patch.retry_count);
    set.given("max_retries", patch.max_retries);
    set.given("scheduled_at", patch.scheduled_at);
    set.change("reason", &patch.reason);
    set.change("requested_by", &patch.requested_by);
    set.change("last_error", &patch.last_error);
    set.given("created_at", patch.created_at);
    set.change("finished_at", &patch.finished_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, CacheInvalidationError>> {
    Query::new(
        "DELETE FROM public.cache_invalidations WHERE id = $1::bigint",
    )
    .bind(id)
    .affects(db)
}
