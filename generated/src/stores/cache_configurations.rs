// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CacheConfigurationError;
use super::super::models::{
    CacheConfiguration, CacheConfigurationPatch, NewCacheConfiguration,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, name, cache_type, strategy, is_enabled, max_entries, max_size_bytes, ",
            "default_ttl_seconds, max_ttl_seconds, settings, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.cache_configurations";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CacheConfiguration>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `name`.
pub fn get_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<Option<CacheConfiguration>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
        " WHERE name = $1::character varying",
    ))
    .bind(name)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.cache_configurations WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `name`.
pub fn exists_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.cache_configurations WHERE name = ",
        "$1::character varying)",
    ))
    .bind(name)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CacheConfiguration>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CacheConfiguration>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
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
) -> BoxFuture<'e, Result<Option<CacheConfiguration>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.cache_configurations` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.cache_configurations").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CacheConfiguration, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.cache_configurations",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheConfiguration,
) -> BoxFuture<'e, Result<CacheConfiguration, CacheConfigurationError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCacheConfiguration],
) -> BoxFuture<'e, Result<Vec<CacheConfiguration>, CacheConfigurationError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("name", "character varying", |row| &row.name);
    rows.column("cache_type", "public.cache_type_enum", |row| &row.cache_type);
    rows.or_default(
        "strategy",
        "public.cache_strategy_enum",
        "('lru')",
        |row| &row.strategy,
    );
    rows.or_default("is_enabled", "boolean", "(true)", |row| &row.is_enabled);
    rows.or_default("max_entries", "integer", "(10000)", |row| &row.max_entries);
    rows.or_default("max_size_bytes", "bigint", "(67108864)", |row| &row.max_size_bytes);
    rows.or_default(
        "default_ttl_seconds",
        "integer",
        "(300)",
        |row| &row.default_ttl_seconds,
    );
    rows.or_default("max_ttl_seconds", "integer", "(3600)", |row| &row.max_ttl_seconds);
    rows.or_default("settings", "jsonb", "('{}')", |row| &row.settings);
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
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCacheConfiguration],
) -> BoxFuture<'e, Result<u64, CacheConfigurationError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheConfiguration,
) -> BoxFuture<'e, Result<CacheConfiguration, CacheConfigurationError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `name`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_name<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCacheConfiguration,
) -> BoxFuture<'e, Result<CacheConfiguration, CacheConfigurationError>> {
    Assignments::of(new)
        .upsert(TABLE, "(name)", &["name", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCacheConfiguration {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("name", &self.name);
        to.set("cache_type", self.cache_type);
        to.or_default("strategy", &self.strategy);
        to.or_default("is_enabled", &self.is_enabled);
        to.or_default("max_entries", &self.max_entries);
        to.or_default("max_size_bytes", &self.max_size_bytes);
        to.or_default("default_ttl_seconds", &self.default_ttl_seconds);
        to.or_default("max_ttl_seconds", &self.max_ttl_seconds);
        to.or_default("settings", &self.settings);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CacheConfigurationPatch,
) -> BoxFuture<'e, Result<Option<CacheConfiguration>, CacheConfigurationError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CacheConfigurationPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref());
    set.given("cache_type", patch.cache_type);
    set.given("strategy", patch.strategy);
    set.given("is_enabled", patch.is_enabled);
    set.given("max_entries", patch.max_entries);
    set.given("max_size_bytes", patch.max_size_bytes);
    set.given("default_ttl_seconds", patch.default_ttl_seconds);
    set.given("max_ttl_seconds", patch.max_ttl_seconds);
    set.given("settings", patch.settings.as_ref());
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CacheConfigurationError>> {
    Query::new(
        "DELETE FROM public.cache_configurations WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `name`; gives whether there was one.
pub fn delete_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<bool, CacheConfigurationError>> {
    Query::new(
        "DELETE FROM public.cache_configurations WHERE name = $1::character varying",
    )
    .bind(name)
    .affects(db)
}
