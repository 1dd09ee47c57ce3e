// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignStateTransitionError;
use super::super::models::{
    CampaignStateTransition, CampaignStateTransitionPatch, NewCampaignStateTransition,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, state_event_id, phase_type, from_status, to_status, ",
        "from_phase_status, to_phase_status, is_valid, refusal_reason, requested_at, ",
        "finished_at",)
    };
}

const TABLE: &str = "public.campaign_state_transitions";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<CampaignStateTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `state_event_id`.
pub async fn get_by_state_event_id(
    db: impl PgExecutor<'_>,
    state_event_id: Uuid,
) -> Result<Option<CampaignStateTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE state_event_id = $1::uuid",
    ))
    .bind(state_event_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_transitions WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `state_event_id`.
pub async fn exists_by_state_event_id(
    db: impl PgExecutor<'_>,
    state_event_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_transitions WHERE ",
        "state_event_id = $1::uuid)",
    ))
    .bind(state_event_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, CampaignStateTransition>, sqlx::Error> {
    let rows: Vec<CampaignStateTransition> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
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
) -> Result<Option<CampaignStateTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
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
) -> Result<Option<CampaignStateTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The rows with these values of `state_event_id`, in one statement; what has no row is not in the map.
pub async fn get_many_by_state_event_id(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignStateTransition>, sqlx::Error> {
    let rows: Vec<CampaignStateTransition> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE state_event_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        if let Some(key_1) = row.state_event_id {
            found.insert(key_1, row);
        }
    }
    Ok(found)
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<CampaignStateTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
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
) -> Result<HashMap<Uuid, Vec<CampaignStateTransition>>, sqlx::Error> {
    let rows: Vec<CampaignStateTransition> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignStateTransition>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_state_transitions` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_state_transitions")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignStateTransition, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateTransition,
) -> Result<CampaignStateTransition, CampaignStateTransitionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignStateTransition],
) -> Result<Vec<CampaignStateTransition>, CampaignStateTransitionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("state_event_id", "uuid", new.iter().map(|row| &row.state_event_id))?;
    rows.column(
        "phase_type",
        "public.phase_type_enum",
        new.iter().map(|row| &row.phase_type),
    )?;
    rows.column(
        "from_status",
        "public.campaign_status_enum",
        new.iter().map(|row| &row.from_status),
    )?;
    rows.column(
        "to_status",
        "public.campaign_status_enum",
        new.iter().map(|row| &row.to_status),
    )?;
    rows.column(
        "from_phase_status",
        "public.phase_status_enum",
        new.iter().map(|row| &row.from_phase_status),
    )?;
    rows.column(
        "to_phase_status",
        "public.phase_status_enum",
        new.iter().map(|row| &row.to_phase_status),
    )?;
    rows.column("is_valid", "boolean", new.iter().map(|row| &row.is_valid))?;
    rows.column("refusal_reason", "text", new.iter().map(|row| &row.refusal_reason))?;
    rows.or_default(
        "requested_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.requested_at),
    )?;
    rows.or_default(
        "finished_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        new.iter().map(|row| &row.finished_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCampaignStateTransition],
) -> Result<u64, CampaignStateTransitionError> {
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewCampaignStateTransition>> = BTreeMap::new();
    for row in new {
        let given = [!row.requested_at.is_default(), !row.finished_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "state_event_id", "phase_type", "from_status", "to_status",
            "from_phase_status", "to_phase_status", "is_valid", "refusal_reason"
        ];
        if given[0] {
            columns.push("requested_at");
        }
        if given[1] {
            columns.push("finished_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.state_event_id)?;
            copy.value(row.phase_type)?;
            copy.value(row.from_status)?;
            copy.value(row.to_status)?;
            copy.value(row.from_phase_status)?;
            copy.value(row.to_phase_status)?;
            copy.value(row.is_valid)?;
            copy.value(&row.refusal_reason)?;
            if let Some(value) = row.requested_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.finished_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `state_event_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_state_event_id(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateTransition,
) -> Result<CampaignStateTransition, CampaignStateTransitionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(state_event_id)", &["state_event_id", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignStateTransition) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("state_event_id", new.state_event_id)?;
    set.set("phase_type", new.phase_type)?;
    set.set("from_status", new.from_status)?;
    set.set("to_status", new.to_status)?;
    set.set("from_phase_status", new.from_phase_status)?;
    set.set("to_phase_status", new.to_phase_status)?;
    set.set("is_valid", new.is_valid)?;
    set.set("refusal_reason", &new.refusal_reason)?;
    set.or_default("requested_at", &new.requested_at)?;
    set.or_default("finished_at", &new.finished_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &CampaignStateTransitionPatch,
) -> Result<Option<CampaignStateTransition>, CampaignStateTransitionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignStateTransitionPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.change("state_event_id", &patch.state_event_id)?;
    set.change("phase_type", &patch.phase_type)?;
    set.change("from_status", &patch.from_status)?;
    set.change("to_status", &patch.to_status)?;
    set.change("from_phase_status", &patch.from_phase_status)?;
    set.change("to_phase_status", &patch.to_phase_status)?;
    set.given("is_valid", patch.is_valid)?;
    set.change("refusal_reason", &patch.refusal_reason)?;
    set.given("requested_at", patch.requested_at)?;
    set.given("finished_at", patch.finished_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<bool, CampaignStateTransitionError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_state_transitions WHERE id = $1::bigint",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `state_event_id`; whether there was one.
pub async fn delete_by_state_event_id(
    db: impl PgExecutor<'_>,
    state_event_id: Uuid,
) -> Result<bool, CampaignStateTransitionError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_state_transitions WHERE state_event_id = $1::uuid",
    )
    .bind(state_event_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
