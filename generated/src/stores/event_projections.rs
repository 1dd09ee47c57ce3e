// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::EventProjectionError;
use super::super::models::{EventProjection, EventProjectionPatch, NewEventProjection};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, projection_name, status, last_log_order, last_position, lag_events, ",
            "events_processed, error_count, consecutive_errors, last_error, last_error_at, ",
            "recovery_attempts, recovery_started_at, last_processed_at, created_at, ",
            "updated_at",
        )
    };
}

const TABLE: &str = "public.event_projections";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<EventProjection>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `projection_name`.
pub fn get_by_projection_name<'e>(
    db: impl PgExecutor<'e>,
    projection_name: &str,
) -> BoxFuture<'e, Result<Option<EventProjection>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE projection_name = $1::character varying",
    ))
    .bind(projection_name)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.event_projections WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `projection_name`.
pub fn exists_by_projection_name<'e>(
    db: impl PgExecutor<'e>,
    projection_name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.event_projections WHERE projection_name = ",
        "$1::character varying)",
    ))
    .bind(projection_name)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, EventProjection>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<EventProjection>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
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
) -> BoxFuture<'e, Result<Option<EventProjection>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.event_projections` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.event_projections").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<EventProjection, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventProjection,
) -> BoxFuture<'e, Result<EventProjection, EventProjectionError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewEventProjection],
) -> BoxFuture<'e, Result<Vec<EventProjection>, EventProjectionError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("projection_name", "character varying", |row| &row.projection_name);
    rows.or_default(
        "status",
        "public.projection_status_enum",
        "('running')",
        |row| &row.status,
    );
    rows.or_default("last_log_order", "bigint", "(0)", |row| &row.last_log_order);
    rows.or_default("last_position", "bigint", "(0)", |row| &row.last_position);
    rows.or_default("lag_events", "bigint", "(0)", |row| &row.lag_events);
    rows.or_default("events_processed", "bigint", "(0)", |row| &row.events_processed);
    rows.or_default("error_count", "bigint", "(0)", |row| &row.error_count);
    rows.or_default(
        "consecutive_errors",
        "integer",
        "(0)",
        |row| &row.consecutive_errors,
    );
    rows.column("last_error", "text", |row| &row.last_error);
    rows.column("last_error_at", "timestamp with time zone", |row| &row.last_error_at);
    rows.or_default("recovery_attempts", "integer", "(0)", |row| &row.recovery_attempts);
    rows.column(
        "recovery_started_at",
        "timestamp with time zone",
        |row| &row.recovery_started_at,
    );
    rows.column(
        "last_processed_at",
        "timestamp with time zone",
        |row| &row.last_processed_at,
    );
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
    new: &'e [NewEventProjection],
) -> BoxFuture<'e, Result<u64, EventProjectionError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventProjection,
) -> BoxFuture<'e, Result<EventProjection, EventProjectionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `projection_name`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_projection_name<'e>(
    db: impl PgExecutor<'e>,
    new: &NewEventProjection,
) -> BoxFuture<'e, Result<EventProjection, EventProjectionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(projection_name)", &["projection_name", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewEventProjection {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("projection_name", &self.projection_name);
        to.or_default("status", &self.status);
        to.or_default("last_log_order", &self.last_log_order);
        to.or_default("last_position", &self.last_position);
        to.or_default("lag_events", &self.lag_events);
        to.or_default("events_processed", &self.events_processed);
        to.or_default("error_count", &self.error_count);
        to.or_default("consecutive_errors", &self.consecutive_errors);
        to.set("last_error", &self.last_error);
        to.set("last_error_at", self.last_error_at);
        to.or_default("recovery_attempts", &self.recovery_attempts);
        to.set("recovery_started_at", self.recovery_started_at);
        to.set("last_processed_at", self.last_processed_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &EventProjectionPatch,
) -> BoxFuture<'e, Result<Option<EventProjection>, EventProjectionError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &EventProjectionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("projection_name", patch.projection_name.as_ref());
    set.given("status", patch.status);
    set.given("last_log_order", patch.last_log_order);
    set.given("last_position", patch.last_position);
    set.given("lag_events", patch.lag_events);
    set.given("events_processed", patch.events_processed);
    set.given("error_count", patch.error_count);
    set.given("consecutive_errors", patch.consecutive_errors);
    set.change("last_error", &patch.last_error);
    set.change("last_error_at", &patch.last_error_at);
    set.given("recovery_attempts", patch.recovery_attempts);
    set.change("recovery_started_at", &patch.recovery_started_at);
    set.change("last_processed_at", &patch.last_processed_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, EventProjectionError>> {
    Query::new("DELETE FROM public.event_projections WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `projection_name`; gives whether there was one.
pub fn delete_by_projection_name<'e>(
    db: impl PgExecutor<'e>,
    projection_name: &str,
) -> BoxFuture<'e, Result<bool, EventProjectionError>> {
    Query::new(concat!(
        "DELETE FROM public.event_projections WHERE projection_name = $1::character ",
        "varying",
    ))
    .bind(projection_name)
    .affects(db)
}
