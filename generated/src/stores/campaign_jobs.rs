// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignJobError;
use super::super::models::{CampaignJob, CampaignJobPatch, NewCampaignJob};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, job_type, status, priority, scheduled_at, next_execution_at, ",
            "attempts, max_attempts, idempotency_key, payload, result, last_error, ",
            "lease_owner, lease_expires_at, fencing_token, started_at, finished_at, ",
            "created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.campaign_jobs";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `idempotency_key`.
pub fn get_by_campaign_id_and_idempotency_key<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> BoxFuture<'e, Result<Option<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE campaign_id = $1::uuid AND idempotency_key = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.campaign_jobs WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `idempotency_key`.
pub fn exists_by_campaign_id_and_idempotency_key<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_jobs WHERE campaign_id = $1::uuid ",
        "AND idempotency_key = $2::character varying)",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_campaign_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignJob>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_jobs` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_jobs").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignJob, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_jobs",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJob,
) -> BoxFuture<'e, Result<CampaignJob, CampaignJobError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignJob],
) -> BoxFuture<'e, Result<Vec<CampaignJob>, CampaignJobError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("job_type", "public.job_type_enum", |row| &row.job_type);
    rows.or_default("status", "public.job_status_enum", "('pending')", |row| &row.status);
    rows.or_default("priority", "smallint", "(5)", |row| &row.priority);
    rows.or_default(
        "scheduled_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.scheduled_at,
    );
    rows.or_default(
        "next_execution_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.next_execution_at,
    );
    rows.or_default("attempts", "integer", "(0)", |row| &row.attempts);
    rows.or_default("max_attempts", "integer", "(3)", |row| &row.max_attempts);
    rows.or_default(
        "idempotency_key",
        "character varying",
        "(gen_random_uuid()::text)",
        |row| &row.idempotency_key,
    );
    rows.or_default("payload", "jsonb", "('{}')", |row| &row.payload);
    rows.column("result", "jsonb", |row| &row.result);
    rows.column("last_error", "text", |row| &row.last_error);
    rows.column("lease_owner", "character varying", |row| &row.lease_owner);
    rows.column(
        "lease_expires_at",
        "timestamp with time zone",
        |row| &row.lease_expires_at,
    );
    rows.column("fencing_token", "bigint", |row| &row.fencing_token);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.column("finished_at", "timestamp with time zone", |row| &row.finished_at);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.updated_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignJob],
) -> BoxFuture<'e, Result<u64, CampaignJobError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJob,
) -> BoxFuture<'e, Result<CampaignJob, CampaignJobError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `idempotency_key`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_idempotency_key<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJob,
) -> BoxFuture<'e, Result<CampaignJob, CampaignJobError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, idempotency_key)",
            &["campaign_id", "idempotency_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCampaignJob {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("campaign_id", self.campaign_id);
        to.set("job_type", self.job_type);
        to.or_default("status", &self.status);
        to.or_default("priority", &self.priority);
        to.or_default("scheduled_at", &self.scheduled_at);
        to.or_default("next_execution_at", &self.next_execution_at);
        to.or_default("attempts", &self.attempts);
        to.or_default("max_attempts", &self.max_attempts);
        to.or_default("idempotency_key", &self.idempotency_key);
        to.or_default("payload", &self.payload);
        to.set("result", &self.result);
        to.set("last_error", &self.last_error);
        to.set("lease_owner", &self.lease_owner);
        to.set("lease_expires_at", self.lease_expires_at);
        to.set("fencing_token", self.fencing_token);
        to.set("started_at", self.started_at);
        to.set("finished_at", self.finished_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignJobPatch,
) -> BoxFuture<'e, Result<Option<CampaignJob>, CampaignJobError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignJobPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("job_type", patch.job_type);
    set.given("status", patch.status);
    set.given("priority", patch.priority);
    set.given("scheduled_at", patch.scheduled_at);
    set.given("next_execution_at", patch.next_execution_at);
    set.given("attempts", patch.attempts);
    set.given("max_attempts", patch.max_attempts);
    set.given("idempotency_key", patch.idempotency_key.as_ref());
    set.given("payload", patch.payload.as_ref());
    set.change("result", &patch.result);
    set.change("last_error", &patch.last_error);
    set.change("lease_owner", &patch.lease_owner);
    set.change("lease_expires_at", &patch.lease_expires_at);
    set.change("fencing_token", &patch.fencing_token);
    set.change("started_at", &patch.started_at);
    set.change("finished_at", &patch.finished_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignJobError>> {
    Query::new("DELETE FROM public.campaign_jobs WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `campaign_id`, `idempotency_key`; gives whether there was one.
pub fn delete_by_campaign_id_and_idempotency_key<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    idempotency_key: &str,
) -> BoxFuture<'e, Result<bool, CampaignJobError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_jobs WHERE campaign_id = $1::uuid AND ",
        "idempotency_key = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(idempotency_key)
    .affects(db)
}
