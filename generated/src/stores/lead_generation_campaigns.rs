// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::LeadGenerationCampaignError;
use super::super::models::{
    LeadGenerationCampaign, LeadGenerationCampaignPatch, NewLeadGenerationCampaign,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, name, description, owner_id, campaign_type, status, current_phase, ",
        "phase_status, total_phases, completed_phases, total_items, processed_items, ",
        "successful_items, failed_items, progress_percentage, is_full_sequence_mode, ",
        "auto_advance_phases, domain_generation_config, dns_validation_config, ",
        "http_validation_config, analysis_config, processing_rate, ",
        "estimated_completion_at, last_heartbeat_at, error_message, error_details, ",
        "started_at, finished_at, version, created_at, updated_at",)
    };
}

const TABLE: &str = "public.lead_generation_campaigns";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<LeadGenerationCampaign>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.lead_generation_campaigns WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, LeadGenerationCampaign>, sqlx::Error> {
    let rows: Vec<LeadGenerationCampaign> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
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
) -> Result<Option<LeadGenerationCampaign>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
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
) -> Result<Option<LeadGenerationCampaign>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `owner_id`, by primary key.
pub async fn list_by_owner_id(
    db: impl PgExecutor<'_>,
    owner_id: Uuid,
) -> Result<Vec<LeadGenerationCampaign>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE owner_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(owner_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `owner_id`, by value, in one statement.
pub async fn list_by_owner_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<LeadGenerationCampaign>>, sqlx::Error> {
    let rows: Vec<LeadGenerationCampaign> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE owner_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<LeadGenerationCampaign>> = HashMap::new();
    for row in rows {
        found.entry(row.owner_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.lead_generation_campaigns` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.lead_generation_campaigns")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<LeadGenerationCampaign, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewLeadGenerationCampaign,
) -> Result<LeadGenerationCampaign, LeadGenerationCampaignError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewLeadGenerationCampaign],
) -> Result<Vec<LeadGenerationCampaign>, LeadGenerationCampaignError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("name", "character varying", new.iter().map(|row| &row.name))?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.column("owner_id", "uuid", new.iter().map(|row| &row.owner_id))?;
    rows.or_default(
        "campaign_type",
        "public.campaign_type_enum",
        "('lead_generation')",
        new.iter().map(|row| &row.campaign_type),
    )?;
    rows.or_default(
        "status",
        "public.campaign_status_enum",
        "('draft')",
        new.iter().map(|row| &row.status),
    )?;
    rows.column(
        "current_phase",
        "public.phase_type_enum",
        new.iter().map(|row| &row.current_phase),
    )?;
    rows.column(
        "phase_status",
        "public.phase_status_enum",
        new.iter().map(|row| &row.phase_status),
    )?;
    rows.or_default(
        "total_phases",
        "integer",
        "(4)",
        new.iter().map(|row| &row.total_phases),
    )?;
    rows.or_default(
        "completed_phases",
        "integer",
        "(0)",
        new.iter().map(|row| &row.completed_phases),
    )?;
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
    rows.or_default(
        "is_full_sequence_mode",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.is_full_sequence_mode),
    )?;
    rows.or_default(
        "auto_advance_phases",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.auto_advance_phases),
    )?;
    rows.or_default(
        "domain_generation_config",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.domain_generation_config),
    )?;
    rows.or_default(
        "dns_validation_config",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.dns_validation_config),
    )?;
    rows.or_default(
        "http_validation_config",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.http_validation_config),
    )?;
    rows.or_default(
        "analysis_config",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.analysis_config),
    )?;
    rows.column(
        "processing_rate",
        "numeric",
        new.iter().map(|row| &row.processing_rate),
    )?;
    rows.column(
        "estimated_completion_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.estimated_completion_at),
    )?;
    rows.column(
        "last_heartbeat_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_heartbeat_at),
    )?;
    rows.column("error_message", "text", new.iter().map(|row| &row.error_message))?;
    rows.column("error_details", "jsonb", new.iter().map(|row| &row.error_details))?;
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
    rows.or_default("version", "integer", "(1)", new.iter().map(|row| &row.version))?;
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
    new: &[NewLeadGenerationCampaign],
) -> Result<u64, LeadGenerationCampaignError> {
    let mut kinds: BTreeMap<[bool; 19], Vec<&NewLeadGenerationCampaign>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.campaign_type.is_default(),
            !row.status.is_default(),
            !row.total_phases.is_default(),
            !row.completed_phases.is_default(),
            !row.total_items.is_default(),
            !row.processed_items.is_default(),
            !row.successful_items.is_default(),
            !row.failed_items.is_default(),
            !row.progress_percentage.is_default(),
            !row.is_full_sequence_mode.is_default(),
            !row.auto_advance_phases.is_default(),
            !row.domain_generation_config.is_default(),
            !row.dns_validation_config.is_default(),
            !row.http_validation_config.is_default(),
            !row.analysis_config.is_default(),
            !row.version.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "name", "description", "owner_id", "current_phase", "phase_status",
            "processing_rate", "estimated_completion_at", "last_heartbeat_at",
            "error_message", "error_details", "started_at", "finished_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("campaign_type");
        }
        if given[2] {
            columns.push("status");
        }
        if given[3] {
            columns.push("total_phases");
        }
        if given[4] {
            columns.push("completed_phases");
        }
        if given[5] {
            columns.push("total_items");
        }
        if given[6] {
            columns.push("processed_items");
        }
        if given[7] {
            columns.push("successful_items");
        }
        if given[8] {
            columns.push("failed_items");
        }
        if given[9] {
            columns.push("progress_percentage");
        }
        if given[10] {
            columns.push("is_full_sequence_mode");
        }
        if given[11] {
            columns.push("auto_advance_phases");
        }
        if given[12] {
            columns.push("domain_generation_config");
        }
        if given[13] {
            columns.push("dns_validation_config");
        }
        if given[14] {
            columns.push("http_validation_config");
        }
        if given[15] {
            columns.push("analysis_config");
        }
        if given[16] {
            columns.push("version");
        }
        if given[17] {
            columns.push("created_at");
        }
        if given[18] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.name)?;
            copy.value(&row.description)?;
            copy.value(row.owner_id)?;
            copy.value(row.current_phase)?;
            copy.value(row.phase_status)?;
            copy.value(row.processing_rate)?;
            copy.value(row.estimated_completion_at)?;
            copy.value(row.last_heartbeat_at)?;
            copy.value(&row.error_message)?;
            copy.value(&row.error_details)?;
            copy.value(row.started_at)?;
            copy.value(row.finished_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.campaign_type.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.total_phases.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.completed_phases.value() {
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
            if let Some(value) = row.is_full_sequence_mode.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.auto_advance_phases.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.domain_generation_config.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_validation_config.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_validation_config.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.analysis_config.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.version.value() {
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
    new: &NewLeadGenerationCampaign,
) -> Result<LeadGenerationCampaign, LeadGenerationCampaignError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewLeadGenerationCampaign) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("name", &new.name)?;
    set.set("description", &new.description)?;
    set.set("owner_id", new.owner_id)?;
    set.or_default("campaign_type", &new.campaign_type)?;
    set.or_default("status", &new.status)?;
    set.set("current_phase", new.current_phase)?;
    set.set("phase_status", new.phase_status)?;
    set.or_default("total_phases", &new.total_phases)?;
    set.or_default("completed_phases", &new.completed_phases)?;
    set.or_default("total_items", &new.total_items)?;
    set.or_default("processed_items", &new.processed_items)?;
    set.or_default("successful_items", &new.successful_items)?;
    set.or_default("failed_items", &new.failed_items)?;
    set.or_default("progress_percentage", &new.progress_percentage)?;
    set.or_default("is_full_sequence_mode", &new.is_full_sequence_mode)?;
    set.or_default("auto_advance_phases", &new.auto_advance_phases)?;
    set.or_default("domain_generation_config", &new.domain_generation_config)?;
    set.or_default("dns_validation_config", &new.dns_validation_config)?;
    set.or_default("http_validation_config", &new.http_validation_config)?;
    set.or_default("analysis_config", &new.analysis_config)?;
    set.set("processing_rate", new.processing_rate)?;
    set.set("estimated_completion_at", new.estimated_completion_at)?;
    set.set("last_heartbeat_at", new.last_heartbeat_at)?;
    set.set("error_message", &new.error_message)?;
    set.set("error_details", &new.error_details)?;
    set.set("started_at", new.started_at)?;
    set.set("finished_at", new.finished_at)?;
    set.or_default("version", &new.version)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &LeadGenerationCampaignPatch,
) -> Result<Option<LeadGenerationCampaign>, LeadGenerationCampaignError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &LeadGenerationCampaignPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref())?;
    set.change("description", &patch.description)?;
    set.given("owner_id", patch.owner_id)?;
    set.given("campaign_type", patch.campaign_type)?;
    set.given("status", patch.status)?;
    set.change("current_phase", &patch.current_phase)?;
    set.change("phase_status", &patch.phase_status)?;
    set.given("total_phases", patch.total_phases)?;
    set.given("completed_phases", patch.completed_phases)?;
    set.given("total_items", patch.total_items)?;
    set.given("processed_items", patch.processed_items)?;
    set.given("successful_items", patch.successful_items)?;
    set.given("failed_items", patch.failed_items)?;
    set.given("progress_percentage", patch.progress_percentage)?;
    set.given("is_full_sequence_mode", patch.is_full_sequence_mode)?;
    set.given("auto_advance_phases", patch.auto_advance_phases)?;
    set.given("domain_generation_config", patch.domain_generation_config.as_ref())?;
    set.given("dns_validation_config", patch.dns_validation_config.as_ref())?;
    set.given("http_validation_config", patch.http_validation_config.as_ref())?;
    set.given("analysis_config", patch.analysis_config.as_ref())?;
    set.change("processing_rate", &patch.processing_rate)?;
    set.change("estimated_completion_at", &patch.estimated_completion_at)?;
    set.change("last_heartbeat_at", &patch.last_heartbeat_at)?;
    set.change("error_message", &patch.error_message)?;
    set.change("error_details", &patch.error_details)?;
    set.change("started_at", &patch.started_at)?;
    set.change("finished_at", &patch.finished_at)?;
    set.given("version", patch.version)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, LeadGenerationCampaignError> {
    let done = sqlx::query(
        "DELETE FROM public.lead_generation_campaigns WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
