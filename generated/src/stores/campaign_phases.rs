// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.campaign_phases`.
//!
//! Left out:
//!
//! - an upsert by `campaign_phases_campaign_id_phase_order_key`: it is deferrable.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::errors::CampaignPhaseError;
use super::super::models::{CampaignPhase, CampaignPhasePatch, NewCampaignPhase};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, phase_type, phase_order, status, configuration, total_items, ",
        "processed_items, successful_items, failed_items, progress_percentage, ",
        "error_message, error_details, started_at, paused_at, finished_at, created_at, ",
        "updated_at",)
    };
}

const TABLE: &str = "public.campaign_phases";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `phase_type`.
pub async fn get_by_campaign_id_and_phase_type(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> Result<Option<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = $1::uuid AND phase_type = $2::public.phase_type_enum",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `phase_order`.
pub async fn get_by_campaign_id_and_phase_order(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_order: i16,
) -> Result<Option<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = $1::uuid AND phase_order = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `phase_type`.
pub async fn exists_by_campaign_id_and_phase_type(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE campaign_id = ",
        "$1::uuid AND phase_type = $2::public.phase_type_enum)",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `phase_order`.
pub async fn exists_by_campaign_id_and_phase_order(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_order: i16,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE campaign_id = ",
        "$1::uuid AND phase_order = $2::smallint)",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignPhase>, sqlx::Error> {
    let rows: Vec<CampaignPhase> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> Result<Option<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> Result<Option<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> Result<Vec<CampaignPhase>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> Result<HashMap<Uuid, Vec<CampaignPhase>>, sqlx::Error> {
    let rows: Vec<CampaignPhase> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignPhase>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_phases` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_phases")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignPhase, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignPhase,
) -> Result<CampaignPhase, CampaignPhaseError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignPhase],
) -> Result<Vec<CampaignPhase>, CampaignPhaseError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "phase_type",
        "public.phase_type_enum",
        new.iter().map(|row| &row.phase_type),
    )?;
    rows.column("phase_order", "smallint", new.iter().map(|row| &row.phase_order))?;
    rows.or_default(
        "status",
        "public.phase_status_enum",
        "('not_started')",
        new.iter().map(|row| &row.status),
    )?;
    rows.column("configuration", "jsonb", new.iter().map(|row| &row.configuration))?;
    rows.or_default(
        "total_items",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.total_items),
    )?;
    rows.or_default(
        "processed_items",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.processed_items),
    )?;
    rows.or_default(
        "successful_items",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.successful_items),
    )?;
    rows.or_default(
        "failed_items",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.failed_items),
    )?;
    rows.or_default(
        "progress_percentage",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.progress_percentage),
    )?;
    rows.column("error_message", "text", new.iter().map(|row| &row.error_message))?;
    rows.column("error_details", "jsonb", new.iter().map(|row| &row.error_details))?;
    rows.column(
        "started_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.started_at),
    )?;
    rows.column(
        "paused_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.paused_at),
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
    new: &[NewCampaignPhase],
) -> Result<u64, CampaignPhaseError> {
    let mut kinds: BTreeMap<[bool; 9], Vec<&NewCampaignPhase>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.status.is_default(),
            !row.total_items.is_default(),
            !row.processed_items.is_default(),
            !row.successful_items.is_default(),
            !row.failed_items.is_default(),
            !row.progress_percentage.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "phase_type", "phase_order", "configuration", "error_message",
            "error_details", "started_at", "paused_at", "finished_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("status");
        }
        if given[2] {
            columns.push("total_items");
        }
        if given[3] {
            columns.push("processed_items");
        }
        if given[4] {
            columns.push("successful_items");
        }
        if given[5] {
            columns.push("failed_items");
        }
        if given[6] {
            columns.push("progress_percentage");
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
            copy.value(row.campaign_id)?;
            copy.value(row.phase_type)?;
            copy.value(row.phase_order)?;
            copy.value(&row.configuration)?;
            copy.value(&row.error_message)?;
            copy.value(&row.error_details)?;
            copy.value(row.started_at)?;
            copy.value(row.paused_at)?;
            copy.value(row.finished_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.total_items.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.processed_items.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.successful_items.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.failed_items.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.progress_percentage.value() {
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
    new: &NewCampaignPhase,
) -> Result<CampaignPhase, CampaignPhaseError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `phase_type` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_phase_type(
    db: impl PgExecutor<'_>,
    new: &NewCampaignPhase,
) -> Result<CampaignPhase, CampaignPhaseError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, phase_type)",
            &["campaign_id", "phase_type", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignPhase) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("phase_type", new.phase_type)?;
    set.set("phase_order", new.phase_order)?;
    set.or_default("status", &new.status)?;
    set.set("configuration", &new.configuration)?;
    set.or_default("total_items", &new.total_items)?;
    set.or_default("processed_items", &new.processed_items)?;
    set.or_default("successful_items", &new.successful_items)?;
    set.or_default("failed_items", &new.failed_items)?;
    set.or_default("progress_percentage", &new.progress_percentage)?;
    set.set("error_message", &new.error_message)?;
    set.set("error_details", &new.error_details)?;
    set.set("started_at", new.started_at)?;
    set.set("paused_at", new.paused_at)?;
    set.set("finished_at", new.finished_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignPhasePatch,
) -> Result<Option<CampaignPhase>, CampaignPhaseError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignPhasePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("phase_type", patch.phase_type)?;
    set.given("phase_order", patch.phase_order)?;
    set.given("status", patch.status)?;
    set.change("configuration", &patch.configuration)?;
    set.given("total_items", patch.total_items)?;
    set.given("processed_items", patch.processed_items)?;
    set.given("successful_items", patch.successful_items)?;
    set.given("failed_items", patch.failed_items)?;
    set.given("progress_percentage", patch.progress_percentage)?;
    set.change("error_message", &patch.error_message)?;
    set.change("error_details", &patch.error_details)?;
    set.change("started_at", &patch.started_at)?;
    set.change("paused_at", &patch.paused_at)?;
    set.change("finished_at", &patch.finished_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignPhaseError> {
    let done = sqlx::query("DELETE FROM public.campaign_phases WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `phase_type`; whether there was one.
pub async fn delete_by_campaign_id_and_phase_type(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> Result<bool, CampaignPhaseError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_phases WHERE campaign_id = $1::uuid AND ",
        "phase_type = $2::public.phase_type_enum",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `phase_order`; whether there was one.
pub async fn delete_by_campaign_id_and_phase_order(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    phase_order: i16,
) -> Result<bool, CampaignPhaseError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_phases WHERE campaign_id = $1::uuid AND ",
        "phase_order = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
