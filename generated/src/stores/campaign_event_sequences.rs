// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignEventSequenceError;
use super::super::models::{
    CampaignEventSequence, CampaignEventSequencePatch, NewCampaignEventSequence,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "campaign_id, last_sequence"
    };
}

const TABLE: &str = "public.campaign_event_sequences";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<CampaignEventSequence>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_event_sequences WHERE campaign_id ",
        "= $1::uuid)",
    ))
    .bind(campaign_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignEventSequence>, sqlx::Error> {
    let rows: Vec<CampaignEventSequence> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.campaign_id, row)).collect())
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<CampaignEventSequence>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<CampaignEventSequence>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.campaign_event_sequences` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_event_sequences")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignEventSequence, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignEventSequence,
) -> Result<CampaignEventSequence, CampaignEventSequenceError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignEventSequence],
) -> Result<Vec<CampaignEventSequence>, CampaignEventSequenceError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.or_default(
        "last_sequence",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.last_sequence),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCampaignEventSequence],
) -> Result<u64, CampaignEventSequenceError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewCampaignEventSequence>> = BTreeMap::new();
    for row in new {
        let given = [!row.last_sequence.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["campaign_id"];
        if given[0] {
            columns.push("last_sequence");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            if let Some(value) = row.last_sequence.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignEventSequence,
) -> Result<CampaignEventSequence, CampaignEventSequenceError> {
    let row = assignments(new)?
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignEventSequence) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.or_default("last_sequence", &new.last_sequence)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    patch: &CampaignEventSequencePatch,
) -> Result<Option<CampaignEventSequence>, CampaignEventSequenceError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let condition = format!("campaign_id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignEventSequencePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("last_sequence", patch.last_sequence)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<bool, CampaignEventSequenceError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_event_sequences WHERE campaign_id = $1::uuid",
    )
    .bind(campaign_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
