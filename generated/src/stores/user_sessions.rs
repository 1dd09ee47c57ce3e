// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::UserSessionError;
use super::super::models::{NewUserSession, UserSession, UserSessionPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, user_id, token_hash, client_address, user_agent, session_fingerprint, ",
            "browser_fingerprint, device_fingerprint, created_at, expires_at, ",
            "last_activity_at, ended_at, end_reason",
        )
    };
}

const TABLE: &str = "public.user_sessions";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `token_hash`.
pub fn get_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE token_hash = $1::bytea",
    ))
    .bind(token_hash)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.user_sessions WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `token_hash`.
pub fn exists_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.user_sessions WHERE token_hash = $1::bytea)",
    )
    .bind(token_hash)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
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
) -> BoxFuture<'e, Result<Option<UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<UserSession>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<UserSession>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.user_id))
}

/// How many rows `public.user_sessions` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.user_sessions").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<UserSession, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUserSession,
) -> BoxFuture<'e, Result<UserSession, UserSessionError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewUserSession],
) -> BoxFuture<'e, Result<Vec<UserSession>, UserSessionError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("token_hash", "bytea", |row| &row.token_hash);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.column("user_agent", "character varying", |row| &row.user_agent);
    rows.column(
        "session_fingerprint",
        "character varying",
        |row| &row.session_fingerprint,
    );
    rows.column(
        "browser_fingerprint",
        "character varying",
        |row| &row.browser_fingerprint,
    );
    rows.column("device_fingerprint", "character varying", |row| &row.device_fingerprint);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.column("expires_at", "timestamp with time zone", |row| &row.expires_at);
    rows.or_default(
        "last_activity_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.last_activity_at,
    );
    rows.column("ended_at", "timestamp with time zone", |row| &row.ended_at);
    rows.column("end_reason", "public.session_end_reason_enum", |row| &row.end_reason);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewUserSession],
) -> BoxFuture<'e, Result<u64, UserSessionError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUserSession,
) -> BoxFuture<'e, Result<UserSession, UserSessionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `token_hash`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUserSession,
) -> BoxFuture<'e, Result<UserSession, UserSessionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(token_hash)", &["token_hash", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewUserSession {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("user_id", self.user_id);
        to.set("token_hash", &self.token_hash);
        to.set("client_address", self.client_address);
        to.set("user_agent", &self.user_agent);
        to.set("session_fingerprint", &self.session_fingerprint);
        to.set("browser_fingerprint", &self.browser_fingerprint);
        to.set("device_fingerprint", &self.device_fingerprint);
        to.or_default("created_at", &self.created_at);
        to.set("expires_at", self.expires_at);
        to.or_default("last_activity_at", &self.last_activity_at);
        to.set("ended_at", self.ended_at);
        to.set("end_reason", self.end_reason);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &UserSessionPatch,
) -> BoxFuture<'e, Result<Option<UserSession>, UserSessionError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &UserSessionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id);
    set.given("token_hash", patch.token_hash.as_ref());
    set.given("client_address", patch.client_address);
    set.change("user_agent", &patch.user_agent);
    set.change("session_fingerprint", &patch.session_fingerprint);
    set.change("browser_fingerprint", &patch.browser_fingerprint);
    set.change("device_fingerprint", &patch.device_fingerprint);
    set.given("created_at", patch.created_at);
    set.given("expires_at", patch.expires_at);
    set.given("last_activity_at", patch.last_activity_at);
    set.change("ended_at", &patch.ended_at);
    set.change("end_reason", &patch.end_reason);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, UserSessionError>> {
    Query::new("DELETE FROM public.user_sessions WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `token_hash`; gives whether there was one.
pub fn delete_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, UserSessionError>> {
    Query::new(
        "DELETE FROM public.user_sessions WHERE token_hash = $1::bytea",
    )
    .bind(token_hash)
    .affects(db)
}
