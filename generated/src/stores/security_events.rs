// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::SecurityEventError;
use super::super::models::{NewSecurityEvent, SecurityEvent, SecurityEventPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, event_type, severity, status, risk_score, user_id, session_id, campaign_id, ",
        "source_address, user_agent, description, details, resolved_at, resolved_by, ",
        "resolution, retention_days, created_at, purge_on",)
    };
}

const TABLE: &str = "public.security_events";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.security_events WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, SecurityEvent>, sqlx::Error> {
    let rows: Vec<SecurityEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> Result<Option<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> Result<Option<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> Result<Vec<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error> {
    let rows: Vec<SecurityEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<SecurityEvent>> = HashMap::new();
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
) -> Result<Vec<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error> {
    let rows: Vec<SecurityEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE session_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<SecurityEvent>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.session_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, by value, in one statement.
pub async fn list_by_campaign_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error> {
    let rows: Vec<SecurityEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<SecurityEvent>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.campaign_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `resolved_by`, by primary key.
pub async fn list_by_resolved_by(
    db: impl PgExecutor<'_>,
    resolved_by: Uuid,
) -> Result<Vec<SecurityEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE resolved_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(resolved_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `resolved_by`, by value, in one statement.
pub async fn list_by_resolved_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error> {
    let rows: Vec<SecurityEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE resolved_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<SecurityEvent>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.resolved_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.security_events` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.security_events")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<SecurityEvent, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewSecurityEvent,
) -> Result<SecurityEvent, SecurityEventError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewSecurityEvent],
) -> Result<Vec<SecurityEvent>, SecurityEventError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column(
        "event_type",
        "public.security_event_type_enum",
        new.iter().map(|row| &row.event_type),
    )?;
    rows.column(
        "severity",
        "public.security_severity_enum",
        new.iter().map(|row| &row.severity),
    )?;
    rows.or_default(
        "status",
        "public.security_event_status_enum",
        "('open')",
        new.iter().map(|row| &row.status),
    )?;
    rows.or_default(
        "risk_score",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.risk_score),
    )?;
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("session_id", "uuid", new.iter().map(|row| &row.session_id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("source_address", "inet", new.iter().map(|row| &row.source_address))?;
    rows.column(
        "user_agent",
        "character varying",
        new.iter().map(|row| &row.user_agent),
    )?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.or_default("details", "jsonb", "('{}')", new.iter().map(|row| &row.details))?;
    rows.column(
        "resolved_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.resolved_at),
    )?;
    rows.column("resolved_by", "uuid", new.iter().map(|row| &row.resolved_by))?;
    rows.column("resolution", "text", new.iter().map(|row| &row.resolution))?;
    rows.or_default(
        "retention_days",
        "integer",
        "(365)",
        new.iter().map(|row| &row.retention_days),
    )?;
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
    new: &[NewSecurityEvent],
) -> Result<u64, SecurityEventError> {
    let mut kinds: BTreeMap<[bool; 6], Vec<&NewSecurityEvent>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.status.is_default(),
            !row.risk_score.is_default(),
            !row.details.is_default(),
            !row.retention_days.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "event_type", "severity", "user_id", "session_id", "campaign_id",
            "source_address", "user_agent", "description", "resolved_at", "resolved_by",
            "resolution"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("status");
        }
        if given[2] {
            columns.push("risk_score");
        }
        if given[3] {
            columns.push("details");
        }
        if given[4] {
            columns.push("retention_days");
        }
        if given[5] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.event_type)?;
            copy.value(row.severity)?;
            copy.value(row.user_id)?;
            copy.value(row.session_id)?;
            copy.value(row.campaign_id)?;
            copy.value(row.source_address)?;
            copy.value(&row.user_agent)?;
            copy.value(&row.description)?;
            copy.value(row.resolved_at)?;
            copy.value(row.resolved_by)?;
            copy.value(&row.resolution)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.risk_score.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.details.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.retention_days.value() {
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

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewSecurityEvent,
) -> Result<SecurityEvent, SecurityEventError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewSecurityEvent) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("event_type", new.event_type)?;
    set.set("severity", new.severity)?;
    set.or_default("status", &new.status)?;
    set.or_default("risk_score", &new.risk_score)?;
    set.set("user_id", new.user_id)?;
    set.set("session_id", new.session_id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("source_address", new.source_address)?;
    set.set("user_agent", &new.user_agent)?;
    set.set("description", &new.description)?;
    set.or_default("details", &new.details)?;
    set.set("resolved_at", new.resolved_at)?;
    set.set("resolved_by", new.resolved_by)?;
    set.set("resolution", &new.resolution)?;
    set.or_default("retention_days", &new.retention_days)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &SecurityEventPatch,
) -> Result<Option<SecurityEvent>, SecurityEventError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &SecurityEventPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("event_type", patch.event_type)?;
    set.given("severity", patch.severity)?;
    set.given("status", patch.status)?;
    set.given("risk_score", patch.risk_score)?;
    set.change("user_id", &patch.user_id)?;
    set.change("session_id", &patch.session_id)?;
    set.change("campaign_id", &patch.campaign_id)?;
    set.change("source_address", &patch.source_address)?;
    set.change("user_agent", &patch.user_agent)?;
    set.given("description", patch.description.as_ref())?;
    set.given("details", patch.details.as_ref())?;
    set.change("resolved_at", &patch.resolved_at)?;
    set.change("resolved_by", &patch.resolved_by)?;
    set.change("resolution", &patch.resolution)?;
    set.given("retention_days", patch.retention_days)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, SecurityEventError> {
    let done = sqlx::query("DELETE FROM public.security_events WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
