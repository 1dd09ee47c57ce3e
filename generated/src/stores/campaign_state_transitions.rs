// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignStateTransitionError;
use super::super::models::{
    CampaignStateTransition, CampaignStateTransitionPatch, NewCampaignStateTransition,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, state_event_id, phase_type, from_status, to_status, ",
            "from_phase_status, to_phase_status, is_valid, refusal_reason, requested_at, ",
            "finished_at",
        )
    };
}

const TABLE: &str = "public.campaign_state_transitions";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `state_event_id`.
pub fn get_by_state_event_id<'e>(
    db: impl PgExecutor<'e>,
    state_event_id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE state_event_id = $1::uuid",
    ))
    .bind(state_event_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_transitions WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `state_event_id`.
pub fn exists_by_state_event_id<'e>(
    db: impl PgExecutor<'e>,
    state_event_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_transitions WHERE ",
        "state_event_id = $1::uuid)",
    ))
    .bind(state_event_id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The rows with these values of `state_event_id`, in one statement; what has no row is not in the map.
pub fn get_many_by_state_event_id<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE state_event_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| row.state_event_id)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignStateTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignStateTransition>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_state_transitions` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_state_transitions").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignStateTransition, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_transitions",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateTransition,
) -> BoxFuture<'e, Result<CampaignStateTransition, CampaignStateTransitionError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignStateTransition],
) -> BoxFuture<'e, Result<Vec<CampaignStateTransition>, CampaignStateTransitionError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("state_event_id", "uuid", |row| &row.state_event_id);
    rows.column("phase_type", "public.phase_type_enum", |row| &row.phase_type);
    rows.column("from_status", "public.campaign_status_enum", |row| &row.from_status);
    rows.column("to_status", "public.campaign_status_enum", |row| &row.to_status);
    rows.column(
        "from_phase_status",
        "public.phase_status_enum",
        |row| &row.from_phase_status,
    );
    rows.column(
        "to_phase_status",
        "public.phase_status_enum",
        |row| &row.to_phase_status,
    );
    rows.column("is_valid", "boolean", |row| &row.is_valid);
    rows.column("refusal_reason", "text", |row| &row.refusal_reason);
    rows.or_default(
        "requested_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.requested_at,
    );
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
    new: &'e [NewCampaignStateTransition],
) -> BoxFuture<'e, Result<u64, CampaignStateTransitionError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `state_event_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_state_event_id<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateTransition,
) -> BoxFuture<'e, Result<CampaignStateTransition, CampaignStateTransitionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(state_event_id)", &["state_event_id", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCampaignStateTransition {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("state_event_id", self.state_event_id);
        to.set("phase_type", self.phase_type);
        to.set("from_status", self.from_status);
        to.set("to_status", self.to_status);
        to.set("from_phase_status", self.from_phase_status);
        to.set("to_phase_status", self.to_phase_status);
        to.set("is_valid", self.is_valid);
        to.set("refusal_reason", &self.refusal_reason);
        to.or_default("requested_at", &self.requested_at);
        to.or_default("finished_at", &self.finished_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &CampaignStateTransitionPatch,
) -> BoxFuture<
    'e,
    Result<Option<CampaignStateTransition>, CampaignStateTransitionError>,
> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignStateTransitionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.change("state_event_id", &patch.state_event_id);
    set.change("phase_type", &patch.phase_type);
    set.change("from_status", &patch.from_status);
    set.change("to_status", &patch.to_status);
    set.change("from_phase_status", &patch.from_phase_status);
    set.change("to_phase_status", &patch.to_phase_status);
    set.given("is_valid", patch.is_valid);
    set.change("refusal_reason", &patch.refusal_reason);
    set.given("requested_at", patch.requested_at);
    set.given("finished_at", patch.finished_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, CampaignStateTransitionError>> {
    Query::new(
        "DELETE FROM public.campaign_state_transitions WHERE id = $1::bigint",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `state_event_id`; gives whether there was one.
pub fn delete_by_state_event_id<'e>(
    db: impl PgExecutor<'e>,
    state_event_id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignStateTransitionError>> {
    Query::new(
        "DELETE FROM public.campaign_state_transitions WHERE state_event_id = $1::uuid",
    )
    .bind(state_event_id)
    .affects(db)
}
