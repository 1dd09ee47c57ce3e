// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::EventStreamError;
use super::super::models::{EventStream, EventStreamPatch, NewEventStream};
use super::super::support::{Assignments, Copy, Rows};

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
pub async fn get(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<Option<EventStream>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `aggregate_type`, `aggregate_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.event_streams WHERE aggregate_type = ",
        "$1::character varying AND aggregate_id = $2::uuid)",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `aggregate_type`, `aggregate_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(String, Uuid)],
) -> Result<HashMap<(String, Uuid), EventStream>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<EventStream> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.event_streams",
                " WHERE (aggregate_type, aggregate_id) IN (SELECT * FROM UNNEST($1::character ",
                "varying[], $2::uuid[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| ((row.aggregate_type.clone(), row.aggregate_id), row))
            .collect(),
    )
}

/// The row with this `aggregate_type`, `aggregate_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<Option<EventStream>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
    .await
}

/// The row with this `aggregate_type`, `aggregate_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<Option<EventStream>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.event_streams` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.event_streams")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<EventStream, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_streams",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEventStream,
) -> Result<EventStream, EventStreamError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEventStream],
) -> Result<Vec<EventStream>, EventStreamError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "aggregate_type",
        "character varying",
        new.iter().map(|row| &row.aggregate_type),
    )?;
    rows.column("aggregate_id", "uuid", new.iter().map(|row| &row.aggregate_id))?;
    rows.column(
        "current_version",
        "integer",
        new.iter().map(|row| &row.current_version),
    )?;
    rows.column("log_order", "bigint", new.iter().map(|row| &row.log_order))?;
    rows.column("last_position", "bigint", new.iter().map(|row| &row.last_position))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewEventStream],
) -> Result<u64, EventStreamError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewEventStream>> = BTreeMap::new();
    for row in new {
        let given = [!row.created_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "aggregate_type", "aggregate_id", "current_version", "log_order",
            "last_position"
        ];
        if given[0] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.aggregate_type)?;
            copy.value(row.aggregate_id)?;
            copy.value(row.current_version)?;
            copy.value(row.log_order)?;
            copy.value(row.last_position)?;
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `aggregate_type`, `aggregate_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewEventStream,
) -> Result<EventStream, EventStreamError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(aggregate_type, aggregate_id)",
            &["aggregate_type", "aggregate_id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEventStream) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("aggregate_type", &new.aggregate_type)?;
    set.set("aggregate_id", new.aggregate_id)?;
    set.set("current_version", new.current_version)?;
    set.set("log_order", new.log_order)?;
    set.set("last_position", new.last_position)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `aggregate_type`, `aggregate_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    patch: &EventStreamPatch,
) -> Result<Option<EventStream>, EventStreamError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, aggregate_type, aggregate_id).await?);
    }
    let key_0 = set.argument(aggregate_type)?;
    let key_1 = set.argument(aggregate_id)?;
    let condition = format!(
        "aggregate_type = {key_0}::character varying AND aggregate_id = {key_1}::uuid"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &EventStreamPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("current_version", patch.current_version)?;
    set.given("log_order", patch.log_order)?;
    set.given("last_position", patch.last_position)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `aggregate_type`, `aggregate_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<bool, EventStreamError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.event_streams WHERE aggregate_type = $1::character ",
        "varying AND aggregate_id = $2::uuid",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
