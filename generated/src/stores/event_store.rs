// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::EventStoreError;
use super::super::models::{EventStore, EventStorePatch, NewEventStore};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "global_position, log_order, event_id, aggregate_type, aggregate_id, ",
            "event_version, event_type, event_data, metadata, causation_id, correlation_id, ",
            "created_at",
        )
    };
}

const TABLE: &str = "public.event_store";
const COLUMNS: &str = columns!();

/// The row with this `global_position`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
) -> BoxFuture<'e, Result<Option<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
    ))
    .bind(global_position)
    .fetch_optional(db)
}

/// The row with this `event_id`.
pub fn get_by_event_id<'e>(
    db: impl PgExecutor<'e>,
    event_id: Uuid,
) -> BoxFuture<'e, Result<Option<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE event_id = $1::uuid",
    ))
    .bind(event_id)
    .fetch_optional(db)
}

/// The row with this `aggregate_type`, `aggregate_id`, `event_version`.
pub fn get_by_aggregate_type_and_aggregate_id_and_event_version<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> BoxFuture<'e, Result<Option<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid ",
        "AND event_version = $3::integer",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .bind(event_version)
    .fetch_optional(db)
}

/// Whether there is a row with this `global_position`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE global_position = ",
        "$1::bigint)",
    ))
    .bind(global_position)
    .fetch_value(db)
}

/// Whether there is a row with this `event_id`.
pub fn exists_by_event_id<'e>(
    db: impl PgExecutor<'e>,
    event_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE event_id = $1::uuid)",
    )
    .bind(event_id)
    .fetch_value(db)
}

/// Whether there is a row with this `aggregate_type`, `aggregate_id`, `event_version`.
pub fn exists_by_aggregate_type_and_aggregate_id_and_event_version<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE aggregate_type = ",
        "$1::character varying AND aggregate_id = $2::uuid AND event_version = ",
        "$3::integer)",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .bind(event_version)
    .fetch_value(db)
}

/// The rows with these values of `global_position`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.global_position))
}

/// The row with this `global_position`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
) -> BoxFuture<'e, Result<Option<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(global_position)
    .fetch_optional(db)
}

/// The row with this `global_position`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
) -> BoxFuture<'e, Result<Option<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(global_position)
    .fetch_optional(db)
}

/// All rows with this `aggregate_type`, `aggregate_id`, by primary key.
pub fn list_by_aggregate_type_and_aggregate_id<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> BoxFuture<'e, Result<Vec<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " ORDER BY global_position",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_all(db)
}

/// The rows with each of these values of `aggregate_type`, `aggregate_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_many_aggregate_type_and_aggregate_id<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, Uuid)],
) -> BoxFuture<'e, Result<HashMap<(String, Uuid), Vec<EventStore>>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE (aggregate_type, aggregate_id) IN (SELECT * FROM UNNEST($1::character ",
        "varying[], $2::uuid[]))",
        " ORDER BY global_position",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_groups(db, |row| Some((row.aggregate_type.clone(), row.aggregate_id)))
}

/// How many rows `public.event_store` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.event_store").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<EventStore, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventStore,
) -> BoxFuture<'e, Result<EventStore, EventStoreError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEventStore],
) -> BoxFuture<'e, Result<Vec<EventStore>, EventStoreError>> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "log_order",
        "bigint",
        "(pg_current_xact_id()::text::bigint)",
        |row| &row.log_order,
    );
    rows.or_default("event_id", "uuid", "(gen_random_uuid())", |row| &row.event_id);
    rows.column("aggregate_type", "character varying", |row| &row.aggregate_type);
    rows.column("aggregate_id", "uuid", |row| &row.aggregate_id);
    rows.or_default("event_version", "integer", "(0)", |row| &row.event_version);
    rows.column("event_type", "character varying", |row| &row.event_type);
    rows.column("event_data", "jsonb", |row| &row.event_data);
    rows.or_default("metadata", "jsonb", "('{}')", |row| &row.metadata);
    rows.column("causation_id", "uuid", |row| &row.causation_id);
    rows.column("correlation_id", "uuid", |row| &row.correlation_id);
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
    new: &'e [NewEventStore],
) -> BoxFuture<'e, Result<u64, EventStoreError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `event_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_event_id<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventStore,
) -> BoxFuture<'e, Result<EventStore, EventStoreError>> {
    Assignments::of(new)
        .upsert(TABLE, "(event_id)", &["event_id", "global_position"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `aggregate_type`, `aggregate_id`, `event_version`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_aggregate_type_and_aggregate_id_and_event_version<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventStore,
) -> BoxFuture<'e, Result<EventStore, EventStoreError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(aggregate_type, aggregate_id, event_version)",
            &["aggregate_type", "aggregate_id", "event_version", "global_position"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewEventStore {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("log_order", &self.log_order);
        to.or_default("event_id", &self.event_id);
        to.set("aggregate_type", &self.aggregate_type);
        to.set("aggregate_id", self.aggregate_id);
        to.or_default("event_version", &self.event_version);
        to.set("event_type", &self.event_type);
        to.set("event_data", &self.event_data);
        to.or_default("metadata", &self.metadata);
        to.set("causation_id", self.causation_id);
        to.set("correlation_id", self.correlation_id);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `global_position`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
    patch: &EventStorePatch,
) -> BoxFuture<'e, Result<Option<EventStore>, EventStoreError>> {
    changes(patch)
        .key("global_position", "bigint", global_position)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &EventStorePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("log_order", patch.log_order);
    set.given("event_id", patch.event_id);
    set.given("aggregate_type", patch.aggregate_type.as_ref());
    set.given("aggregate_id", patch.aggregate_id);
    set.given("event_version", patch.event_version);
    set.given("event_type", patch.event_type.as_ref());
    set.given("event_data", patch.event_data.as_ref());
    set.given("metadata", patch.metadata.as_ref());
    set.change("causation_id", &patch.causation_id);
    set.change("correlation_id", &patch.correlation_id);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `global_position`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    global_position: i64,
) -> BoxFuture<'e, Result<bool, EventStoreError>> {
    Query::new(
        "DELETE FROM public.event_store WHERE global_position = $1::bigint",
    )
    .bind(global_position)
    .affects(db)
}

/// Deletes the row with this `event_id`; gives whether there was one.
pub fn delete_by_event_id<'e>(
    db: impl PgExecutor<'e>,
    event_id: Uuid,
) -> BoxFuture<'e, Result<bool, EventStoreError>> {
    Query::new("DELETE FROM public.event_store WHERE event_id = $1::uuid")
        .bind(event_id)
        .affects(db)
}

/// Deletes the row with this `aggregate_type`, `aggregate_id`, `event_version`; gives whether there was one.
pub fn delete_by_aggregate_type_and_aggregate_id_and_event_version<'e>(
    db: impl PgExecutor<'e>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> BoxFuture<'e, Result<bool, EventStoreError>> {
    Query::new(concat!(
        "DELETE FROM public.event_store WHERE aggregate_type = $1::character varying ",
        "AND aggregate_id = $2::uuid AND event_version = $3::integer",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .bind(event_version)
    .affects(db)
}
