// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignJobArchiveError;
use super::super::models::{
    CampaignJobArchive, CampaignJobArchivePatch, NewCampaignJobArchive,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, job_type, status, priority, attempts, max_attempts, ",
        "idempotency_key, payload, result, last_error, fencing_token, scheduled_at, ",
        "started_at, finished_at, created_at, archived_at",)
    };
}

const TABLE: &str = "public.campaign_job_archive";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignJobArchive>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.campaign_job_archive WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignJobArchive>, sqlx::Error> {
    let rows: Vec<CampaignJobArchive> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> Result<Option<CampaignJobArchive>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> Result<Option<CampaignJobArchive>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> Result<Vec<CampaignJobArchive>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> Result<HashMap<Uuid, Vec<CampaignJobArchive>>, sqlx::Error> {
    let rows: Vec<CampaignJobArchive> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignJobArchive>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_job_archive` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_job_archive")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignJobArchive, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignJobArchive,
) -> Result<CampaignJobArchive, CampaignJobArchiveError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignJobArchive],
) -> Result<Vec<CampaignJobArchive>, CampaignJobArchiveError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "uuid", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "job_type",
        "public.job_type_enum",
        new.iter().map(|row| &row.job_type),
    )?;
    rows.column("status", "public.job_status_enum", new.iter().map(|row| &row.status))?;
    rows.column("priority", "smallint", new.iter().map(|row| &row.priority))?;
    rows.column("attempts", "integer", new.iter().map(|row| &row.attempts))?;
    rows.column("max_attempts", "integer", new.iter().map(|row| &row.max_attempts))?;
    rows.column(
        "idempotency_key",
        "character varying",
        new.iter().map(|row| &row.idempotency_key),
    )?;
    rows.column("payload", "jsonb", new.iter().map(|row| &row.payload))?;
    rows.column("result", "jsonb", new.iter().map(|row| &row.result))?;
    rows.column("last_error", "text", new.iter().map(|row| &row.last_error))?;
    rows.column("fencing_token", "bigint", new.iter().map(|row| &row.fencing_token))?;
    rows.column(
        "scheduled_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.scheduled_at),
    )?;
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
    rows.column(
        "created_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.or_default(
        "archived_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.archived_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCampaignJobArchive],
) -> Result<u64, CampaignJobArchiveError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewCampaignJobArchive>> = BTreeMap::new();
    for row in new {
        let given = [!row.archived_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "id", "campaign_id", "job_type", "status", "priority", "attempts",
            "max_attempts", "idempotency_key", "payload", "result", "last_error",
            "fencing_token", "scheduled_at", "started_at", "finished_at", "created_at"
        ];
        if given[0] {
            columns.push("archived_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.id)?;
            copy.value(row.campaign_id)?;
            copy.value(row.job_type)?;
            copy.value(row.status)?;
            copy.value(row.priority)?;
            copy.value(row.attempts)?;
            copy.value(row.max_attempts)?;
            copy.value(&row.idempotency_key)?;
            copy.value(&row.payload)?;
            copy.value(&row.result)?;
            copy.value(&row.last_error)?;
            copy.value(row.fencing_token)?;
            copy.value(row.scheduled_at)?;
            copy.value(row.started_at)?;
            copy.value(row.finished_at)?;
            copy.value(row.created_at)?;
            if let Some(value) = row.archived_at.value() {
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
    new: &NewCampaignJobArchive,
) -> Result<CampaignJobArchive, CampaignJobArchiveError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignJobArchive) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("job_type", new.job_type)?;
    set.set("status", new.status)?;
    set.set("priority", new.priority)?;
    set.set("attempts", new.attempts)?;
    set.set("max_attempts", new.max_attempts)?;
    set.set("idempotency_key", &new.idempotency_key)?;
    set.set("payload", &new.payload)?;
    set.set("result", &new.result)?;
    set.set("last_error", &new.last_error)?;
    set.set("fencing_token", new.fencing_token)?;
    set.set("scheduled_at", new.scheduled_at)?;
    set.set("started_at", new.started_at)?;
    set.set("finished_at", new.finished_at)?;
    set.set("created_at", new.created_at)?;
    set.or_default("archived_at", &new.archived_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignJobArchivePatch,
) -> Result<Option<CampaignJobArchive>, CampaignJobArchiveError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignJobArchivePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("job_type", patch.job_type)?;
    set.given("status", patch.status)?;
    set.given("priority", patch.priority)?;
    set.given("attempts", patch.attempts)?;
    set.given("max_attempts", patch.max_attempts)?;
    set.given("idempotency_key", patch.idempotency_key.as_ref())?;
    set.given("payload", patch.payload.as_ref())?;
    set.change("result", &patch.result)?;
    set.change("last_error", &patch.last_error)?;
    set.change("fencing_token", &patch.fencing_token)?;
    set.given("scheduled_at", patch.scheduled_at)?;
    set.change("started_at", &patch.started_at)?;
    set.given("finished_at", patch.finished_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("archived_at", patch.archived_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignJobArchiveError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_job_archive WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
