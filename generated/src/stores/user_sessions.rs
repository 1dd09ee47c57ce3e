// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::UserSessionError;
use super::super::models::{NewUserSession, UserSession, UserSessionPatch};
use super::super::support::{Assignments, Copy, Rows};

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
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<UserSession>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `token_hash`.
pub async fn get_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<Option<UserSession>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE token_hash = $1::bytea",
    ))
    .bind(token_hash)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.user_sessions WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `token_hash`.
pub async fn exists_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.user_sessions WHERE token_hash = $1::bytea)",
    )
    .bind(token_hash)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, UserSession>, sqlx::Error> {
    let rows: Vec<UserSession> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
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
) -> Result<Option<UserSession>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
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
) -> Result<Option<UserSession>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE id = $1::uuid",
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
) -> Result<Vec<UserSession>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
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
) -> Result<HashMap<Uuid, Vec<UserSession>>, sqlx::Error> {
    let rows: Vec<UserSession> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<UserSession>> = HashMap::new();
    for row in rows {
        found.entry(row.user_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.user_sessions` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.user_sessions")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<UserSession, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.user_sessions",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewUserSession,
) -> Result<UserSession, UserSessionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewUserSession],
) -> Result<Vec<UserSession>, UserSessionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("token_hash", "bytea", new.iter().map(|row| &row.token_hash))?;
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
    rows.column(
        "browser_fingerprint",
        "character varying",
        new.iter().map(|row| &row.browser_fingerprint),
    )?;
    rows.column(
        "device_fingerprint",
        "character varying",
        new.iter().map(|row| &row.device_fingerprint),
    )?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.column(
        "expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.expires_at),
    )?;
    rows.or_default(
        "last_activity_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.last_activity_at),
    )?;
    rows.column(
        "ended_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.ended_at),
    )?;
    rows.column(
        "end_reason",
        "public.session_end_reason_enum",
        new.iter().map(|row| &row.end_reason),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewUserSession],
) -> Result<u64, UserSessionError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewUserSession>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.created_at.is_default(),
            !row.last_activity_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "user_id", "token_hash", "client_address", "user_agent",
            "session_fingerprint", "browser_fingerprint", "device_fingerprint",
            "expires_at", "ended_at", "end_reason"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("created_at");
        }
        if given[2] {
            columns.push("last_activity_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.user_id)?;
            copy.value(&row.token_hash)?;
            copy.value(row.client_address)?;
            copy.value(&row.user_agent)?;
            copy.value(&row.session_fingerprint)?;
            copy.value(&row.browser_fingerprint)?;
            copy.value(&row.device_fingerprint)?;
            copy.value(row.expires_at)?;
            copy.value(row.ended_at)?;
            copy.value(row.end_reason)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.last_activity_at.value() {
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
    new: &NewUserSession,
) -> Result<UserSession, UserSessionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `token_hash` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_token_hash(
    db: impl PgExecutor<'_>,
    new: &NewUserSession,
) -> Result<UserSession, UserSessionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(token_hash)", &["token_hash", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewUserSession) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("user_id", new.user_id)?;
    set.set("token_hash", &new.token_hash)?;
    set.set("client_address", new.client_address)?;
    set.set("user_agent", &new.user_agent)?;
    set.set("session_fingerprint", &new.session_fingerprint)?;
    set.set("browser_fingerprint", &new.browser_fingerprint)?;
    set.set("device_fingerprint", &new.device_fingerprint)?;
    set.or_default("created_at", &new.created_at)?;
    set.set("expires_at", new.expires_at)?;
    set.or_default("last_activity_at", &new.last_activity_at)?;
    set.set("ended_at", new.ended_at)?;
    set.set("end_reason", new.end_reason)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &UserSessionPatch,
) -> Result<Option<UserSession>, UserSessionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &UserSessionPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id)?;
    set.given("token_hash", patch.token_hash.as_ref())?;
    set.given("client_address", patch.client_address)?;
    set.change("user_agent", &patch.user_agent)?;
    set.change("session_fingerprint", &patch.session_fingerprint)?;
    set.change("browser_fingerprint", &patch.browser_fingerprint)?;
    set.change("device_fingerprint", &patch.device_fingerprint)?;
    set.given("created_at", patch.created_at)?;
    set.given("expires_at", patch.expires_at)?;
    set.given("last_activity_at", patch.last_activity_at)?;
    set.change("ended_at", &patch.ended_at)?;
    set.change("end_reason", &patch.end_reason)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, UserSessionError> {
    let done = sqlx::query("DELETE FROM public.user_sessions WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `token_hash`; whether there was one.
pub async fn delete_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<bool, UserSessionError> {
    let done = sqlx::query(
        "DELETE FROM public.user_sessions WHERE token_hash = $1::bytea",
    )
    .bind(token_hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
