// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::EventStoreError;
use super::super::models::{EventStore, EventStorePatch, NewEventStore};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("global_position, log_order, event_id, aggregate_type, aggregate_id, ",
        "event_version, event_type, event_data, metadata, causation_id, correlation_id, ",
        "created_at",)
    };
}

const TABLE: &str = "public.event_store";
const COLUMNS: &str = columns!();

/// The row with this `global_position`.
pub async fn get(
    db: impl PgExecutor<'_>,
    global_position: i64,
) -> Result<Option<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
    ))
    .bind(global_position)
    .fetch_optional(db)
    .await
}

/// The row with this `event_id`.
pub async fn get_by_event_id(
    db: impl PgExecutor<'_>,
    event_id: Uuid,
) -> Result<Option<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE event_id = $1::uuid",
    ))
    .bind(event_id)
    .fetch_optional(db)
    .await
}

/// The row with this `aggregate_type`, `aggregate_id`, `event_version`.
pub async fn get_by_aggregate_type_and_aggregate_id_and_event_version(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> Result<Option<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `global_position`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    global_position: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE global_position = ",
        "$1::bigint)",
    ))
    .bind(global_position)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `event_id`.
pub async fn exists_by_event_id(
    db: impl PgExecutor<'_>,
    event_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE event_id = $1::uuid)",
    )
    .bind(event_id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `aggregate_type`, `aggregate_id`, `event_version`.
pub async fn exists_by_aggregate_type_and_aggregate_id_and_event_version(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.event_store WHERE aggregate_type = ",
        "$1::character varying AND aggregate_id = $2::uuid AND event_version = ",
        "$3::integer)",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .bind(event_version)
    .fetch_one(db)
    .await
}

/// The rows with these values of `global_position`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, EventStore>, sqlx::Error> {
    let rows: Vec<EventStore> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.global_position, row)).collect())
}

/// The row with this `global_position`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    global_position: i64,
) -> Result<Option<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(global_position)
    .fetch_optional(db)
    .await
}

/// The row with this `global_position`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    global_position: i64,
) -> Result<Option<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE global_position = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(global_position)
    .fetch_optional(db)
    .await
}

/// All rows with this `aggregate_type`, `aggregate_id`, by primary key.
pub async fn list_by_aggregate_type_and_aggregate_id(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
) -> Result<Vec<EventStore>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
        " WHERE aggregate_type = $1::character varying AND aggregate_id = $2::uuid",
        " ORDER BY global_position",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `aggregate_type`, `aggregate_id`, by value, in one statement.
pub async fn list_by_many_aggregate_type_and_aggregate_id(
    db: impl PgExecutor<'_>,
    keys: &[(String, Uuid)],
) -> Result<HashMap<(String, Uuid), Vec<EventStore>>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<EventStore> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.event_store",
                " WHERE (aggregate_type, aggregate_id) IN (SELECT * FROM UNNEST($1::character ",
                "varying[], $2::uuid[]))", " ORDER BY global_position",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    let mut found: HashMap<(String, Uuid), Vec<EventStore>> = HashMap::new();
    for row in rows {
        found
            .entry((row.aggregate_type.clone(), row.aggregate_id))
            .or_default()
            .push(row);
    }
    Ok(found)
}

