// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignStateEventError;
use super::super::models::{
    CampaignStateEvent, CampaignStateEventPatch, NewCampaignStateEvent,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, sequence_number, event_type, phase_type, source_status, ",
        "target_status, source_phase_status, target_phase_status, reason, triggered_by, ",
        "event_data, context, correlation_id, processing_status, processed_at, ",
        "processing_error, created_at",)
    };
}

const TABLE: &str = "public.campaign_state_events";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `sequence_number`.
pub async fn get_by_campaign_id_and_sequence_number(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> Result<Option<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE campaign_id = $1::uuid AND sequence_number = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.campaign_state_events WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `sequence_number`.
pub async fn exists_by_campaign_id_and_sequence_number(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_events WHERE campaign_id = ",
        "$1::uuid AND sequence_number = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignStateEvent>, sqlx::Error> {
    let rows: Vec<CampaignStateEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
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
) -> Result<Option<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
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
) -> Result<Option<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `triggered_by`, by primary key.
pub async fn list_by_triggered_by(
    db: impl PgExecutor<'_>,
    triggered_by: Uuid,
) -> Result<Vec<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE triggered_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(triggered_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `triggered_by`, by value, in one statement.
pub async fn list_by_triggered_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignStateEvent>>, sqlx::Error> {
    let rows: Vec<CampaignStateEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE triggered_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignStateEvent>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.triggered_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<CampaignStateEvent>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
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
) -> Result<HashMap<Uuid, Vec<CampaignStateEvent>>, sqlx::Error> {
    let rows: Vec<CampaignStateEvent> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignStateEvent>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_state_events` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_state_events")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignStateEvent, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateEvent,
) -> Result<CampaignStateEvent, CampaignStateEventError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignStateEvent],
) -> Result<Vec<CampaignStateEvent>, CampaignStateEventError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.or_default(
        "sequence_number",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.sequence_number),
    )?;
    rows.column(
        "event_type",
        "public.state_event_type_enum",
        new.iter().map(|row| &row.event_type),
    )?;
    rows.column(
        "phase_type",
        "public.phase_type_enum",
        new.iter().map(|row| &row.phase_type),
    )?;
    rows.column(
        "source_status",
        "public.campaign_status_enum",
        new.iter().map(|row| &row.source_status),
    )?;
    rows.column(
        "target_status",
        "public.campaign_status_enum",
        new.iter().map(|row| &row.target_status),
    )?;
    rows.column(
        "source_phase_status",
        "public.phase_status_enum",
        new.iter().map(|row| &row.source_phase_status),
    )?;
    rows.column(
        "target_phase_status",
        "public.phase_status_enum",
        new.iter().map(|row| &row.target_phase_status),
    )?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.column("triggered_by", "uuid", new.iter().map(|row| &row.triggered_by))?;
    rows.or_default(
        "event_data",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.event_data),
    )?;
    rows.or_default("context", "jsonb", "('{}')", new.iter().map(|row| &row.context))?;
    rows.column("correlation_id", "uuid", new.iter().map(|row| &row.correlation_id))?;
    rows.or_default(
        "processing_status",
        "public.event_processing_status_enum",
        "('pending')",
        new.iter().map(|row| &row.processing_status),
    )?;
    rows.column(
        "processed_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.processed_at),
    )?;
    rows.column(
        "processing_error",
        "text",
        new.iter().map(|row| &row.processing_error),
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
    new: &[NewCampaignStateEvent],
) -> Result<u64, CampaignStateEventError> {
    let mut kinds: BTreeMap<[bool; 6], Vec<&NewCampaignStateEvent>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.sequence_number.is_default(),
            !row.event_data.is_default(),
            !row.context.is_default(),
            !row.processing_status.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "event_type", "phase_type", "source_status", "target_status",
            "source_phase_status", "target_phase_status", "reason", "triggered_by",
            "correlation_id", "processed_at", "processing_error"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("sequence_number");
        }
        if given[2] {
            columns.push("event_data");
        }
        if given[3] {
            columns.push("context");
        }
        if given[4] {
            columns.push("processing_status");
        }
        if given[5] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.event_type)?;
            copy.value(row.phase_type)?;
            copy.value(row.source_status)?;
            copy.value(row.target_status)?;
            copy.value(row.source_phase_status)?;
            copy.value(row.target_phase_status)?;
            copy.value(&row.reason)?;
            copy.value(row.triggered_by)?;
            copy.value(row.correlation_id)?;
            copy.value(row.processed_at)?;
            copy.value(&row.processing_error)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.sequence_number.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.event_data.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.context.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.processing_status.value() {
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
    new: &NewCampaignStateEvent,
) -> Result<CampaignStateEvent, CampaignStateEventError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `sequence_number` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_sequence_number(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateEvent,
) -> Result<CampaignStateEvent, CampaignStateEventError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, sequence_number)",
            &["campaign_id", "sequence_number", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignStateEvent) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.or_default("sequence_number", &new.sequence_number)?;
    set.set("event_type", new.event_type)?;
    set.set("phase_type", new.phase_type)?;
    set.set("source_status", new.source_status)?;
    set.set("target_status", new.target_status)?;
    set.set("source_phase_status", new.source_phase_status)?;
    set.set("target_phase_status", new.target_phase_status)?;
    set.set("reason", &new.reason)?;
    set.set("triggered_by", new.triggered_by)?;
    set.or_default("event_data", &new.event_data)?;
    set.or_default("context", &new.context)?;
    set.set("correlation_id", new.correlation_id)?;
    set.or_default("processing_status", &new.processing_status)?;
    set.set("processed_at", new.processed_at)?;
    set.set("processing_error", &new.processing_error)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignStateEventPatch,
) -> Result<Option<CampaignStateEvent>, CampaignStateEventError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignStateEventPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("sequence_number", patch.sequence_number)?;
    set.given("event_type", patch.event_type)?;
    set.change("phase_type", &patch.phase_type)?;
    set.change("source_status", &patch.source_status)?;
    set.change("target_status", &patch.target_status)?;
    set.change("source_phase_status", &patch.source_phase_status)?;
    set.change("target_phase_status", &patch.target_phase_status)?;
    set.change("reason", &patch.reason)?;
    set.change("triggered_by", &patch.triggered_by)?;
    set.given("event_data", patch.event_data.as_ref())?;
    set.given("context", patch.context.as_ref())?;
    set.change("correlation_id", &patch.correlation_id)?;
    set.given("processing_status", patch.processing_status)?;
    set.change("processed_at", &patch.processed_at)?;
    set.change("processing_error", &patch.processing_error)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignStateEventError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_state_events WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `sequence_number`; whether there was one.
pub async fn delete_by_campaign_id_and_sequence_number(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> Result<bool, CampaignStateEventError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_state_events WHERE campaign_id = $1::uuid AND ",
        "sequence_number = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
