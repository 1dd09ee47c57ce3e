// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::EventProjectionError;
use super::super::models::{EventProjection, EventProjectionPatch, NewEventProjection};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, projection_name, status, last_log_order, last_position, lag_events, ",
        "events_processed, error_count, consecutive_errors, last_error, last_error_at, ",
        "recovery_attempts, recovery_started_at, last_processed_at, created_at, ",
        "updated_at",)
    };
}

const TABLE: &str = "public.event_projections";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<EventProjection>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `projection_name`.
pub async fn get_by_projection_name(
    db: impl PgExecutor<'_>,
    projection_name: &str,
) -> Result<Option<EventProjection>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE projection_name = $1::character varying",
    ))
    .bind(projection_name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.event_projections WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `projection_name`.
pub async fn exists_by_projection_name(
    db: impl PgExecutor<'_>,
    projection_name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.event_projections WHERE projection_name = ",
        "$1::character varying)",
    ))
    .bind(projection_name)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, EventProjection>, sqlx::Error> {
    let rows: Vec<EventProjection> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<EventProjection>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<EventProjection>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.event_projections` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.event_projections")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<EventProjection, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_projections",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEventProjection,
) -> Result<EventProjection, EventProjectionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEventProjection],
) -> Result<Vec<EventProjection>, EventProjectionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column(
        "projection_name",
        "character varying",
        new.iter().map(|row| &row.projection_name),
    )?;
    rows.or_default(
        "status",
        "public.projection_status_enum",
        "('running')",
        new.iter().map(|row| &row.status),
    )?;
    rows.or_default(
        "last_log_order",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.last_log_order),
    )?;
    rows.or_default(
        "last_position",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.last_position),
    )?;
    rows.or_default(
        "lag_events",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lag_events),
    )?;
    rows.or_default(
        "events_processed",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.events_processed),
    )?;
    rows.or_default(
        "error_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.error_count),
    )?;
    rows.or_default(
        "consecutive_errors",
        "integer",
        "(0)",
        new.iter().map(|row| &row.consecutive_errors),
    )?;
    rows.column("last_error", "text", new.iter().map(|row| &row.last_error))?;
    rows.column(
        "last_error_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_error_at),
    )?;
    rows.or_default(
        "recovery_attempts",
        "integer",
        "(0)",
        new.iter().map(|row| &row.recovery_attempts),
    )?;
    rows.column(
        "recovery_started_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.recovery_started_at),
    )?;
    rows.column(
        "last_processed_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_processed_at),
    )?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.updated_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewEventProjection],
) -> Result<u64, EventProjectionError> {
    let mut kinds: BTreeMap<[bool; 11], Vec<&NewEventProjection>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.status.is_default(),
            !row.last_log_order.is_default(),
            !row.last_position.is_default(),
            !row.lag_events.is_default(),
            !row.events_processed.is_default(),
            !row.error_count.is_default(),
            !row.consecutive_errors.is_default(),
            !row.recovery_attempts.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "projection_name", "last_error", "last_error_at", "recovery_started_at",
            "last_processed_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("status");
        }
        if given[2] {
            columns.push("last_log_order");
        }
        if given[3] {
            columns.push("last_position");
        }
        if given[4] {
            columns.push("lag_events");
        }
        if given[5] {
            columns.push("events_processed");
        }
        if given[6] {
            columns.push("error_count");
        }
        if given[7] {
            columns.push("consecutive_errors");
        }
        if given[8] {
            columns.push("recovery_attempts");
        }
        if given[9] {
            columns.push("created_at");
        }
        if given[10] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.projection_name)?;
            copy.value(&row.last_error)?;
            copy.value(row.last_error_at)?;
            copy.value(row.recovery_started_at)?;
            copy.value(row.last_processed_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.last_log_order.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.last_position.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lag_events.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.events_processed.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.error_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.consecutive_errors.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.recovery_attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.updated_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewEventProjection,
) -> Result<EventProjection, EventProjectionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `projection_name` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_projection_name(
    db: impl PgExecutor<'_>,
    new: &NewEventProjection,
) -> Result<EventProjection, EventProjectionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(projection_name)", &["projection_name", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEventProjection) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("projection_name", &new.projection_name)?;
    set.or_default("status", &new.status)?;
    set.or_default("last_log_order", &new.last_log_order)?;
    set.or_default("last_position", &new.last_position)?;
    set.or_default("lag_events", &new.lag_events)?;
    set.or_default("events_processed", &new.events_processed)?;
    set.or_default("error_count", &new.error_count)?;
    set.or_default("consecutive_errors", &new.consecutive_errors)?;
    set.set("last_error", &new.last_error)?;
    set.set("last_error_at", new.last_error_at)?;
    set.or_default("recovery_attempts", &new.recovery_attempts)?;
    set.set("recovery_started_at", new.recovery_started_at)?;
    set.set("last_processed_at", new.last_processed_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &EventProjectionPatch,
) -> Result<Option<EventProjection>, EventProjectionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &EventProjectionPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("projection_name", patch.projection_name.as_ref())?;
    set.given("status", patch.status)?;
    set.given("last_log_order", patch.last_log_order)?;
    set.given("last_position", patch.last_position)?;
    set.given("lag_events", patch.lag_events)?;
    set.given("events_processed", patch.events_processed)?;
    set.given("error_count", patch.error_count)?;
    set.given("consecutive_errors", patch.consecutive_errors)?;
    set.change("last_error", &patch.last_error)?;
    set.change("last_error_at", &patch.last_error_at)?;
    set.given("recovery_attempts", patch.recovery_attempts)?;
    set.change("recovery_started_at", &patch.recovery_started_at)?;
    set.change("last_processed_at", &patch.last_processed_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, EventProjectionError> {
    let done = sqlx::query("DELETE FROM public.event_projections WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `projection_name`; whether there was one.
pub async fn delete_by_projection_name(
    db: impl PgExecutor<'_>,
    projection_name: &str,
) -> Result<bool, EventProjectionError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.event_projections WHERE projection_name = $1::character ",
        "varying",
    ))
    .bind(projection_name)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
