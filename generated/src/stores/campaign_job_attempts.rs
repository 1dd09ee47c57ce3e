// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignJobAttemptError;
use super::super::models::{
    CampaignJobAttempt, CampaignJobAttemptPatch, NewCampaignJobAttempt,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "job_id, fencing_token, attempt, worker_id, outcome, error, started_at, ",
            "finished_at",
        )
    };
}

const TABLE: &str = "public.campaign_job_attempts";
const COLUMNS: &str = columns!();

/// The row with this `job_id`, `fencing_token`.
pub async fn get(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
) -> Result<Option<CampaignJobAttempt>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `job_id`, `fencing_token`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_job_attempts WHERE job_id = ",
        "$1::uuid AND fencing_token = $2::bigint)",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_one(db)
    .await
}

/// The rows with these values of `job_id`, `fencing_token`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64)],
) -> Result<HashMap<(Uuid, i64), CampaignJobAttempt>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<CampaignJobAttempt> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE (job_id, fencing_token) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.job_id, row.fencing_token), row)).collect())
}

/// The row with this `job_id`, `fencing_token`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
) -> Result<Option<CampaignJobAttempt>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
    .await
}

/// The row with this `job_id`, `fencing_token`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
) -> Result<Option<CampaignJobAttempt>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
    .await
}

/// How many rows `public.campaign_job_attempts` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_job_attempts")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignJobAttempt, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignJobAttempt,
) -> Result<CampaignJobAttempt, CampaignJobAttemptError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignJobAttempt],
) -> Result<Vec<CampaignJobAttempt>, CampaignJobAttemptError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("job_id", "uuid", new.iter().map(|row| &row.job_id))?;
    rows.column("fencing_token", "bigint", new.iter().map(|row| &row.fencing_token))?;
    rows.column("attempt", "integer", new.iter().map(|row| &row.attempt))?;
    rows.column("worker_id", "character varying", new.iter().map(|row| &row.worker_id))?;
    rows.column(
        "outcome",
        "public.job_attempt_outcome_enum",
        new.iter().map(|row| &row.outcome),
    )?;
    rows.column("error", "text", new.iter().map(|row| &row.error))?;
    rows.column(
        "started_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.started_at),
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
    new: &[NewCampaignJobAttempt],
) -> Result<u64, CampaignJobAttemptError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewCampaignJobAttempt>> = BTreeMap::new();
    for row in new {
        let given = [!row.finished_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "job_id", "fencing_token", "attempt", "worker_id", "outcome", "error",
            "started_at"
        ];
        if given[0] {
            columns.push("finished_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.job_id)?;
            copy.value(row.fencing_token)?;
            copy.value(row.attempt)?;
            copy.value(&row.worker_id)?;
            copy.value(row.outcome)?;
            copy.value(&row.error)?;
            copy.value(row.started_at)?;
            if let Some(value) = row.finished_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `job_id`, `fencing_token` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignJobAttempt,
) -> Result<CampaignJobAttempt, CampaignJobAttemptError> {
    let row = assignments(new)?
        .upsert(TABLE, "(job_id, fencing_token)", &["job_id", "fencing_token"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignJobAttempt) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("job_id", new.job_id)?;
    set.set("fencing_token", new.fencing_token)?;
    set.set("attempt", new.attempt)?;
    set.set("worker_id", &new.worker_id)?;
    set.set("outcome", new.outcome)?;
    set.set("error", &new.error)?;
    set.set("started_at", new.started_at)?;
    set.or_default("finished_at", &new.finished_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `job_id`, `fencing_token`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
    patch: &CampaignJobAttemptPatch,
) -> Result<Option<CampaignJobAttempt>, CampaignJobAttemptError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, job_id, fencing_token).await?);
    }
    let key_0 = set.argument(job_id)?;
    let key_1 = set.argument(fencing_token)?;
    let condition = format!(
        "job_id = {key_0}::uuid AND fencing_token = {key_1}::bigint"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignJobAttemptPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("attempt", patch.attempt)?;
    set.given("worker_id", patch.worker_id.as_ref())?;
    set.given("outcome", patch.outcome)?;
    set.change("error", &patch.error)?;
    set.given("started_at", patch.started_at)?;
    set.given("finished_at", patch.finished_at)?;
    Ok(set)
}

/// Deletes the row with this `job_id`, `fencing_token`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    job_id: Uuid,
    fencing_token: i64,
) -> Result<bool, CampaignJobAttemptError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_job_attempts WHERE job_id = $1::uuid AND ",
        "fencing_token = $2::bigint",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
