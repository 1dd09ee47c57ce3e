// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignJobAttemptError;
use super::super::models::{
    CampaignJobAttempt, CampaignJobAttemptPatch, NewCampaignJobAttempt,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
) -> BoxFuture<'e, Result<Option<CampaignJobAttempt>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
}

/// Whether there is a row with this `job_id`, `fencing_token`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_job_attempts WHERE job_id = ",
        "$1::uuid AND fencing_token = $2::bigint)",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_value(db)
}

/// The rows with these values of `job_id`, `fencing_token`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i64), CampaignJobAttempt>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE (job_id, fencing_token) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.job_id, row.fencing_token)))
}

/// The row with this `job_id`, `fencing_token`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
) -> BoxFuture<'e, Result<Option<CampaignJobAttempt>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
}

/// The row with this `job_id`, `fencing_token`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
) -> BoxFuture<'e, Result<Option<CampaignJobAttempt>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
        " WHERE job_id = $1::uuid AND fencing_token = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .fetch_optional(db)
}

/// How many rows `public.campaign_job_attempts` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_job_attempts").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignJobAttempt, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_attempts",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJobAttempt,
) -> BoxFuture<'e, Result<CampaignJobAttempt, CampaignJobAttemptError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignJobAttempt],
) -> BoxFuture<'e, Result<Vec<CampaignJobAttempt>, CampaignJobAttemptError>> {
    let mut rows = Rows::new(new);
    rows.column("job_id", "uuid", |row| &row.job_id);
    rows.column("fencing_token", "bigint", |row| &row.fencing_token);
    rows.column("attempt", "integer", |row| &row.attempt);
    rows.column("worker_id", "character varying", |row| &row.worker_id);
    rows.column("outcome", "public.job_attempt_outcome_enum", |row| &row.outcome);
    rows.column("error", "text", |row| &row.error);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.or_default(
        "finished_at",
        "timestamp with time zone",
        "(clock_timestamp())",
        |row| &row.finished_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignJobAttempt],
) -> BoxFuture<'e, Result<u64, CampaignJobAttemptError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `job_id`, `fencing_token`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJobAttempt,
) -> BoxFuture<'e, Result<CampaignJobAttempt, CampaignJobAttemptError>> {
    Assignments::of(new)
        .upsert(TABLE, "(job_id, fencing_token)", &["job_id", "fencing_token"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCampaignJobAttempt {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("job_id", self.job_id);
        to.set("fencing_token", self.fencing_token);
        to.set("attempt", self.attempt);
        to.set("worker_id", &self.worker_id);
        to.set("outcome", self.outcome);
        to.set("error", &self.error);
        to.set("started_at", self.started_at);
        to.or_default("finished_at", &self.finished_at);
    }
}

/// Writes what the patch sets to the row with this `job_id`, `fencing_token`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
    patch: &CampaignJobAttemptPatch,
) -> BoxFuture<'e, Result<Option<CampaignJobAttempt>, CampaignJobAttemptError>> {
    changes(patch)
        .key("job_id", "uuid", job_id)
        .key("fencing_token", "bigint", fencing_token)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignJobAttemptPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("attempt", patch.attempt);
    set.given("worker_id", patch.worker_id.as_ref());
    set.given("outcome", patch.outcome);
    set.change("error", &patch.error);
    set.given("started_at", patch.started_at);
    set.given("finished_at", patch.finished_at);
    set
}

/// Deletes the row with this `job_id`, `fencing_token`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    job_id: Uuid,
    fencing_token: i64,
) -> BoxFuture<'e, Result<bool, CampaignJobAttemptError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_job_attempts WHERE job_id = $1::uuid AND ",
        "fencing_token = $2::bigint",
    ))
    .bind(job_id)
    .bind(fencing_token)
    .affects(db)
}
