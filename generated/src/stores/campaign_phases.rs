// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.campaign_phases`.
//!
//! Left out:
//!
//! - an upsert by `campaign_phases_campaign_id_phase_order_key`: it is deferrable.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::errors::CampaignPhaseError;
use super::super::models::{CampaignPhase, CampaignPhasePatch, NewCampaignPhase};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, phase_type, phase_order, status, configuration, total_items, ",
            "processed_items, successful_items, failed_items, progress_percentage, ",
            "error_message, error_details, started_at, paused_at, finished_at, created_at, ",
            "updated_at",
        )
    };
}

const TABLE: &str = "public.campaign_phases";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `phase_type`.
pub fn get_by_campaign_id_and_phase_type<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> BoxFuture<'e, Result<Option<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = $1::uuid AND phase_type = $2::public.phase_type_enum",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `phase_order`.
pub fn get_by_campaign_id_and_phase_order<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_order: i16,
) -> BoxFuture<'e, Result<Option<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = $1::uuid AND phase_order = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `phase_type`.
pub fn exists_by_campaign_id_and_phase_type<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE campaign_id = ",
        "$1::uuid AND phase_type = $2::public.phase_type_enum)",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `phase_order`.
pub fn exists_by_campaign_id_and_phase_order<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_order: i16,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_phases WHERE campaign_id = ",
        "$1::uuid AND phase_order = $2::smallint)",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> BoxFuture<'e, Result<Option<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> BoxFuture<'e, Result<Vec<CampaignPhase>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignPhase>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_phases` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_phases").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignPhase, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_phases",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignPhase,
) -> BoxFuture<'e, Result<CampaignPhase, CampaignPhaseError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignPhase],
) -> BoxFuture<'e, Result<Vec<CampaignPhase>, CampaignPhaseError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("phase_type", "public.phase_type_enum", |row| &row.phase_type);
    rows.column("phase_order", "smallint", |row| &row.phase_order);
    rows.or_default(
        "status",
        "public.phase_status_enum",
        "('not_started')",
        |row| &row.status,
    );
    rows.column("configuration", "jsonb", |row| &row.configuration);
    rows.or_default("total_items", "bigint", "(0)", |row| &row.total_items);
    rows.or_default("processed_items", "bigint", "(0)", |row| &row.processed_items);
    rows.or_default("successful_items", "bigint", "(0)", |row| &row.successful_items);
    rows.or_default("failed_items", "bigint", "(0)", |row| &row.failed_items);
    rows.or_default(
        "progress_percentage",
        "numeric",
        "(0)",
        |row| &row.progress_percentage,
    );
    rows.column("error_message", "text", |row| &row.error_message);
    rows.column("error_details", "jsonb", |row| &row.error_details);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.column("paused_at", "timestamp with time zone", |row| &row.paused_at);
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
    new: &'e [NewCampaignPhase],
) -> BoxFuture<'e, Result<u64, CampaignPhaseError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignPhase,
) -> BoxFuture<'e, Result<CampaignPhase, CampaignPhaseError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `phase_type`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_phase_type<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignPhase,
) -> BoxFuture<'e, Result<CampaignPhase, CampaignPhaseError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, phase_type)",
            &["campaign_id", "phase_type", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCampaignPhase {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("campaign_id", self.campaign_id);
        to.set("phase_type", self.phase_type);
        to.set("phase_order", self.phase_order);
        to.or_default("status", &self.status);
        to.set("configuration", &self.configuration);
        to.or_default("total_items", &self.total_items);
        to.or_default("processed_items", &self.processed_items);
        to.or_default("successful_items", &self.successful_items);
        to.or_default("failed_items", &self.failed_items);
        to.or_default("progress_percentage", &self.progress_percentage);
        to.set("error_message", &self.error_message);
        to.set("error_details", &self.error_details);
        to.set("started_at", self.started_at);
        to.set("paused_at", self.paused_at);
        to.set("finished_at", self.finished_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignPhasePatch,
) -> BoxFuture<'e, Result<Option<CampaignPhase>, CampaignPhaseError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignPhasePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("phase_type", patch.phase_type);
    set.given("phase_order", patch.phase_order);
    set.given("status", patch.status);
    set.change("configuration", &patch.configuration);
    set.given("total_items", patch.total_items);
    set.given("processed_items", patch.processed_items);
    set.given("successful_items", patch.successful_items);
    set.given("failed_items", patch.failed_items);
    set.given("progress_percentage", patch.progress_percentage);
    set.change("error_message", &patch.error_message);
    set.change("error_details", &patch.error_details);
    set.change("started_at", &patch.started_at);
    set.change("paused_at", &patch.paused_at);
    set.change("finished_at", &patch.finished_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignPhaseError>> {
    Query::new("DELETE FROM public.campaign_phases WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `campaign_id`, `phase_type`; gives whether there was one.
pub fn delete_by_campaign_id_and_phase_type<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_type: PhaseTypeEnum,
) -> BoxFuture<'e, Result<bool, CampaignPhaseError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_phases WHERE campaign_id = $1::uuid AND ",
        "phase_type = $2::public.phase_type_enum",
    ))
    .bind(campaign_id)
    .bind(phase_type)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `phase_order`; gives whether there was one.
pub fn delete_by_campaign_id_and_phase_order<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    phase_order: i16,
) -> BoxFuture<'e, Result<bool, CampaignPhaseError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_phases WHERE campaign_id = $1::uuid AND ",
        "phase_order = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(phase_order)
    .affects(db)
}
