// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::JobWorkerError;
use super::super::models::{JobWorker, JobWorkerPatch, NewJobWorker};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("id, host_name, process_id, job_types, capacity, client_address, started_at, ",
        "last_seen_at, stopped_at",)
    };
}

const TABLE: &str = "public.job_workers";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: &str,
) -> Result<Option<JobWorker>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.job_workers WHERE id = $1::character ",
        "varying)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[String],
) -> Result<HashMap<String, JobWorker>, sqlx::Error> {
    let rows: Vec<JobWorker> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = ANY($1::character varying[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: &str,
) -> Result<Option<JobWorker>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: &str,
) -> Result<Option<JobWorker>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.job_workers` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.job_workers")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<JobWorker, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewJobWorker,
) -> Result<JobWorker, JobWorkerError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewJobWorker],
) -> Result<Vec<JobWorker>, JobWorkerError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "character varying", new.iter().map(|row| &row.id))?;
    rows.column("host_name", "character varying", new.iter().map(|row| &row.host_name))?;
    rows.column("process_id", "integer", new.iter().map(|row| &row.process_id))?;
    rows.list(
        "job_types",
        "public.job_type_enum",
        new.iter().map(|row| Some(&row.job_types)),
    )?;
    rows.or_default("capacity", "integer", "(1)", new.iter().map(|row| &row.capacity))?;
    rows.column("client_address", "inet", new.iter().map(|row| &row.client_address))?;
    rows.or_default(
        "started_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.started_at),
    )?;
    rows.or_default(
        "last_seen_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.last_seen_at),
    )?;
    rows.column(
        "stopped_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.stopped_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewJobWorker],
) -> Result<u64, JobWorkerError> {
    let element_1 = element_type(&mut *db, "public.job_type_enum").await?;
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewJobWorker>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.capacity.is_default(),
            !row.started_at.is_default(),
            !row.last_seen_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "id", "host_name", "process_id", "job_types", "client_address", "stopped_at"
        ];
        if given[0] {
            columns.push("capacity");
        }
        if given[1] {
            columns.push("started_at");
        }
        if given[2] {
            columns.push("last_seen_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.id)?;
            copy.value(&row.host_name)?;
            copy.value(row.process_id)?;
            copy.array(&row.job_types, element_1)?;
            copy.value(row.client_address)?;
            copy.value(row.stopped_at)?;
            if let Some(value) = row.capacity.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.started_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.last_seen_at.value() {
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
    new: &NewJobWorker,
) -> Result<JobWorker, JobWorkerError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewJobWorker) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", &new.id)?;
    set.set("host_name", &new.host_name)?;
    set.set("process_id", new.process_id)?;
    set.set("job_types", &new.job_types)?;
    set.or_default("capacity", &new.capacity)?;
    set.set("client_address", new.client_address)?;
    set.or_default("started_at", &new.started_at)?;
    set.or_default("last_seen_at", &new.last_seen_at)?;
    set.set("stopped_at", new.stopped_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: &str,
    patch: &JobWorkerPatch,
) -> Result<Option<JobWorker>, JobWorkerError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::character varying");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &JobWorkerPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("host_name", patch.host_name.as_ref())?;
    set.given("process_id", patch.process_id)?;
    set.given("job_types", patch.job_types.as_ref())?;
    set.given("capacity", patch.capacity)?;
    set.change("client_address", &patch.client_address)?;
    set.given("started_at", patch.started_at)?;
    set.given("last_seen_at", patch.last_seen_at)?;
    set.change("stopped_at", &patch.stopped_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: &str) -> Result<bool, JobWorkerError> {
    let done = sqlx::query(
        "DELETE FROM public.job_workers WHERE id = $1::character varying",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
