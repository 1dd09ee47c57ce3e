// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::ArchitectureRefactorLogError;
use super::super::models::{
    ArchitectureRefactorLog, ArchitectureRefactorLogPatch, NewArchitectureRefactorLog,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, service_name, refactor_type, status, title, description, reason, ",
            "metrics_before, metrics_after, effort_hours, performed_by, started_at, ",
            "finished_at, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.architecture_refactor_log";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ArchitectureRefactorLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.architecture_refactor_log WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, ArchitectureRefactorLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ArchitectureRefactorLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
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
) -> BoxFuture<'e, Result<Option<ArchitectureRefactorLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `performed_by`, by primary key.
pub fn list_by_performed_by<'e>(
    db: impl PgExecutor<'e>,
    performed_by: Uuid,
) -> BoxFuture<'e, Result<Vec<ArchitectureRefactorLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE performed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(performed_by)
    .fetch_all(db)
}

/// The rows with each of these values of `performed_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_performed_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ArchitectureRefactorLog>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE performed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.performed_by)
}

/// How many rows `public.architecture_refactor_log` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.architecture_refactor_log").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ArchitectureRefactorLog, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewArchitectureRefactorLog,
) -> BoxFuture<'e, Result<ArchitectureRefactorLog, ArchitectureRefactorLogError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewArchitectureRefactorLog],
) -> BoxFuture<'e, Result<Vec<ArchitectureRefactorLog>, ArchitectureRefactorLogError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("refactor_type", "public.refactor_type_enum", |row| &row.refactor_type);
    rows.or_default(
        "status",
        "public.refactor_status_enum",
        "('planned')",
        |row| &row.status,
    );
    rows.column("title", "character varying", |row| &row.title);
    rows.column("description", "text", |row| &row.description);
    rows.column("reason", "text", |row| &row.reason);
    rows.column("metrics_before", "jsonb", |row| &row.metrics_before);
    rows.column("metrics_after", "jsonb", |row| &row.metrics_after);
    rows.column("effort_hours", "numeric", |row| &row.effort_hours);
    rows.column("performed_by", "uuid", |row| &row.performed_by);
    rows.column("started_at", "timestamp with time zone", |row| &row.started_at);
    rows.column("finished_at", "timestamp with time zone", |row| &row.finished_at);
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
    new: &'e [NewArchitectureRefactorLog],
) -> BoxFuture<'e, Result<u64, ArchitectureRefactorLogError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewArchitectureRefactorLog,
) -> BoxFuture<'e, Result<ArchitectureRefactorLog, ArchitectureRefactorLogError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewArchitectureRefactorLog {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("service_name", &self.service_name);
        to.set("refactor_type", self.refactor_type);
        to.or_default("status", &self.status);
        to.set("title", &self.title);
        to.set("description", &self.description);
        to.set("reason", &self.reason);
        to.set("metrics_before", &self.metrics_before);
        to.set("metrics_after", &self.metrics_after);
        to.set("effort_hours", self.effort_hours);
        to.set("performed_by", self.performed_by);
        to.set("started_at", self.started_at);
        to.set("finished_at", self.finished_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ArchitectureRefactorLogPatch,
) -> BoxFuture<
    'e,
    Result<Option<ArchitectureRefactorLog>, ArchitectureRefactorLogError>,
> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ArchitectureRefactorLogPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("service_name", patch.service_name.as_ref());
    set.given("refactor_type", patch.refactor_type);
    set.given("status", patch.status);
    set.given("title", patch.title.as_ref());
    set.change("description", &patch.description);
    set.given("reason", patch.reason.as_ref());
    set.change("metrics_before", &patch.metrics_before);
    set.change("metrics_after", &patch.metrics_after);
    set.change("effort_hours", &patch.effort_hours);
    set.change("performed_by", &patch.performed_by);
    set.change("started_at", &patch.started_at);
    set.change("finished_at", &patch.finished_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ArchitectureRefactorLogError>> {
    Query::new(
        "DELETE FROM public.architecture_refactor_log WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}
