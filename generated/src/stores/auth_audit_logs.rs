// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::AuthAuditLogError;
use super::super::models::{AuthAuditLog, AuthAuditLogPatch, NewAuthAuditLog};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, user_id, session_id, event_type, event_status, client_address, user_agent, ",
            "session_fingerprint, risk_score, security_flags, details, created_at",
        )
    };
}

const TABLE: &str = "public.auth_audit_logs";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
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
        "SELECT EXISTS (SELECT FROM public.auth_audit_logs WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
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
) -> BoxFuture<'e, Result<Option<AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<AuthAuditLog>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.user_id)
}

/// All rows with this `session_id`, by primary key.
pub fn list_by_session_id<'e>(
    db: impl PgExecutor<'e>,
    session_id: Uuid,
) -> BoxFuture<'e, Result<Vec<AuthAuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE session_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(session_id)
    .fetch_all(db)
}

/// The rows with each of these values of `session_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_session_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<AuthAuditLog>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE session_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.session_id)
}

/// How many rows `public.auth_audit_logs` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.auth_audit_logs").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<AuthAuditLog, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAuthAuditLog,
) -> BoxFuture<'e, Result<AuthAuditLog, AuthAuditLogError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAuthAuditLog],
) -> BoxFuture<'e, Result<Vec<AuthAuditLog>, AuthAuditLogError>> {
    let mut rows = Rows::new(new);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("session_id", "uuid", |row| &row.session_id);
    rows.column("event_type", "public.auth_event_type_enum", |row| &row.event_type);
    rows.column("event_status", "public.auth_event_status_enum", |row| &row.event_status);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.column("user_agent", "character varying", |row| &row.user_agent);
    rows.column(
        "session_fingerprint",
        "character varying",
        |row| &row.session_fingerprint,
    );
    rows.or_default("risk_score", "numeric", "(0)", |row| &row.risk_score);
    rows.list_or_default("security_flags", "text", "('{}')", |row| &row.security_flags);
    rows.or_default("details", "jsonb", "('{}')", |row| &row.details);
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
    new: &'e [NewAuthAuditLog],
) -> BoxFuture<'e, Result<u64, AuthAuditLogError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewAuthAuditLog {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("user_id", self.user_id);
        to.set("session_id", self.session_id);
        to.set("event_type", self.event_type);
        to.set("event_status", self.event_status);
        to.set("client_address", self.client_address);
        to.set("user_agent", &self.user_agent);
        to.set("session_fingerprint", &self.session_fingerprint);
        to.or_default("risk_score", &self.risk_score);
        to.column("security_flags", Form::List("text"), self.security_flags.value());
        to.or_default("details", &self.details);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &AuthAuditLogPatch,
) -> BoxFuture<'e, Result<Option<AuthAuditLog>, AuthAuditLogError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &AuthAuditLogPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id);
    set.change("session_id", &patch.session_id);
    set.given("event_type", patch.event_type);
    set.given("event_status", patch.event_status);
    set.change("client_address", &patch.client_address);
    set.change("user_agent", &patch.user_agent);
    set.change("session_fingerprint", &patch.session_fingerprint);
    set.given("risk_score", patch.risk_score);
    set.given("security_flags", patch.security_flags.as_ref());
    set.given("details", patch.details.as_ref());
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, AuthAuditLogError>> {
    Query::new("DELETE FROM public.auth_audit_logs WHERE id = $1::bigint")
        .bind(id)
        .affects(db)
}
