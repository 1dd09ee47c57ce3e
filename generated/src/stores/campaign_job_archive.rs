// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignJobArchiveError;
use super::super::models::{
    CampaignJobArchive, CampaignJobArchivePatch, NewCampaignJobArchive,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, job_type, status, priority, attempts, max_attempts, ",
            "idempotency_key, payload, result, last_error, fencing_token, scheduled_at, ",
            "started_at, finished_at, created_at, archived_at",
        )
    };
}

const TABLE: &str = "public.campaign_job_archive";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignJobArchive>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.campaign_job_archive WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignJobArchive>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignJobArchive>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> BoxFuture<'e, Result<Option<CampaignJobArchive>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> BoxFuture<'e, Result<Vec<CampaignJobArchive>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignJobArchive>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_job_archive` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_job_archive").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignJobArchive, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_job_archive",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJobArchive,
) -> BoxFuture<'e, Result<CampaignJobArchive, CampaignJobArchiveError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignJobArchive],
) -> BoxFuture<'e, Result<Vec<CampaignJobArchive>, CampaignJobArchiveError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "uuid", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("job_type", "public.job_type_enum", |row| &row.job_type);
    rows.column("status", "public.job_status_enum", |row| &row.status);
    rows.column("priority", "smallint", |row| &row.priority);
    rows.column("attempts", "integer", |row| &row.attempts);
    rows.column("max_attempts", "integer", |row| &row.max_attempts);
    rows.column("idempotency_key", "character varying", |row| &row.idempotency_key);
    rows.column("payload", "jsonb", |row| &row.payload);
    rows.column("result", "jsonb", |row| &row.result);
    rows.column("last_error", "text", |row| &row.last_error);
    rows.column("fencing_token", "bigint", |row| &row.fencing_token);
    rows.column("scheduled_at", "timestamp with time zone", |row| &row.scheduled_at);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.column("finished_at", "timestamp with time zone", |row| &row.finished_at);
    rows.column("created_at", "timestamp with time zone", |row| &row.created_at);
    rows.or_default(
        "archived_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.archived_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignJobArchive],
) -> BoxFuture<'e, Result<u64, CampaignJobArchiveError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignJobArchive,
) -> BoxFuture<'e, Result<CampaignJobArchive, CampaignJobArchiveError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCampaignJobArchive {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("campaign_id", self.campaign_id);
        to.set("job_type", self.job_type);
        to.set("status", self.status);
        to.set("priority", self.priority);
        to.set("attempts", self.attempts);
        to.set("max_attempts", self.max_attempts);
        to.set("idempotency_key", &self.idempotency_key);
        to.set("payload", &self.payload);
        to.set("result", &self.result);
        to.set("last_error", &self.last_error);
        to.set("fencing_token", self.fencing_token);
        to.set("scheduled_at", self.scheduled_at);
        to.set("started_at", self.started_at);
        to.set("finished_at", self.finished_at);
        to.set("created_at", self.created_at);
        to.or_default("archived_at", &self.archived_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignJobArchivePatch,
) -> BoxFuture<'e, Result<Option<CampaignJobArchive>, CampaignJobArchiveError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignJobArchivePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("job_type", patch.job_type);
    set.given("status", patch.status);
    set.given("priority", patch.priority);
    set.given("attempts", patch.attempts);
    set.given("max_attempts", patch.max_attempts);
    set.given("idempotency_key", patch.idempotency_key.as_ref());
    set.given("payload", patch.payload.as_ref());
    set.change("result", &patch.result);
    set.change("last_error", &patch.last_error);
    set.change("fencing_token", &patch.fencing_token);
    set.given("scheduled_at", patch.scheduled_at);
    set.change("started_at", &patch.started_at);
    set.given("finished_at", patch.finished_at);
    set.given("created_at", patch.created_at);
    set.given("archived_at", patch.archived_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignJobArchiveError>> {
    Query::new(
        "DELETE FROM public.campaign_job_archive WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}
