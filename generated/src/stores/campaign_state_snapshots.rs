// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignStateSnapshotError;
use super::super::models::{
    CampaignStateSnapshot, CampaignStateSnapshotPatch, NewCampaignStateSnapshot,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, last_event_sequence, state_data, checksum, is_valid, ",
            "invalid_reason, created_at",
        )
    };
}

const TABLE: &str = "public.campaign_state_snapshots";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignStateSnapshot>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `last_event_sequence`.
pub async fn get_by_campaign_id_and_last_event_sequence(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> Result<Option<CampaignStateSnapshot>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE campaign_id = $1::uuid AND last_event_sequence = $2::bigint AND ",
        "(is_valid)",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_snapshots WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `last_event_sequence`.
pub async fn exists_by_campaign_id_and_last_event_sequence(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_snapshots WHERE campaign_id ",
        "= $1::uuid AND last_event_sequence = $2::bigint AND (is_valid))",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignStateSnapshot>, sqlx::Error> {
    let rows: Vec<CampaignStateSnapshot> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> Result<Option<CampaignStateSnapshot>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> Result<Option<CampaignStateSnapshot>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> Result<Vec<CampaignStateSnapshot>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> Result<HashMap<Uuid, Vec<CampaignStateSnapshot>>, sqlx::Error> {
    let rows: Vec<CampaignStateSnapshot> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignStateSnapshot>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_state_snapshots` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_state_snapshots")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignStateSnapshot, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateSnapshot,
) -> Result<CampaignStateSnapshot, CampaignStateSnapshotError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignStateSnapshot],
) -> Result<Vec<CampaignStateSnapshot>, CampaignStateSnapshotError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "last_event_sequence",
        "bigint",
        new.iter().map(|row| &row.last_event_sequence),
    )?;
    rows.column("state_data", "jsonb", new.iter().map(|row| &row.state_data))?;
    rows.or_default(
        "is_valid",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_valid),
    )?;
    rows.column("invalid_reason", "text", new.iter().map(|row| &row.invalid_reason))?;
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
    new: &[NewCampaignStateSnapshot],
) -> Result<u64, CampaignStateSnapshotError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewCampaignStateSnapshot>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.is_valid.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "last_event_sequence", "state_data", "invalid_reason"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("is_valid");
        }
        if given[2] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.last_event_sequence)?;
            copy.value(&row.state_data)?;
            copy.value(&row.invalid_reason)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_valid.value() {
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
    new: &NewCampaignStateSnapshot,
) -> Result<CampaignStateSnapshot, CampaignStateSnapshotError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `last_event_sequence` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_last_event_sequence(
    db: impl PgExecutor<'_>,
    new: &NewCampaignStateSnapshot,
) -> Result<CampaignStateSnapshot, CampaignStateSnapshotError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, last_event_sequence) WHERE is_valid",
            &["campaign_id", "last_event_sequence", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignStateSnapshot) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("last_event_sequence", new.last_event_sequence)?;
    set.set("state_data", &new.state_data)?;
    set.or_default("is_valid", &new.is_valid)?;
    set.set("invalid_reason", &new.invalid_reason)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignStateSnapshotPatch,
) -> Result<Option<CampaignStateSnapshot>, CampaignStateSnapshotError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignStateSnapshotPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("last_event_sequence", patch.last_event_sequence)?;
    set.given("state_data", patch.state_data.as_ref())?;
    set.given("is_valid", patch.is_valid)?;
    set.change("invalid_reason", &patch.invalid_reason)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignStateSnapshotError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_state_snapshots WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `last_event_sequence`; whether there was one.
pub async fn delete_by_campaign_id_and_last_event_sequence(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> Result<bool, CampaignStateSnapshotError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_state_snapshots WHERE campaign_id = $1::uuid AND ",
        "last_event_sequence = $2::bigint AND (is_valid)",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
