// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::EventStreamError;
use super::super::models::{EventStream, EventStreamPatch, NewEventStream};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "aggregate_type, aggregate_id, current_version, log_order, last_position, ",
            "created_at",
        )
    };
}

const TABLE: &str = "public.event_streams";
const COLUMNS: &str = columns!();

/// The row with this `aggregate_type`, `aggregate_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<Option<EventStream>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `aggregate_type`, `aggregate_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.event_streams WHERE aggregate_type = ",
        "$1::character varying AND aggregate_id = $2::uuid)",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_value(db)
}

/// The rows with these values of `aggregate_type`, `aggregate_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, Uuid)],
) -> BoxFuture<'e, Result<HashMap<(String, Uuid), EventStream>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE (aggregate_type, aggregate_id) IN (SELECT * FROM UNNEST($1::character ",
        "varying[], $2::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.aggregate_type.clone(), row.aggregate_id)))
}

/// The row with this `aggregate_type`, `aggregate_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<Option<EventStream>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
}

/// The row with this `aggregate_type`, `aggregate_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<Option<EventStream>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
}

/// How many rows `public.event_streams` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.event_streams").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<EventStream, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventStream,
) -> BoxFuture<'e, Result<EventStream, EventStreamError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEventStream],
) -> BoxFuture<'e, Result<Vec<EventStream>, EventStreamError>> {
    let mut rows = Rows::new(new);
    rows.column("aggregate_type", "character varying", |row| &row.aggregate_type);
    rows.column("aggregate_id", "uuid", |row| &row.aggregate_id);
    rows.column("current_version", "integer", |row| &row.current_version);
    rows.column("log_order", "bigint", |row| &row.log_order);
    rows.column("last_position", "bigint", |row| &row.last_position);
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
    new: &'e [NewEventStream],
) -> BoxFuture<'e, Result<u64, EventStreamError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `aggregate_type`, `aggregate_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventStream,
) -> BoxFuture<'e, Result<EventStream, EventStreamError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(aggregate_type, aggregate_id)",
            &["aggregate_type", "aggregate_id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewEventStream {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("aggregate_type", &self.aggregate_type);
        to.set("aggregate_id", self.aggregate_id);
        to.set("current_version", self.current_version);
        to.set("log_order", self.log_order);
        to.set("last_position", self.last_position);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `aggregate_type`, `aggregate_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    patch: &EventStreamPatch,
) -> BoxFuture<'e, Result<Option<EventStream>, EventStreamError>> {
    changes(patch)
        .key("aggregate_type", "character varying", aggregate_type)
        .key("aggregate_id", "uuid", aggregate_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &EventStreamPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("current_version", patch.current_version);
    set.given("log_order", patch.log_order);
    set.given("last_position", patch.last_position);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `aggregate_type`, `aggregate_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<bool, EventStreamError>> {
    Query::new(concat!(
        "DELETE FROM public.event_streams WHERE aggregate_type = $1::character ",
        "varying AND aggregate_id = $2::uuid",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .affects(db)
}
