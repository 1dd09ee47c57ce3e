// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::ProxyPoolMembershipError;
use super::super::models::{
    NewProxyPoolMembership, ProxyPoolMembership, ProxyPoolMembershipPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "pool_id, proxy_id, weight, is_active, added_at"
    };
}

const TABLE: &str = "public.proxy_pool_memberships";
const COLUMNS: &str = columns!();

/// The row with this `pool_id`, `proxy_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<Option<ProxyPoolMembership>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `pool_id`, `proxy_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.proxy_pool_memberships WHERE pool_id = ",
        "$1::uuid AND proxy_id = $2::uuid)",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_value(db)
}

/// The rows with these values of `pool_id`, `proxy_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, Uuid)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, Uuid), ProxyPoolMembership>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE (pool_id, proxy_id) IN (SELECT * FROM UNNEST($1::uuid[], $2::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.pool_id, row.proxy_id)))
}

/// The row with this `pool_id`, `proxy_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<Option<ProxyPoolMembership>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
}

/// The row with this `pool_id`, `proxy_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<Option<ProxyPoolMembership>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid AND proxy_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .fetch_optional(db)
}

/// All rows with this `pool_id`, by primary key.
pub fn list_by_pool_id<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
) -> BoxFuture<'e, Result<Vec<ProxyPoolMembership>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = $1::uuid",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(pool_id)
    .fetch_all(db)
}

/// The rows with each of these values of `pool_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_pool_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ProxyPoolMembership>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE pool_id = ANY($1::uuid[])",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.pool_id))
}

/// All rows with this `proxy_id`, by primary key.
pub fn list_by_proxy_id<'e>(
    db: impl PgExecutor<'e>,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<Vec<ProxyPoolMembership>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE proxy_id = $1::uuid",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(proxy_id)
    .fetch_all(db)
}

/// The rows with each of these values of `proxy_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_proxy_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ProxyPoolMembership>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
        " WHERE proxy_id = ANY($1::uuid[])",
        " ORDER BY pool_id, proxy_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.proxy_id))
}

/// How many rows `public.proxy_pool_memberships` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.proxy_pool_memberships").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ProxyPoolMembership, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.proxy_pool_memberships",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxyPoolMembership,
) -> BoxFuture<'e, Result<ProxyPoolMembership, ProxyPoolMembershipError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewProxyPoolMembership],
) -> BoxFuture<'e, Result<Vec<ProxyPoolMembership>, ProxyPoolMembershipError>> {
    let mut rows = Rows::new(new);
    rows.column("pool_id", "uuid", |row| &row.pool_id);
    rows.column("proxy_id", "uuid", |row| &row.proxy_id);
    rows.or_default("weight", "integer", "(1)", |row| &row.weight);
    rows.or_default("is_active", "boolean", "(true)", |row| &row.is_active);
    rows.or_default(
        "added_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.added_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewProxyPoolMembership],
) -> BoxFuture<'e, Result<u64, ProxyPoolMembershipError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `pool_id`, `proxy_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewProxyPoolMembership,
) -> BoxFuture<'e, Result<ProxyPoolMembership, ProxyPoolMembershipError>> {
    Assignments::of(new)
        .upsert(TABLE, "(pool_id, proxy_id)", &["pool_id", "proxy_id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewProxyPoolMembership {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("pool_id", self.pool_id);
        to.set("proxy_id", self.proxy_id);
        to.or_default("weight", &self.weight);
        to.or_default("is_active", &self.is_active);
        to.or_default("added_at", &self.added_at);
    }
}

/// Writes what the patch sets to the row with this `pool_id`, `proxy_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
    patch: &ProxyPoolMembershipPatch,
) -> BoxFuture<'e, Result<Option<ProxyPoolMembership>, ProxyPoolMembershipError>> {
    changes(patch)
        .key("pool_id", "uuid", pool_id)
        .key("proxy_id", "uuid", proxy_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ProxyPoolMembershipPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("weight", patch.weight);
    set.given("is_active", patch.is_active);
    set.given("added_at", patch.added_at);
    set
}

/// Deletes the row with this `pool_id`, `proxy_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    pool_id: Uuid,
    proxy_id: Uuid,
) -> BoxFuture<'e, Result<bool, ProxyPoolMembershipError>> {
    Query::new(concat!(
        "DELETE FROM public.proxy_pool_memberships WHERE pool_id = $1::uuid AND ",
        "proxy_id = $2::uuid",
    ))
    .bind(pool_id)
    .bind(proxy_id)
    .affects(db)
}
