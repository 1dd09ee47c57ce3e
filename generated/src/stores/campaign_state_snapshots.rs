// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignStateSnapshotError;
use super::super::models::{
    CampaignStateSnapshot, CampaignStateSnapshotPatch, NewCampaignStateSnapshot,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `last_event_sequence`, of those where `is_valid`.
pub fn get_by_campaign_id_and_last_event_sequence<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> BoxFuture<'e, Result<Option<CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE campaign_id = $1::uuid AND last_event_sequence = $2::bigint AND ",
        "(is_valid)",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_snapshots WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `last_event_sequence`, of those where `is_valid`.
pub fn exists_by_campaign_id_and_last_event_sequence<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_state_snapshots WHERE campaign_id ",
        "= $1::uuid AND last_event_sequence = $2::bigint AND (is_valid))",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> BoxFuture<'e, Result<Option<CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> BoxFuture<'e, Result<Vec<CampaignStateSnapshot>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignStateSnapshot>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_state_snapshots` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_state_snapshots").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignStateSnapshot, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_state_snapshots",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateSnapshot,
) -> BoxFuture<'e, Result<CampaignStateSnapshot, CampaignStateSnapshotError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignStateSnapshot],
) -> BoxFuture<'e, Result<Vec<CampaignStateSnapshot>, CampaignStateSnapshotError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("last_event_sequence", "bigint", |row| &row.last_event_sequence);
    rows.column("state_data", "jsonb", |row| &row.state_data);
    rows.or_default("is_valid", "boolean", "(true)", |row| &row.is_valid);
    rows.column("invalid_reason", "text", |row| &row.invalid_reason);
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
    new: &'e [NewCampaignStateSnapshot],
) -> BoxFuture<'e, Result<u64, CampaignStateSnapshotError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateSnapshot,
) -> BoxFuture<'e, Result<CampaignStateSnapshot, CampaignStateSnapshotError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `last_event_sequence`, of those where `is_valid`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_last_event_sequence<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignStateSnapshot,
) -> BoxFuture<'e, Result<CampaignStateSnapshot, CampaignStateSnapshotError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, last_event_sequence) WHERE is_valid",
            &["campaign_id", "last_event_sequence", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCampaignStateSnapshot {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("campaign_id", self.campaign_id);
        to.set("last_event_sequence", self.last_event_sequence);
        to.set("state_data", &self.state_data);
        to.or_default("is_valid", &self.is_valid);
        to.set("invalid_reason", &self.invalid_reason);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignStateSnapshotPatch,
) -> BoxFuture<'e, Result<Option<CampaignStateSnapshot>, CampaignStateSnapshotError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignStateSnapshotPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("last_event_sequence", patch.last_event_sequence);
    set.given("state_data", patch.state_data.as_ref());
    set.given("is_valid", patch.is_valid);
    set.change("invalid_reason", &patch.invalid_reason);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignStateSnapshotError>> {
    Query::new(
        "DELETE FROM public.campaign_state_snapshots WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `last_event_sequence`, of those where `is_valid`; gives whether there was one.
pub fn delete_by_campaign_id_and_last_event_sequence<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    last_event_sequence: i64,
) -> BoxFuture<'e, Result<bool, CampaignStateSnapshotError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_state_snapshots WHERE campaign_id = $1::uuid AND ",
        "last_event_sequence = $2::bigint AND (is_valid)",
    ))
    .bind(campaign_id)
    .bind(last_event_sequence)
    .affects(db)
}
