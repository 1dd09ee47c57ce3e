// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::ProxyPoolMembershipError;
use super::super::models::{
    NewProxyPoolMembership, ProxyPoolMembership, ProxyPoolMembershipPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "pool_id, proxy_id, weight, is_active, added_at"
    };
}

const TABLE: &str = "public.proxy_pool_memberships";
const COLUMNS: &str = columns!();

/// The row with this `pool_id`, `proxy_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> Result<Option<ProxyPoolMembership>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `pool_id`, `proxy_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.proxy_pool_memberships WHERE pool_id = ",
        "$1::uuid AND proxy_id = $2::uuid)",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `pool_id`, `proxy_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, Uuid)],
) -> Result<HashMap<(Uuid, Uuid), ProxyPoolMembership>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ProxyPoolMembership> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE (pool_id, proxy_id) IN (SELECT * FROM UNNEST($1::uuid[], $2::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.pool_id, row.proxy_id), row)).collect())
}

/// The row with this `pool_id`, `proxy_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> Result<Option<ProxyPoolMembership>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
    .await
}

/// The row with this `pool_id`, `proxy_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> Result<Option<ProxyPoolMembership>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
    .await
}

/// All rows with this `pool_id`, by primary key.
pub async fn list_by_pool_id(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
) -> Result<Vec<ProxyPoolMembership>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(pool_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `pool_id`, by value, in one statement.
pub async fn list_by_pool_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ProxyPoolMembership>>, sqlx::Error> {
    let rows: Vec<ProxyPoolMembership> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = ANY($1::uuid[])",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ProxyPoolMembership>> = HashMap::new();
    for row in rows {
        found.entry(row.pool_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `proxy_id`, by primary key.
pub async fn list_by_proxy_id(
    db: impl PgExecutor<'_>,
    proxy_id: Uuid,
) -> Result<Vec<ProxyPoolMembership>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE proxy_id = $1::uuid",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(proxy_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `proxy_id`, by value, in one statement.
pub async fn list_by_proxy_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ProxyPoolMembership>>, sqlx::Error> {
    let rows: Vec<ProxyPoolMembership> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE proxy_id = ANY($1::uuid[])",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ProxyPoolMembership>> = HashMap::new();
    for row in rows {
        found.entry(row.proxy_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.proxy_pool_memberships` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.proxy_pool_memberships")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ProxyPoolMembership, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewProxyPoolMembership,
) -> Result<ProxyPoolMembership, ProxyPoolMembershipError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewProxyPoolMembership],
) -> Result<Vec<ProxyPoolMembership>, ProxyPoolMembershipError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("pool_id", "uuid", new.iter().map(|row| &row.pool_id))?;
    rows.column("proxy_id", "uuid", new.iter().map(|row| &row.proxy_id))?;
    rows.or_default("weight", "integer", "(1)", new.iter().map(|row| &row.weight))?;
    rows.or_default(
        "is_active",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_active),
    )?;
    rows.or_default(
        "added_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.added_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewProxyPoolMembership],
) -> Result<u64, ProxyPoolMembershipError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewProxyPoolMembership>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.weight.is_default(),
            !row.is_active.is_default(),
            !row.added_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["pool_id", "proxy_id"];
        if given[0] {
            columns.push("weight");
        }
        if given[1] {
            columns.push("is_active");
        }
        if given[2] {
            columns.push("added_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.pool_id)?;
            copy.value(row.proxy_id)?;
            if let Some(value) = row.weight.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_active.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.added_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `pool_id`, `proxy_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewProxyPoolMembership,
) -> Result<ProxyPoolMembership, ProxyPoolMembershipError> {
    let row = assignments(new)?
        .upsert(TABLE, "(pool_id, proxy_id)", &["pool_id", "proxy_id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewProxyPoolMembership) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("pool_id", new.pool_id)?;
    set.set("proxy_id", new.proxy_id)?;
    set.or_default("weight", &new.weight)?;
    set.or_default("is_active", &new.is_active)?;
    set.or_default("added_at", &new.added_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `pool_id`, `proxy_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
    patch: &ProxyPoolMembershipPatch,
) -> Result<Option<ProxyPoolMembership>, ProxyPoolMembershipError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, pool_id, proxy_id).await?);
    }
    let key_0 = set.argument(pool_id)?;
    let key_1 = set.argument(proxy_id)?;
    let condition = format!("pool_id = {key_0}::uuid AND proxy_id = {key_1}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ProxyPoolMembershipPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("weight", patch.weight)?;
    set.given("is_active", patch.is_active)?;
    set.given("added_at", patch.added_at)?;
    Ok(set)
}

/// Deletes the row with this `pool_id`, `proxy_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> Result<bool, ProxyPoolMembershipError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.proxy_pool_memberships WHERE pool_id = $1::uuid AND ",
        "proxy_id = $2::uuid",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
