// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignEventSequenceError;
use super::super::models::{
    CampaignEventSequence, CampaignEventSequencePatch, NewCampaignEventSequence,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "campaign_id, last_sequence"
    };
}

const TABLE: &str = "public.campaign_event_sequences";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignEventSequence>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `campaign_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_event_sequences WHERE campaign_id ",
        "= $1::uuid)",
    ))
    .bind(campaign_id)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignEventSequence>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.campaign_id))
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignEventSequence>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignEventSequence>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// How many rows `public.campaign_event_sequences` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_event_sequences").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignEventSequence, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_event_sequences",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignEventSequence,
) -> BoxFuture<'e, Result<CampaignEventSequence, CampaignEventSequenceError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignEventSequence],
) -> BoxFuture<'e, Result<Vec<CampaignEventSequence>, CampaignEventSequenceError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.or_default("last_sequence", "bigint", "(0)", |row| &row.last_sequence);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignEventSequence],
) -> BoxFuture<'e, Result<u64, CampaignEventSequenceError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignEventSequence,
) -> BoxFuture<'e, Result<CampaignEventSequence, CampaignEventSequenceError>> {
    Assignments::of(new)
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCampaignEventSequence {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.or_default("last_sequence", &self.last_sequence);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    patch: &CampaignEventSequencePatch,
) -> BoxFuture<'e, Result<Option<CampaignEventSequence>, CampaignEventSequenceError>> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignEventSequencePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("last_sequence", patch.last_sequence);
    set
}

/// Deletes the row with this `campaign_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignEventSequenceError>> {
    Query::new(
        "DELETE FROM public.campaign_event_sequences WHERE campaign_id = $1::uuid",
    )
    .bind(campaign_id)
    .affects(db)
}
