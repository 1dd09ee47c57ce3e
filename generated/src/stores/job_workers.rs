// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::JobWorkerError;
use super::super::models::{JobWorker, JobWorkerPatch, NewJobWorker};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, host_name, process_id, job_types, capacity, client_address, started_at, ",
            "last_seen_at, stopped_at",
        )
    };
}

const TABLE: &str = "public.job_workers";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<JobWorker>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.job_workers WHERE id = $1::character ",
        "varying)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[String],
) -> BoxFuture<'e, Result<HashMap<String, JobWorker>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = ANY($1::character varying[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id.clone()))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<JobWorker>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<Option<JobWorker>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
        " WHERE id = $1::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.job_workers` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.job_workers").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<JobWorker, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.job_workers",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewJobWorker,
) -> BoxFuture<'e, Result<JobWorker, JobWorkerError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewJobWorker],
) -> BoxFuture<'e, Result<Vec<JobWorker>, JobWorkerError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "character varying", |row| &row.id);
    rows.column("host_name", "character varying", |row| &row.host_name);
    rows.column("process_id", "integer", |row| &row.process_id);
    rows.list("job_types", "public.job_type_enum", |row| Some(&row.job_types));
    rows.or_default("capacity", "integer", "(1)", |row| &row.capacity);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.or_default(
        "started_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.started_at,
    );
    rows.or_default(
        "last_seen_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.last_seen_at,
    );
    rows.column("stopped_at", "timestamp with time zone", |row| &row.stopped_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewJobWorker],
) -> BoxFuture<'e, Result<u64, JobWorkerError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewJobWorker,
) -> BoxFuture<'e, Result<JobWorker, JobWorkerError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewJobWorker {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", &self.id);
        to.set("host_name", &self.host_name);
        to.set("process_id", self.process_id);
        to.column("job_types", Form::List("public.job_type_enum"), Some(&self.job_types));
        to.or_default("capacity", &self.capacity);
        to.set("client_address", self.client_address);
        to.or_default("started_at", &self.started_at);
        to.or_default("last_seen_at", &self.last_seen_at);
        to.set("stopped_at", self.stopped_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
    patch: &JobWorkerPatch,
) -> BoxFuture<'e, Result<Option<JobWorker>, JobWorkerError>> {
    changes(patch)
        .key("id", "character varying", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &JobWorkerPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("host_name", patch.host_name.as_ref());
    set.given("process_id", patch.process_id);
    set.given("job_types", patch.job_types.as_ref());
    set.given("capacity", patch.capacity);
    set.change("client_address", &patch.client_address);
    set.given("started_at", patch.started_at);
    set.given("last_seen_at", patch.last_seen_at);
    set.change("stopped_at", &patch.stopped_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: &str,
) -> BoxFuture<'e, Result<bool, JobWorkerError>> {
    Query::new(
        "DELETE FROM public.job_workers WHERE id = $1::character varying",
    )
    .bind(id)
    .affects(db)
}
