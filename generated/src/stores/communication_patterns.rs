// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CommunicationPatternError;
use super::super::models::{
    CommunicationPattern, CommunicationPatternPatch, NewCommunicationPattern,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "period_end, id, period_start, dependency_id, request_count, error_count, ",
            "timeout_count, average_latency_ms, p99_latency_ms, bytes_transferred",
        )
    };
}

const TABLE: &str = "public.communication_patterns";
const COLUMNS: &str = columns!();

/// The row with this `period_end`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<CommunicationPattern>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `period_end`, `id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.communication_patterns WHERE period_end = ",
        "$1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `period_end`, `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(DateTime<Utc>, i64)],
) -> Result<HashMap<(DateTime<Utc>, i64), CommunicationPattern>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<CommunicationPattern> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE (period_end, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.period_end, row.id), row)).collect())
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<CommunicationPattern>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<Option<CommunicationPattern>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `dependency_id`, by primary key.
pub async fn list_by_dependency_id(
    db: impl PgExecutor<'_>,
    dependency_id: Uuid,
) -> Result<Vec<CommunicationPattern>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE dependency_id = $1::uuid",
        " ORDER BY period_end, id",
    ))
    .bind(dependency_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `dependency_id`, by value, in one statement.
pub async fn list_by_dependency_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CommunicationPattern>>, sqlx::Error> {
    let rows: Vec<CommunicationPattern> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE dependency_id = ANY($1::uuid[])",
        " ORDER BY period_end, id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CommunicationPattern>> = HashMap::new();
    for row in rows {
        found.entry(row.dependency_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.communication_patterns` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.communication_patterns")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CommunicationPattern, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCommunicationPattern,
) -> Result<CommunicationPattern, CommunicationPatternError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCommunicationPattern],
) -> Result<Vec<CommunicationPattern>, CommunicationPatternError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "period_end",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_end),
    )?;
    rows.column(
        "period_start",
        "timestamp with time zone",
        new.iter().map(|row| &row.period_start),
    )?;
    rows.column("dependency_id", "uuid", new.iter().map(|row| &row.dependency_id))?;
    rows.column("request_count", "bigint", new.iter().map(|row| &row.request_count))?;
    rows.or_default(
        "error_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.error_count),
    )?;
    rows.or_default(
        "timeout_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.timeout_count),
    )?;
    rows.column(
        "average_latency_ms",
        "numeric",
        new.iter().map(|row| &row.average_latency_ms),
    )?;
    rows.column("p99_latency_ms", "numeric", new.iter().map(|row| &row.p99_latency_ms))?;
    rows.or_default(
        "bytes_transferred",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.bytes_transferred),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCommunicationPattern],
) -> Result<u64, CommunicationPatternError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewCommunicationPattern>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.error_count.is_default(),
            !row.timeout_count.is_default(),
            !row.bytes_transferred.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "period_end", "period_start", "dependency_id", "request_count",
            "average_latency_ms", "p99_latency_ms"
        ];
        if given[0] {
            columns.push("error_count");
        }
        if given[1] {
            columns.push("timeout_count");
        }
        if given[2] {
            columns.push("bytes_transferred");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.period_end)?;
            copy.value(row.period_start)?;
            copy.value(row.dependency_id)?;
            copy.value(row.request_count)?;
            copy.value(row.average_latency_ms)?;
            copy.value(row.p99_latency_ms)?;
            if let Some(value) = row.error_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.timeout_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.bytes_transferred.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewCommunicationPattern) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("period_end", new.period_end)?;
    set.set("period_start", new.period_start)?;
    set.set("dependency_id", new.dependency_id)?;
    set.set("request_count", new.request_count)?;
    set.or_default("error_count", &new.error_count)?;
    set.or_default("timeout_count", &new.timeout_count)?;
    set.set("average_latency_ms", new.average_latency_ms)?;
    set.set("p99_latency_ms", new.p99_latency_ms)?;
    set.or_default("bytes_transferred", &new.bytes_transferred)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `period_end`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
    patch: &CommunicationPatternPatch,
) -> Result<Option<CommunicationPattern>, CommunicationPatternError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, period_end, id).await?);
    }
    let key_0 = set.argument(period_end)?;
    let key_1 = set.argument(id)?;
    let condition = format!(
        "period_end = {key_0}::timestamp with time zone AND id = {key_1}::bigint"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CommunicationPatternPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("period_start", patch.period_start)?;
    set.given("dependency_id", patch.dependency_id)?;
    set.given("request_count", patch.request_count)?;
    set.given("error_count", patch.error_count)?;
    set.given("timeout_count", patch.timeout_count)?;
    set.given("average_latency_ms", patch.average_latency_ms)?;
    set.given("p99_latency_ms", patch.p99_latency_ms)?;
    set.given("bytes_transferred", patch.bytes_transferred)?;
    Ok(set)
}

/// Deletes the row with this `period_end`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    period_end: DateTime<Utc>,
    id: i64,
) -> Result<bool, CommunicationPatternError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.communication_patterns WHERE period_end = $1::timestamp ",
        "with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
