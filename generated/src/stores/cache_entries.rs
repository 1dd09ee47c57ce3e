// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CacheEntryError;
use super::super::models::{CacheEntry, CacheEntryPatch, NewCacheEntry};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `configuration_id`, `cache_key`.
pub fn get_by_configuration_id_and_cache_key<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    cache_key: &str,
) -> BoxFuture<'e, Result<Option<CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE configuration_id = $1::uuid AND cache_key = $2::character varying",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.cache_entries WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `configuration_id`, `cache_key`.
pub fn exists_by_configuration_id_and_cache_key<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    cache_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_entries WHERE configuration_id = ",
        "$1::uuid AND cache_key = $2::character varying)",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> BoxFuture<'e, Result<Option<CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> BoxFuture<'e, Result<Vec<CacheEntry>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CacheEntry>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
        " WHERE configuration_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.configuration_id))
}

/// How many rows `public.cache_entries` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.cache_entries").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CacheEntry, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_entries",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheEntry,
) -> BoxFuture<'e, Result<CacheEntry, CacheEntryError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCacheEntry],
) -> BoxFuture<'e, Result<Vec<CacheEntry>, CacheEntryError>> {
    let mut rows = Rows::new(new);
    rows.column("configuration_id", "uuid", |row| &row.configuration_id);
    rows.column("cache_key", "character varying", |row| &row.cache_key);
    rows.column("value", "bytea", |row| &row.value);
    rows.or_default(
        "status",
        "public.cache_entry_status_enum",
        "('valid')",
        |row| &row.status,
    );
    rows.list_or_default("dependency_keys", "text", "('{}')", |row| &row.dependency_keys);
    rows.list_or_default(
        "invalidation_tags",
        "text",
        "('{}')",
        |row| &row.invalidation_tags,
    );
    rows.or_default("hit_count", "bigint", "(0)", |row| &row.hit_count);
    rows.column("last_hit_at", "timestamp with time zone", |row| &row.last_hit_at);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.updated_at,
    );
    rows.or_default(
        "expires_at",
        "timestamp with time zone",
        "('infinity')",
        |row| &row.expires_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCacheEntry],
) -> BoxFuture<'e, Result<u64, CacheEntryError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `configuration_id`, `cache_key`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_configuration_id_and_cache_key<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheEntry,
) -> BoxFuture<'e, Result<CacheEntry, CacheEntryError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(configuration_id, cache_key)",
            &["configuration_id", "cache_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCacheEntry {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("configuration_id", self.configuration_id);
        to.set("cache_key", &self.cache_key);
        to.set("value", &self.value);
        to.or_default("status", &self.status);
        to.column("dependency_keys", Form::List("text"), self.dependency_keys.value());
        to.column(
            "invalidation_tags",
            Form::List("text"),
            self.invalidation_tags.value(),
        );
        to.or_default("hit_count", &self.hit_count);
        to.set("last_hit_at", self.last_hit_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
        to.or_default("expires_at", &self.expires_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &CacheEntryPatch,
) -> BoxFuture<'e, Result<Option<CacheEntry>, CacheEntryError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CacheEntryPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("configuration_id", patch.configuration_id);
    set.given("cache_key", patch.cache_key.as_ref());
    set.given("value", patch.value.as_ref());
    set.given("status", patch.status);
    set.given("dependency_keys", patch.dependency_keys.as_ref());
    set.given("invalidation_tags", patch.invalidation_tags.as_ref());
    set.given("hit_count", patch.hit_count);
    set.change("last_hit_at", &patch.last_hit_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set.given("expires_at", patch.expires_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, CacheEntryError>> {
    Query::new("DELETE FROM public.cache_entries WHERE id = $1::bigint")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `configuration_id`, `cache_key`; gives whether there was one.
pub fn delete_by_configuration_id_and_cache_key<'e>(
    db: impl PgExecutor<'e>,
    configuration_id: Uuid,
    cache_key: &str,
) -> BoxFuture<'e, Result<bool, CacheEntryError>> {
    Query::new(concat!(
        "DELETE FROM public.cache_entries WHERE configuration_id = $1::uuid AND ",
        "cache_key = $2::character varying",
    ))
    .bind(configuration_id)
    .bind(cache_key)
    .affects(db)
}
