// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignJobError;
use super::super::models::{CampaignJob, CampaignJobPatch, NewCampaignJob};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, job_type, status, priority, scheduled_at, next_execution_at, ",
        "attempts, max_attempts, idempotency_key, payload, result, last_error, ",
        "lease_owner, lease_expires_at, fencing_token, started_at, finished_at, ",
        "created_at, updated_at",)
    };
}

const TABLE: &str = "public.campaign_jobs";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignJob>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `idempotency_key`.
pub async fn get_by_campaign_id_and_idempotency_key(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> Result<Option<CampaignJob>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE campaign_id = $1::uuid AND idempotency_key = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.campaign_jobs WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `idempotency_key`.
pub async fn exists_by_campaign_id_and_idempotency_key(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_jobs WHERE campaign_id = $1::uuid ",
        "AND idempotency_key = $2::character varying)",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignJob>, sqlx::Error> {
    let rows: Vec<CampaignJob> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
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
) -> Result<Option<CampaignJob>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
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
) -> Result<Option<CampaignJob>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<CampaignJob>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
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
) -> Result<HashMap<Uuid, Vec<CampaignJob>>, sqlx::Error> {
    let rows: Vec<CampaignJob> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignJob>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_jobs` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_jobs")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignJob, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignJob,
) -> Result<CampaignJob, CampaignJobError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignJob],
) -> Result<Vec<CampaignJob>, CampaignJobError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "job_type",
        "public.job_type_enum",
        new.iter().map(|row| &row.job_type),
    )?;
    rows.or_default(
        "status",
        "public.job_status_enum",
        "('pending')",
        new.iter().map(|row| &row.status),
    )?;
    rows.or_default("priority", "smallint", "(5)", new.iter().map(|row| &row.priority))?;
    rows.or_default(
        "scheduled_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.scheduled_at),
    )?;
    rows.or_default(
        "next_execution_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.next_execution_at),
    )?;
    rows.or_default("attempts", "integer", "(0)", new.iter().map(|row| &row.attempts))?;
    rows.or_default(
        "max_attempts",
        "integer",
        "(3)",
        new.iter().map(|row| &row.max_attempts),
    )?;
    rows.or_default(
        "idempotency_key",
        "character varying",
        "(gen_random_uuid()::text)",
        new.iter().map(|row| &row.idempotency_key),
    )?;
    rows.or_default("payload", "jsonb", "('{}')", new.iter().map(|row| &row.payload))?;
    rows.column("result", "jsonb", new.iter().map(|row| &row.result))?;
    rows.column("last_error", "text", new.iter().map(|row| &row.last_error))?;
    rows.column(
        "lease_owner",
        "character varying",
        new.iter().map(|row| &row.lease_owner),
    )?;
    rows.column(
        "lease_expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.lease_expires_at),
    )?;
    rows.column("fencing_token", "bigint", new.iter().map(|row| &row.fencing_token))?;
    rows.column(
        "started_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.started_at),
    )?;
    rows.column(
        "finished_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.finished_at),
    )?;
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
    new: &[NewCampaignJob],
) -> Result<u64, CampaignJobError> {
    let mut kinds: BTreeMap<[bool; 11], Vec<&NewCampaignJob>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.status.is_default(),
            !row.priority.is_default(),
            !row.scheduled_at.is_default(),
            !row.next_execution_at.is_default(),
            !row.attempts.is_default(),
            !row.max_attempts.is_default(),
            !row.idempotency_key.is_default(),
            !row.payload.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "job_type", "result", "last_error", "lease_owner",
            "lease_expires_at", "fencing_token", "started_at", "finished_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("status");
        }
        if given[2] {
            columns.push("priority");
        }
        if given[3] {
            columns.push("scheduled_at");
        }
        if given[4] {
            columns.push("next_execution_at");
        }
        if given[5] {
            columns.push("attempts");
        }
        if given[6] {
            columns.push("max_attempts");
        }
        if given[7] {
            columns.push("idempotency_key");
        }
        if given[8] {
            columns.push("payload");
        }
        if given[9] {
            columns.push("created_at");
        }
        if given[10] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.job_type)?;
            copy.value(&row.result)?;
            copy.value(&row.last_error)?;
            copy.value(&row.lease_owner)?;
            copy.value(row.lease_expires_at)?;
            copy.value(row.fencing_token)?;
            copy.value(row.started_at)?;
            copy.value(row.finished_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.priority.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.scheduled_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.next_execution_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.max_attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.idempotency_key.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.payload.value() {
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
    new: &NewCampaignJob,
) -> Result<CampaignJob, CampaignJobError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `idempotency_key` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_idempotency_key(
    db: impl PgExecutor<'_>,
    new: &NewCampaignJob,
) -> Result<CampaignJob, CampaignJobError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, idempotency_key)",
            &["campaign_id", "idempotency_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignJob) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("job_type", new.job_type)?;
    set.or_default("status", &new.status)?;
    set.or_default("priority", &new.priority)?;
    set.or_default("scheduled_at", &new.scheduled_at)?;
    set.or_default("next_execution_at", &new.next_execution_at)?;
    set.or_default("attempts", &new.attempts)?;
    set.or_default("max_attempts", &new.max_attempts)?;
    set.or_default("idempotency_key", &new.idempotency_key)?;
    set.or_default("payload", &new.payload)?;
    set.set("result", &new.result)?;
    set.set("last_error", &new.last_error)?;
    set.set("lease_owner", &new.lease_owner)?;
    set.set("lease_expires_at", new.lease_expires_at)?;
    set.set("fencing_token", new.fencing_token)?;
    set.set("started_at", new.started_at)?;
    set.set("finished_at", new.finished_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignJobPatch,
) -> Result<Option<CampaignJob>, CampaignJobError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignJobPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("job_type", patch.job_type)?;
    set.given("status", patch.status)?;
    set.given("priority", patch.priority)?;
    set.given("scheduled_at", patch.scheduled_at)?;
    set.given("next_execution_at", patch.next_execution_at)?;
    set.given("attempts", patch.attempts)?;
    set.given("max_attempts", patch.max_attempts)?;
    set.given("idempotency_key", patch.idempotency_key.as_ref())?;
    set.given("payload", patch.payload.as_ref())?;
    set.change("result", &patch.result)?;
    set.change("last_error", &patch.last_error)?;
    set.change("lease_owner", &patch.lease_owner)?;
    set.change("lease_expires_at", &patch.lease_expires_at)?;
    set.change("fencing_token", &patch.fencing_token)?;
    set.change("started_at", &patch.started_at)?;
    set.change("finished_at", &patch.finished_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignJobError> {
    let done = sqlx::query("DELETE FROM public.campaign_jobs WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `idempotency_key`; whether there was one.
pub async fn delete_by_campaign_id_and_idempotency_key(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> Result<bool, CampaignJobError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_jobs WHERE campaign_id = $1::uuid AND ",
        "idempotency_key = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
