// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::AuthAuditLogError;
use super::super::models::{AuthAuditLog, AuthAuditLogPatch, NewAuthAuditLog};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("id, user_id, session_id, event_type, event_status, client_address, user_agent, ",
        "session_fingerprint, risk_score, security_flags, details, created_at",)
    };
}

const TABLE: &str = "public.auth_audit_logs";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthAuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.auth_audit_logs WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, AuthAuditLog>, sqlx::Error> {
    let rows: Vec<AuthAuditLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthAuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthAuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `user_id`, by primary key.
pub async fn list_by_user_id(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
) -> Result<Vec<AuthAuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `user_id`, by value, in one statement.
pub async fn list_by_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AuthAuditLog>>, sqlx::Error> {
    let rows: Vec<AuthAuditLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<AuthAuditLog>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.user_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `session_id`, by primary key.
pub async fn list_by_session_id(
    db: impl PgExecutor<'_>,
    session_id: Uuid,
) -> Result<Vec<AuthAuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE session_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(session_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `session_id`, by value, in one statement.
pub async fn list_by_session_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AuthAuditLog>>, sqlx::Error> {
    let rows: Vec<AuthAuditLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
        " WHERE session_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<AuthAuditLog>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.session_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.auth_audit_logs` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.auth_audit_logs")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<AuthAuditLog, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.auth_audit_logs",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewAuthAuditLog,
) -> Result<AuthAuditLog, AuthAuditLogError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewAuthAuditLog],
) -> Result<Vec<AuthAuditLog>, AuthAuditLogError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("session_id", "uuid", new.iter().map(|row| &row.session_id))?;
    rows.column(
        "event_type",
        "public.auth_event_type_enum",
        new.iter().map(|row| &row.event_type),
    )?;
    rows.column(
        "event_status",
        "public.auth_event_status_enum",
        new.iter().map(|row| &row.event_status),
    )?;
    rows.column("client_address", "inet", new.iter().map(|row| &row.client_address))?;
    rows.column(
        "user_agent",
        "character varying",
        new.iter().map(|row| &row.user_agent),
    )?;
    rows.column(
        "session_fingerprint",
        "character varying",
        new.iter().map(|row| &row.session_fingerprint),
    )?;
    rows.or_default(
        "risk_score",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.risk_score),
    )?;
    rows.list_or_default(
        "security_flags",
        "text",
        "('{}')",
        new.iter().map(|row| &row.security_flags),
    )?;
    rows.or_default("details", "jsonb", "('{}')", new.iter().map(|row| &row.details))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewAuthAuditLog],
) -> Result<u64, AuthAuditLogError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewAuthAuditLog>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.risk_score.is_default(),
            !row.security_flags.is_default(),
            !row.details.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "user_id", "session_id", "event_type", "event_status", "client_address",
            "user_agent", "session_fingerprint"
        ];
        if given[0] {
            columns.push("risk_score");
        }
        if given[1] {
            columns.push("security_flags");
        }
        if given[2] {
            columns.push("details");
        }
        if given[3] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.user_id)?;
            copy.value(row.session_id)?;
            copy.value(row.event_type)?;
            copy.value(row.event_status)?;
            copy.value(row.client_address)?;
            copy.value(&row.user_agent)?;
            copy.value(&row.session_fingerprint)?;
            if let Some(value) = row.risk_score.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.security_flags.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.details.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewAuthAuditLog) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("user_id", new.user_id)?;
    set.set("session_id", new.session_id)?;
    set.set("event_type", new.event_type)?;
    set.set("event_status", new.event_status)?;
    set.set("client_address", new.client_address)?;
    set.set("user_agent", &new.user_agent)?;
    set.set("session_fingerprint", &new.session_fingerprint)?;
    set.or_default("risk_score", &new.risk_score)?;
    set.or_default("security_flags", &new.security_flags)?;
    set.or_default("details", &new.details)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &AuthAuditLogPatch,
) -> Result<Option<AuthAuditLog>, AuthAuditLogError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &AuthAuditLogPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id)?;
    set.change("session_id", &patch.session_id)?;
    set.given("event_type", patch.event_type)?;
    set.given("event_status", patch.event_status)?;
    set.change("client_address", &patch.client_address)?;
    set.change("user_agent", &patch.user_agent)?;
    set.change("session_fingerprint", &patch.session_fingerprint)?;
    set.given("risk_score", patch.risk_score)?;
    set.given("security_flags", patch.security_flags.as_ref())?;
    set.given("details", patch.details.as_ref())?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<bool, AuthAuditLogError> {
    let done = sqlx::query("DELETE FROM public.auth_audit_logs WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
