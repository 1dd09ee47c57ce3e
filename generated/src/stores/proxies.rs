// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::ProxyProtocolEnum;
use super::super::errors::ProxyError;
use super::super::models::{NewProxy, Proxy, ProxyPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, name, description, protocol, host, port, username, credential_hash, ",
        "exit_address, country_code, is_enabled, health, last_checked_at, latency_ms, ",
        "success_count, failure_count, consecutive_failures, last_error, created_by, ",
        "created_at, updated_at",)
    };
}

const TABLE: &str = "public.proxies";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Proxy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `host`, `port`, `protocol`, `username`.
pub async fn get_by_host_and_port_and_protocol_and_username(
    db: impl PgExecutor<'_>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> Result<Option<Proxy>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.proxies WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `host`, `port`, `protocol`, `username`.
pub async fn exists_by_host_and_port_and_protocol_and_username(
    db: impl PgExecutor<'_>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.proxies WHERE host = $1::character varying ",
        "AND port = $2::integer AND protocol = $3::public.proxy_protocol_enum AND ",
        "username = $4::character varying)",
    ))
    .bind(host)
    .bind(port)
    .bind(protocol)
    .bind(username)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Proxy>, sqlx::Error> {
    let rows: Vec<Proxy> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Proxy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Proxy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `created_by`, by primary key.
pub async fn list_by_created_by(
    db: impl PgExecutor<'_>,
    created_by: Uuid,
) -> Result<Vec<Proxy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE created_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(created_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `created_by`, by value, in one statement.
pub async fn list_by_created_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Proxy>>, sqlx::Error> {
    let rows: Vec<Proxy> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
        " WHERE created_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Proxy>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.created_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.proxies` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.proxies")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Proxy, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxies",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewProxy,
) -> Result<Proxy, ProxyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewProxy],
) -> Result<Vec<Proxy>, ProxyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("name", "character varying", new.iter().map(|row| &row.name))?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.column(
        "protocol",
        "public.proxy_protocol_enum",
        new.iter().map(|row| &row.protocol),
    )?;
    rows.column("host", "character varying", new.iter().map(|row| &row.host))?;
    rows.column("port", "integer", new.iter().map(|row| &row.port))?;
    rows.or_default(
        "username",
        "character varying",
        "('')",
        new.iter().map(|row| &row.username),
    )?;
    rows.column(
        "credential_hash",
        "character varying",
        new.iter().map(|row| &row.credential_hash),
    )?;
    rows.column("exit_address", "inet", new.iter().map(|row| &row.exit_address))?;
    rows.column("country_code", "bpchar", new.iter().map(|row| &row.country_code))?;
    rows.or_default(
        "is_enabled",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_enabled),
    )?;
    rows.or_default(
        "health",
        "public.proxy_health_enum",
        "('unknown')",
        new.iter().map(|row| &row.health),
    )?;
    rows.column(
        "last_checked_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_checked_at),
    )?;
    rows.column("latency_ms", "integer", new.iter().map(|row| &row.latency_ms))?;
    rows.or_default(
        "success_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.success_count),
    )?;
    rows.or_default(
        "failure_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.failure_count),
    )?;
    rows.or_default(
        "consecutive_failures",
        "integer",
        "(0)",
        new.iter().map(|row| &row.consecutive_failures),
    )?;
    rows.column("last_error", "text", new.iter().map(|row| &row.last_error))?;
    rows.column("created_by", "uuid", new.iter().map(|row| &row.created_by))?;
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
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewProxy],
) -> Result<u64, ProxyError> {
    let mut kinds: BTreeMap<[bool; 9], Vec<&NewProxy>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.username.is_default(),
            !row.is_enabled.is_default(),
            !row.health.is_default(),
            !row.success_count.is_default(),
            !row.failure_count.is_default(),
            !row.consecutive_failures.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "name", "description", "protocol", "host", "port", "credential_hash",
            "exit_address", "country_code", "last_checked_at", "latency_ms",
            "last_error", "created_by"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("username");
        }
        if given[2] {
            columns.push("is_enabled");
        }
        if given[3] {
            columns.push("health");
        }
        if given[4] {
            columns.push("success_count");
        }
        if given[5] {
            columns.push("failure_count");
        }
        if given[6] {
            columns.push("consecutive_failures");
        }
        if given[7] {
            columns.push("created_at");
        }
        if given[8] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.name)?;
            copy.value(&row.description)?;
            copy.value(row.protocol)?;
            copy.value(&row.host)?;
            copy.value(row.port)?;
            copy.value(&row.credential_hash)?;
            copy.value(row.exit_address)?;
            copy.value(&row.country_code)?;
            copy.value(row.last_checked_at)?;
            copy.value(row.latency_ms)?;
            copy.value(&row.last_error)?;
            copy.value(row.created_by)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.username.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_enabled.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.health.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.success_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.failure_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.consecutive_failures.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.updated_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewProxy,
) -> Result<Proxy, ProxyError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `host`, `port`, `protocol`, `username` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_host_and_port_and_protocol_and_username(
    db: impl PgExecutor<'_>,
    new: &NewProxy,
) -> Result<Proxy, ProxyError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(host, port, protocol, username)",
            &["host", "port", "protocol", "username", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewProxy) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("name", &new.name)?;
    set.set("description", &new.description)?;
    set.set("protocol", new.protocol)?;
    set.set("host", &new.host)?;
    set.set("port", new.port)?;
    set.or_default("username", &new.username)?;
    set.set("credential_hash", &new.credential_hash)?;
    set.set("exit_address", new.exit_address)?;
    set.set("country_code", &new.country_code)?;
    set.or_default("is_enabled", &new.is_enabled)?;
    set.or_default("health", &new.health)?;
    set.set("last_checked_at", new.last_checked_at)?;
    set.set("latency_ms", new.latency_ms)?;
    set.or_default("success_count", &new.success_count)?;
    set.or_default("failure_count", &new.failure_count)?;
    set.or_default("consecutive_failures", &new.consecutive_failures)?;
    set.set("last_error", &new.last_error)?;
    set.set("created_by", new.created_by)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &ProxyPatch,
) -> Result<Option<Proxy>, ProxyError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ProxyPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref())?;
    set.change("description", &patch.description)?;
    set.given("protocol", patch.protocol)?;
    set.given("host", patch.host.as_ref())?;
    set.given("port", patch.port)?;
    set.given("username", patch.username.as_ref())?;
    set.change("credential_hash", &patch.credential_hash)?;
    set.change("exit_address", &patch.exit_address)?;
    set.change("country_code", &patch.country_code)?;
    set.given("is_enabled", patch.is_enabled)?;
    set.given("health", patch.health)?;
    set.change("last_checked_at", &patch.last_checked_at)?;
    set.change("latency_ms", &patch.latency_ms)?;
    set.given("success_count", patch.success_count)?;
    set.given("failure_count", patch.failure_count)?;
    set.given("consecutive_failures", patch.consecutive_failures)?;
    set.change("last_error", &patch.last_error)?;
    set.change("created_by", &patch.created_by)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, ProxyError> {
    let done = sqlx::query("DELETE FROM public.proxies WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `host`, `port`, `protocol`, `username`; whether there was one.
pub async fn delete_by_host_and_port_and_protocol_and_username(
    db: impl PgExecutor<'_>,
    host: &str,
    port: i32,
    protocol: ProxyProtocolEnum,
    username: &str,
) -> Result<bool, ProxyError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.proxies WHERE host = $1::character varying AND port = ",
        "$2::integer AND protocol = $3::public.proxy_protocol_enum AND username = ",
        "$4::character varying",
    ))
    .bind(host)
    .bind(port)
    .bind(protocol)
    .bind(username)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
