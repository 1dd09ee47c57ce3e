// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignStateEventError;
use super::super::models::{
    CampaignStateEvent, CampaignStateEventPatch, NewCampaignStateEvent,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, sequence_number, event_type, phase_type, source_status, ",
            "target_status, source_phase_status, target_phase_status, reason, triggered_by, ",
            "event_data, context, correlation_id, processing_status, processed_at, ",
            "processing_error, created_at",
        )
    };
}

const TABLE: &str = "public.campaign_state_events";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `sequence_number`.
pub fn get_by_campaign_id_and_sequence_number<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> BoxFuture<'e, Result<Option<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE campaign_id = $1::uuid AND sequence_number = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.campaign_state_events WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `sequence_number`.
pub fn exists_by_campaign_id_and_sequence_number<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_events WHERE campaign_id = ",
        "$1::uuid AND sequence_number = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
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
) -> BoxFuture<'e, Result<Option<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `triggered_by`, by primary key.
pub fn list_by_triggered_by<'e>(
    db: impl PgExecutor<'e>,
    triggered_by: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE triggered_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(triggered_by)
    .fetch_all(db)
}

/// The rows with each of these values of `triggered_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_triggered_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignStateEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE triggered_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.triggered_by)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignStateEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignStateEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_state_events` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_state_events").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignStateEvent, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_events",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateEvent,
) -> BoxFuture<'e, Result<CampaignStateEvent, CampaignStateEventError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignStateEvent],
) -> BoxFuture<'e, Result<Vec<CampaignStateEvent>, CampaignStateEventError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.or_default("sequence_number", "bigint", "(0)", |row| &row.sequence_number);
    rows.column("event_type", "public.state_event_type_enum", |row| &row.event_type);
    rows.column("phase_type", "public.phase_type_enum", |row| &row.phase_type);
    rows.column("source_status", "public.campaign_status_enum", |row| &row.source_status);
    rows.column("target_status", "public.campaign_status_enum", |row| &row.target_status);
    rows.column(
        "source_phase_status",
        "public.phase_status_enum",
        |row| &row.source_phase_status,
    );
    rows.column(
        "target_phase_status",
        "public.phase_status_enum",
        |row| &row.target_phase_status,
    );
    rows.column("reason", "text", |row| &row.reason);
    rows.column("triggered_by", "uuid", |row| &row.triggered_by);
    rows.or_default("event_data", "jsonb", "('{}')", |row| &row.event_data);
    rows.or_default("context", "jsonb", "('{}')", |row| &row.context);
    rows.column("correlation_id", "uuid", |row| &row.correlation_id);
    rows.or_default(
        "processing_status",
        "public.event_processing_status_enum",
        "('pending')",
        |row| &row.processing_status,
    );
    rows.column("processed_at", "timestamp with time zone", |row| &row.processed_at);
    rows.column("processing_error", "text", |row| &row.processing_error);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignStateEvent],
) -> BoxFuture<'e, Result<u64, CampaignStateEventError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateEvent,
) -> BoxFuture<'e, Result<CampaignStateEvent, CampaignStateEventError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `sequence_number`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_sequence_number<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateEvent,
) -> BoxFuture<'e, Result<CampaignStateEvent, CampaignStateEventError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, sequence_number)",
            &["campaign_id", "sequence_number", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCampaignStateEvent {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("campaign_id", self.campaign_id);
        to.or_default("sequence_number", &self.sequence_number);
        to.set("event_type", self.event_type);
        to.set("phase_type", self.phase_type);
        to.set("source_status", self.source_status);
        to.set("target_status", self.target_status);
        to.set("source_phase_status", self.source_phase_status);
        to.set("target_phase_status", self.target_phase_status);
        to.set("reason", &self.reason);
        to.set("triggered_by", self.triggered_by);
        to.or_default("event_data", &self.event_data);
        to.or_default("context", &self.context);
        to.set("correlation_id", self.correlation_id);
        to.or_default("processing_status", &self.processing_status);
        to.set("processed_at", self.processed_at);
        to.set("processing_error", &self.processing_error);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignStateEventPatch,
) -> BoxFuture<'e, Result<Option<CampaignStateEvent>, CampaignStateEventError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignStateEventPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("sequence_number", patch.sequence_number);
    set.given("event_type", patch.event_type);
    set.change("phase_type", &patch.phase_type);
    set.change("source_status", &patch.source_status);
    set.change("target_status", &patch.target_status);
    set.change("source_phase_status", &patch.source_phase_status);
    set.change("target_phase_status", &patch.target_phase_status);
    set.change("reason", &patch.reason);
    set.change("triggered_by", &patch.triggered_by);
    set.given("event_data", patch.event_data.as_ref());
    set.given("context", patch.context.as_ref());
    set.change("correlation_id", &patch.correlation_id);
    set.given("processing_status", patch.processing_status);
    set.change("processed_at", &patch.processed_at);
    set.change("processing_error", &patch.processing_error);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignStateEventError>> {
    Query::new(
        "DELETE FROM public.campaign_state_events WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `sequence_number`; gives whether there was one.
pub fn delete_by_campaign_id_and_sequence_number<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    sequence_number: i64,
) -> BoxFuture<'e, Result<bool, CampaignStateEventError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_state_events WHERE campaign_id = $1::uuid AND ",
        "sequence_number = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(sequence_number)
    .affects(db)
}
