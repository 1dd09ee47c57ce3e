// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::enums::ProxyProtocolEnum;
use super::super::errors::ProxyError;
use super::super::models::{NewProxy, Proxy, ProxyPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, name, description, protocol, host, port, username, credential_hash, ",
            "exit_address, country_code, is_enabled, health, last_checked_at, latency_ms, ",
            "success_count, failure_count, consecutive_failures, last_error, created_by, ",
            "created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.proxies";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `host`, `port`, `protocol`, `username`.
pub fn get_by_host_and_port_and_protocol_and_username<'e>(
    db: impl PgExecutor<'e>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> BoxFuture<'e, Result<Option<Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE host = $1::character varying AND port = $2::integer AND protocol = ",
        "$3::public.proxy_protocol_enum AND username = $4::character varying",
    ))
    .bind(host)
    .bind(port)
    .bind(protocol)
    .bind(username)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.proxies WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `host`, `port`, `protocol`, `username`.
pub fn exists_by_host_and_port_and_protocol_and_username<'e>(
    db: impl PgExecutor<'e>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.proxies WHERE host = $1::character varying ",
        "AND port = $2::integer AND protocol = $3::public.proxy_protocol_enum AND ",
        "username = $4::character varying)",
    ))
    .bind(host)
    .bind(port)
    .bind(protocol)
    .bind(username)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
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
) -> BoxFuture<'e, Result<Option<Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
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
) -> BoxFuture<'e, Result<Vec<Proxy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<Proxy>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE created_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.created_by)
}

/// How many rows `public.proxies` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.proxies").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Proxy, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxy,
) -> BoxFuture<'e, Result<Proxy, ProxyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewProxy],
) -> BoxFuture<'e, Result<Vec<Proxy>, ProxyError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("name", "character varying", |row| &row.name);
    rows.column("description", "text", |row| &row.description);
    rows.column("protocol", "public.proxy_protocol_enum", |row| &row.protocol);
    rows.column("host", "character varying", |row| &row.host);
    rows.column("port", "integer", |row| &row.port);
    rows.or_default("username", "character varying", "('')", |row| &row.username);
    rows.column("credential_hash", "character varying", |row| &row.credential_hash);
    rows.column("exit_address", "inet", |row| &row.exit_address);
    rows.column("country_code", "bpchar", |row| &row.country_code);
    rows.or_default("is_enabled", "boolean", "(true)", |row| &row.is_enabled);
    rows.or_default(
        "health",
        "public.proxy_health_enum",
        "('unknown')",
        |row| &row.health,
    );
    rows.column(
        "last_checked_at",
        "timestamp with time zone",
        |row| &row.last_checked_at,
    );
    rows.column("latency_ms", "integer", |row| &row.latency_ms);
    rows.or_default("success_count", "bigint", "(0)", |row| &row.success_count);
    rows.or_default("failure_count", "bigint", "(0)", |row| &row.failure_count);
    rows.or_default(
        "consecutive_failures",
        "integer",
        "(0)",
        |row| &row.consecutive_failures,
    );
    rows.column("last_error", "text", |row| &row.last_error);
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
    new: &'e [NewProxy],
) -> BoxFuture<'e, Result<u64, ProxyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxy,
) -> BoxFuture<'e, Result<Proxy, ProxyError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `host`, `port`, `protocol`, `username`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_host_and_port_and_protocol_and_username<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxy,
) -> BoxFuture<'e, Result<Proxy, ProxyError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(host, port, protocol, username)",
            &["host", "port", "protocol", "username", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewProxy {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("name", &self.name);
        to.set("description", &self.description);
        to.set("protocol", self.protocol);
        to.set("host", &self.host);
        to.set("port", self.port);
        to.or_default("username", &self.username);
        to.set("credential_hash", &self.credential_hash);
        to.set("exit_address", self.exit_address);
        to.set("country_code", &self.country_code);
        to.or_default("is_enabled", &self.is_enabled);
        to.or_default("health", &self.health);
        to.set("last_checked_at", self.last_checked_at);
        to.set("latency_ms", self.latency_ms);
        to.or_default("success_count", &self.success_count);
        to.or_default("failure_count", &self.failure_count);
        to.or_default("consecutive_failures", &self.consecutive_failures);
        to.set("last_error", &self.last_error);
        to.set("created_by", self.created_by);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ProxyPatch,
) -> BoxFuture<'e, Result<Option<Proxy>, ProxyError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ProxyPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref());
    set.change("description", &patch.description);
    set.given("protocol", patch.protocol);
    set.given("host", patch.host.as_ref());
    set.given("port", patch.port);
    set.given("username", patch.username.as_ref());
    set.change("credential_hash", &patch.credential_hash);
    set.change("exit_address", &patch.exit_address);
    set.change("country_code", &patch.country_code);
    set.given("is_enabled", patch.is_enabled);
    set.given("health", patch.health);
    set.change("last_checked_at", &patch.last_checked_at);
    set.change("latency_ms", &patch.latency_ms);
    set.given("success_count", patch.success_count);
    set.given("failure_count", patch.failure_count);
    set.given("consecutive_failures", patch.consecutive_failures);
    set.change("last_error", &patch.last_error);
    set.change("created_by", &patch.created_by);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ProxyError>> {
    Query::new("DELETE FROM public.proxies WHERE id = $1::uuid").bind(id).affects(db)
}

/// Deletes the row with this `host`, `port`, `protocol`, `username`; gives whether there was one.
pub fn delete_by_host_and_port_and_protocol_and_username<'e>(
    db: impl PgExecutor<'e>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> BoxFuture<'e, Result<bool, ProxyError>> {
    Query::new(concat!(
        "DELETE FROM public.proxies WHERE host = $1::character varying AND port = ",
        "$2::integer AND protocol = $3::public.proxy_protocol_enum AND username = ",
        "$4::character varying",
    ))
    .bind(host)
    .bind(port)
    .bind(protocol)
    .bind(username)
    .affects(db)
}
