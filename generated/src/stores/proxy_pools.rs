// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::ProxyPoolError;
use super::super::models::{NewProxyPool, ProxyPool, ProxyPoolPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, name, description, strategy, is_enabled, health_check_enabled, ",
            "health_check_url, health_check_interval_seconds, health_check_timeout_seconds, ",
            "max_consecutive_failures, created_by, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.proxy_pools";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `name`.
pub fn get_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<Option<ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
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
        "SELECT EXISTS (SELECT FROM public.proxy_pools WHERE id = $1::uuid)",
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
        "SELECT EXISTS (SELECT FROM public.proxy_pools WHERE name = $1::character ",
        "varying)",
    ))
    .bind(name)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
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
) -> BoxFuture<'e, Result<Option<ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `created_by`, by primary key.
pub fn list_by_created_by<'e>(
    db: impl PgExecutor<'e>,
    created_by: Uuid,
) -> BoxFuture<'e, Result<Vec<ProxyPool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
        " WHERE created_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(created_by)
    .fetch_all(db)
}

/// The rows with each of these values of `created_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_created_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ProxyPool>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
        " WHERE created_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.created_by)
}

/// How many rows `public.proxy_pools` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.proxy_pools").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ProxyPool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pools",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxyPool,
) -> BoxFuture<'e, Result<ProxyPool, ProxyPoolError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewProxyPool],
) -> BoxFuture<'e, Result<Vec<ProxyPool>, ProxyPoolError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("name", "character varying", |row| &row.name);
    rows.column("description", "text", |row| &row.description);
    rows.or_default(
        "strategy",
        "public.rotation_strategy_enum",
        "('round_robin')",
        |row| &row.strategy,
    );
    rows.or_default("is_enabled", "boolean", "(true)", |row| &row.is_enabled);
    rows.or_default(
        "health_check_enabled",
        "boolean",
        "(true)",
        |row| &row.health_check_enabled,
    );
    rows.column("health_check_url", "character varying", |row| &row.health_check_url);
    rows.or_default(
        "health_check_interval_seconds",
        "integer",
        "(60)",
        |row| &row.health_check_interval_seconds,
    );
    rows.or_default(
        "health_check_timeout_seconds",
        "integer",
        "(10)",
        |row| &row.health_check_timeout_seconds,
    );
    rows.or_default(
        "max_consecutive_failures",
        "integer",
        "(3)",
        |row| &row.max_consecutive_failures,
    );
    rows.column("created_by", "uuid", |row| &row.created_by);
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
    new: &'e [NewProxyPool],
) -> BoxFuture<'e, Result<u64, ProxyPoolError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxyPool,
) -> BoxFuture<'e, Result<ProxyPool, ProxyPoolError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `name`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_name<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxyPool,
) -> BoxFuture<'e, Result<ProxyPool, ProxyPoolError>> {
    Assignments::of(new)
        .upsert(TABLE, "(name)", &["name", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewProxyPool {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("name", &self.name);
        to.set("description", &self.description);
        to.or_default("strategy", &self.strategy);
        to.or_default("is_enabled", &self.is_enabled);
        to.or_default("health_check_enabled", &self.health_check_enabled);
        to.set("health_check_url", &self.health_check_url);
        to.or_default(
            "health_check_interval_seconds",
            &self.health_check_interval_seconds,
        );
        to.or_default("health_check_timeout_seconds", &self.health_check_timeout_seconds);
        to.or_default("max_consecutive_failures", &self.max_consecutive_failures);
        to.set("created_by", self.created_by);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ProxyPoolPatch,
) -> BoxFuture<'e, Result<Option<ProxyPool>, ProxyPoolError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ProxyPoolPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref());
    set.change("description", &patch.description);
    set.given("strategy", patch.strategy);
    set.given("is_enabled", patch.is_enabled);
    set.given("health_check_enabled", patch.health_check_enabled);
    set.change("health_check_url", &patch.health_check_url);
    set.given("health_check_interval_seconds", patch.health_check_interval_seconds);
    set.given("health_check_timeout_seconds", patch.health_check_timeout_seconds);
    set.given("max_consecutive_failures", patch.max_consecutive_failures);
    set.change("created_by", &patch.created_by);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ProxyPoolError>> {
    Query::new("DELETE FROM public.proxy_pools WHERE id = $1::uuid").bind(id).affects(db)
}

/// Deletes the row with this `name`; gives whether there was one.
pub fn delete_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<bool, ProxyPoolError>> {
    Query::new(
        "DELETE FROM public.proxy_pools WHERE name = $1::character varying",
    )
    .bind(name)
    .affects(db)
}