/// How many rows `public.event_store` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.event_store")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<EventStore, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.event_store",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEventStore,
) -> Result<EventStore, EventStoreError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEventStore],
) -> Result<Vec<EventStore>, EventStoreError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default(
        "log_order",
        "bigint",
        "(pg_current_xact_id()::text::bigint)",
        new.iter().map(|row| &row.log_order),
    )?;
    rows.or_default(
        "event_id",
        "uuid",
        "(gen_random_uuid())",
        new.iter().map(|row| &row.event_id),
    )?;
    rows.column(
        "aggregate_type",
        "character varying",
        new.iter().map(|row| &row.aggregate_type),
    )?;
    rows.column("aggregate_id", "uuid", new.iter().map(|row| &row.aggregate_id))?;
    rows.or_default(
        "event_version",
        "integer",
        "(0)",
        new.iter().map(|row| &row.event_version),
    )?;
    rows.column(
        "event_type",
        "character varying",
        new.iter().map(|row| &row.event_type),
    )?;
    rows.column("event_data", "jsonb", new.iter().map(|row| &row.event_data))?;
    rows.or_default("metadata", "jsonb", "('{}')", new.iter().map(|row| &row.metadata))?;
    rows.column("causation_id", "uuid", new.iter().map(|row| &row.causation_id))?;
    rows.column("correlation_id", "uuid", new.iter().map(|row| &row.correlation_id))?;
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
    new: &[NewEventStore],
) -> Result<u64, EventStoreError> {
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewEventStore>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.log_order.is_default(),
            !row.event_id.is_default(),
            !row.event_version.is_default(),
            !row.metadata.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "aggregate_type", "aggregate_id", "event_type", "event_data", "causation_id",
            "correlation_id"
        ];
        if given[0] {
            columns.push("log_order");
        }
        if given[1] {
            columns.push("event_id");
        }
        if given[2] {
            columns.push("event_version");
        }
        if given[3] {
            columns.push("metadata");
        }
        if given[4] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.aggregate_type)?;
            copy.value(row.aggregate_id)?;
            copy.value(&row.event_type)?;
            copy.value(&row.event_data)?;
            copy.value(row.causation_id)?;
            copy.value(row.correlation_id)?;
            if let Some(value) = row.log_order.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.event_id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.event_version.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.metadata.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `event_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_event_id(
    db: impl PgExecutor<'_>,
    new: &NewEventStore,
) -> Result<EventStore, EventStoreError> {
    let row = assignments(new)?
        .upsert(TABLE, "(event_id)", &["event_id", "global_position"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `aggregate_type`, `aggregate_id`, `event_version` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_aggregate_type_and_aggregate_id_and_event_version(
    db: impl PgExecutor<'_>,
    new: &NewEventStore,
) -> Result<EventStore, EventStoreError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(aggregate_type, aggregate_id, event_version)",
            &["aggregate_type", "aggregate_id", "event_version", "global_position"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEventStore) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("log_order", &new.log_order)?;
    set.or_default("event_id", &new.event_id)?;
    set.set("aggregate_type", &new.aggregate_type)?;
    set.set("aggregate_id", new.aggregate_id)?;
    set.or_default("event_version", &new.event_version)?;
    set.set("event_type", &new.event_type)?;
    set.set("event_data", &new.event_data)?;
    set.or_default("metadata", &new.metadata)?;
    set.set("causation_id", new.causation_id)?;
    set.set("correlation_id", new.correlation_id)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `global_position`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    global_position: i64,
    patch: &EventStorePatch,
) -> Result<Option<EventStore>, EventStoreError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, global_position).await?);
    }
    let key_0 = set.argument(global_position)?;
    let condition = format!("global_position = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &EventStorePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("log_order", patch.log_order)?;
    set.given("event_id", patch.event_id)?;
    set.given("aggregate_type", patch.aggregate_type.as_ref())?;
    set.given("aggregate_id", patch.aggregate_id)?;
    set.given("event_version", patch.event_version)?;
    set.given("event_type", patch.event_type.as_ref())?;
    set.given("event_data", patch.event_data.as_ref())?;
    set.given("metadata", patch.metadata.as_ref())?;
    set.change("causation_id", &patch.causation_id)?;
    set.change("correlation_id", &patch.correlation_id)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `global_position`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    global_position: i64,
) -> Result<bool, EventStoreError> {
    let done = sqlx::query(
        "DELETE FROM public.event_store WHERE global_position = $1::bigint",
    )
    .bind(global_position)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `event_id`; whether there was one.
pub async fn delete_by_event_id(
    db: impl PgExecutor<'_>,
    event_id: Uuid,
) -> Result<bool, EventStoreError> {
    let done = sqlx::query("DELETE FROM public.event_store WHERE event_id = $1::uuid")
    .bind(event_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `aggregate_type`, `aggregate_id`, `event_version`; whether there was one.
pub async fn delete_by_aggregate_type_and_aggregate_id_and_event_version(
    db: impl PgExecutor<'_>,
    aggregate_type: &str,
    aggregate_id: Uuid,
    event_version: i32,
) -> Result<bool, EventStoreError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.event_store WHERE aggregate_type = $1::character varying ",
        "AND aggregate_id = $2::uuid AND event_version = $3::integer",
    ))
    .bind(aggregate_type)
    .bind(aggregate_id)
    .bind(event_version)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
