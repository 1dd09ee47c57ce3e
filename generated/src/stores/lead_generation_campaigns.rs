// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::LeadGenerationCampaignError;
use super::super::models::{
    LeadGenerationCampaign, LeadGenerationCampaignPatch, NewLeadGenerationCampaign,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, name, description, owner_id, campaign_type, status, current_phase, ",
            "phase_status, total_phases, completed_phases, total_items, processed_items, ",
            "successful_items, failed_items, progress_percentage, is_full_sequence_mode, ",
            "auto_advance_phases, domain_generation_config, dns_validation_config, ",
            "http_validation_config, analysis_config, processing_rate, ",
            "estimated_completion_at, last_heartbeat_at, error_message, error_details, ",
            "started_at, finished_at, version, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.lead_generation_campaigns";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
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
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.lead_generation_campaigns WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
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
) -> BoxFuture<'e, Result<Option<LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `owner_id`, by primary key.
pub fn list_by_owner_id<'e>(
    db: impl PgExecutor<'e>,
    owner_id: Uuid,
) -> BoxFuture<'e, Result<Vec<LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE owner_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(owner_id)
    .fetch_all(db)
}

/// The rows with each of these values of `owner_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_owner_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<LeadGenerationCampaign>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
        " WHERE owner_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.owner_id))
}

/// How many rows `public.lead_generation_campaigns` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.lead_generation_campaigns").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<LeadGenerationCampaign, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lead_generation_campaigns",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewLeadGenerationCampaign,
) -> BoxFuture<'e, Result<LeadGenerationCampaign, LeadGenerationCampaignError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewLeadGenerationCampaign],
) -> BoxFuture<'e, Result<Vec<LeadGenerationCampaign>, LeadGenerationCampaignError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("name", "character varying", |row| &row.name);
    rows.column("description", "text", |row| &row.description);
    rows.column("owner_id", "uuid", |row| &row.owner_id);
    rows.or_default(
        "campaign_type",
        "public.campaign_type_enum",
        "('lead_generation')",
        |row| &row.campaign_type,
    );
    rows.or_default(
        "status",
        "public.campaign_status_enum",
        "('draft')",
        |row| &row.status,
    );
    rows.column("current_phase", "public.phase_type_enum", |row| &row.current_phase);
    rows.column("phase_status", "public.phase_status_enum", |row| &row.phase_status);
    rows.or_default("total_phases", "integer", "(4)", |row| &row.total_phases);
    rows.or_default("completed_phases", "integer", "(0)", |row| &row.completed_phases);
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
    rows.or_default(
        "is_full_sequence_mode",
        "boolean",
        "(false)",
        |row| &row.is_full_sequence_mode,
    );
    rows.or_default(
        "auto_advance_phases",
        "boolean",
        "(false)",
        |row| &row.auto_advance_phases,
    );
    rows.or_default(
        "domain_generation_config",
        "jsonb",
        "('{}')",
        |row| &row.domain_generation_config,
    );
    rows.or_default(
        "dns_validation_config",
        "jsonb",
        "('{}')",
        |row| &row.dns_validation_config,
    );
    rows.or_default(
        "http_validation_config",
        "jsonb",
        "('{}')",
        |row| &row.http_validation_config,
    );
    rows.or_default("analysis_config", "jsonb", "('{}')", |row| &row.analysis_config);
    rows.column("processing_rate", "numeric", |row| &row.processing_rate);
    rows.column(
        "estimated_completion_at",
        "timestamp with time zone",
        |row| &row.estimated_completion_at,
    );
    rows.column(
        "last_heartbeat_at",
        "timestamp with time zone",
        |row| &row.last_heartbeat_at,
    );
    rows.column("error_message", "text", |row| &row.error_message);
    rows.column("error_details", "jsonb", |row| &row.error_details);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.column("finished_at", "timestamp with time zone", |row| &row.finished_at);
    rows.or_default("version", "integer", "(1)", |row| &row.version);
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
    new: &'e [NewLeadGenerationCampaign],
) -> BoxFuture<'e, Result<u64, LeadGenerationCampaignError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewLeadGenerationCampaign,
) -> BoxFuture<'e, Result<LeadGenerationCampaign, LeadGenerationCampaignError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewLeadGenerationCampaign {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("name", &self.name);
        to.set("description", &self.description);
        to.set("owner_id", self.owner_id);
        to.or_default("campaign_type", &self.campaign_type);
        to.or_default("status", &self.status);
        to.set("current_phase", self.current_phase);
        to.set("phase_status", self.phase_status);
        to.or_default("total_phases", &self.total_phases);
        to.or_default("completed_phases", &self.completed_phases);
        to.or_default("total_items", &self.total_items);
        to.or_default("processed_items", &self.processed_items);
        to.or_default("successful_items", &self.successful_items);
        to.or_default("failed_items", &self.failed_items);
        to.or_default("progress_percentage", &self.progress_percentage);
        to.or_default("is_full_sequence_mode", &self.is_full_sequence_mode);
        to.or_default("auto_advance_phases", &self.auto_advance_phases);
        to.or_default("domain_generation_config", &self.domain_generation_config);
        to.or_default("dns_validation_config", &self.dns_validation_config);
        to.or_default("http_validation_config", &self.http_validation_config);
        to.or_default("analysis_config", &self.analysis_config);
        to.set("processing_rate", self.processing_rate);
        to.set("estimated_completion_at", self.estimated_completion_at);
        to.set("last_heartbeat_at", self.last_heartbeat_at);
        to.set("error_message", &self.error_message);
        to.set("error_details", &self.error_details);
        to.set("started_at", self.started_at);
        to.set("finished_at", self.finished_at);
        to.or_default("version", &self.version);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &LeadGenerationCampaignPatch,
) -> BoxFuture<'e, Result<Option<LeadGenerationCampaign>, LeadGenerationCampaignError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &LeadGenerationCampaignPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref());
    set.change("description", &patch.description);
    set.given("owner_id", patch.owner_id);
    set.given("campaign_type", patch.campaign_type);
    set.given("status", patch.status);
    set.change("current_phase", &patch.current_phase);
    set.change("phase_status", &patch.phase_status);
    set.given("total_phases", patch.total_phases);
    set.given("completed_phases", patch.completed_phases);
    set.given("total_items", patch.total_items);
    set.given("processed_items", patch.processed_items);
    set.given("successful_items", patch.successful_items);
    set.given("failed_items", patch.failed_items);
    set.given("progress_percentage", patch.progress_percentage);
    set.given("is_full_sequence_mode", patch.is_full_sequence_mode);
    set.given("auto_advance_phases", patch.auto_advance_phases);
    set.given("domain_generation_config", patch.domain_generation_config.as_ref());
    set.given("dns_validation_config", patch.dns_validation_config.as_ref());
    set.given("http_validation_config", patch.http_validation_config.as_ref());
    set.given("analysis_config", patch.analysis_config.as_ref());
    set.change("processing_rate", &patch.processing_rate);
    set.change("estimated_completion_at", &patch.estimated_completion_at);
    set.change("last_heartbeat_at", &patch.last_heartbeat_at);
    set.change("error_message", &patch.error_message);
    set.change("error_details", &patch.error_details);
    set.change("started_at", &patch.started_at);
    set.change("finished_at", &patch.finished_at);
    set.given("version", patch.version);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, LeadGenerationCampaignError>> {
    Query::new(
        "DELETE FROM public.lead_generation_campaigns WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}
