// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CommunicationPatternError;
use super::super::models::{
    CommunicationPattern, CommunicationPatternPatch, NewCommunicationPattern,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CommunicationPattern>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `period_end`, `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.communication_patterns WHERE period_end = ",
        "$1::timestamp with time zone AND id = $2::bigint)",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `period_end`, `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(DateTime<Utc>, i64)],
) -> BoxFuture<
    'e,
    Result<HashMap<(DateTime<Utc>, i64), CommunicationPattern>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE (period_end, id) IN (SELECT * FROM UNNEST($1::timestamp with time ",
        "zone[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.period_end, row.id)))
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CommunicationPattern>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `period_end`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<Option<CommunicationPattern>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE period_end = $1::timestamp with time zone AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(period_end)
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `dependency_id`, by primary key.
pub fn list_by_dependency_id<'e>(
    db: impl PgExecutor<'e>,
    dependency_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CommunicationPattern>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE dependency_id = $1::uuid",
        " ORDER BY period_end, id",
    ))
    .bind(dependency_id)
    .fetch_all(db)
}

/// The rows with each of these values of `dependency_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_dependency_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CommunicationPattern>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
        " WHERE dependency_id = ANY($1::uuid[])",
        " ORDER BY period_end, id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.dependency_id))
}

/// How many rows `public.communication_patterns` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.communication_patterns").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CommunicationPattern, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.communication_patterns",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCommunicationPattern,
) -> BoxFuture<'e, Result<CommunicationPattern, CommunicationPatternError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCommunicationPattern],
) -> BoxFuture<'e, Result<Vec<CommunicationPattern>, CommunicationPatternError>> {
    let mut rows = Rows::new(new);
    rows.column("period_end", "timestamp with time zone", |row| &row.period_end);
    rows.column("period_start", "timestamp with time zone", |row| &row.period_start);
    rows.column("dependency_id", "uuid", |row| &row.dependency_id);
    rows.column("request_count", "bigint", |row| &row.request_count);
    rows.or_default("error_count", "bigint", "(0)", |row| &row.error_count);
    rows.or_default("timeout_count", "bigint", "(0)", |row| &row.timeout_count);
    rows.column("average_latency_ms", "numeric", |row| &row.average_latency_ms);
    rows.column("p99_latency_ms", "numeric", |row| &row.p99_latency_ms);
    rows.or_default("bytes_transferred", "bigint", "(0)", |row| &row.bytes_transferred);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCommunicationPattern],
) -> BoxFuture<'e, Result<u64, CommunicationPatternError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewCommunicationPattern {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("period_end", self.period_end);
        to.set("period_start", self.period_start);
        to.set("dependency_id", self.dependency_id);
        to.set("request_count", self.request_count);
        to.or_default("error_count", &self.error_count);
        to.or_default("timeout_count", &self.timeout_count);
        to.set("average_latency_ms", self.average_latency_ms);
        to.set("p99_latency_ms", self.p99_latency_ms);
        to.or_default("bytes_transferred", &self.bytes_transferred);
    }
}

/// Writes what the patch sets to the row with this `period_end`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
    patch: &CommunicationPatternPatch,
) -> BoxFuture<'e, Result<Option<CommunicationPattern>, CommunicationPatternError>> {
    changes(patch)
        .key("period_end", "timestamp with time zone", period_end)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CommunicationPatternPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("period_start", patch.period_start);
    set.given("dependency_id", patch.dependency_id);
    set.given("request_count", patch.request_count);
    set.given("error_count", patch.error_count);
    set.given("timeout_count", patch.timeout_count);
    set.given("average_latency_ms", patch.average_latency_ms);
    set.given("p99_latency_ms", patch.p99_latency_ms);
    set.given("bytes_transferred", patch.bytes_transferred);
    set
}

/// Deletes the row with this `period_end`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    period_end: DateTime<Utc>,
    id: i64,
) -> BoxFuture<'e, Result<bool, CommunicationPatternError>> {
    Query::new(concat!(
        "DELETE FROM public.communication_patterns WHERE period_end = $1::timestamp ",
        "with time zone AND id = $2::bigint",
    ))
    .bind(period_end)
    .bind(id)
    .affects(db)
}
