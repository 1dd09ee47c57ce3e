// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::ArchitectureRefactorLogError;
use super::super::models::{
    ArchitectureRefactorLog, ArchitectureRefactorLogPatch, NewArchitectureRefactorLog,
};
use super::super::support::{Assignments, Copy, Rows};

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
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ArchitectureRefactorLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.architecture_refactor_log WHERE id = ",
        "$1::uuid)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, ArchitectureRefactorLog>, sqlx::Error> {
    let rows: Vec<ArchitectureRefactorLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
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
) -> Result<Option<ArchitectureRefactorLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
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
) -> Result<Option<ArchitectureRefactorLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `performed_by`, by primary key.
pub async fn list_by_performed_by(
    db: impl PgExecutor<'_>,
    performed_by: Uuid,
) -> Result<Vec<ArchitectureRefactorLog>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE performed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(performed_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `performed_by`, by value, in one statement.
pub async fn list_by_performed_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ArchitectureRefactorLog>>, sqlx::Error> {
    let rows: Vec<ArchitectureRefactorLog> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
        " WHERE performed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ArchitectureRefactorLog>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.performed_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.architecture_refactor_log` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.architecture_refactor_log")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ArchitectureRefactorLog, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.architecture_refactor_log",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewArchitectureRefactorLog,
) -> Result<ArchitectureRefactorLog, ArchitectureRefactorLogError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewArchitectureRefactorLog],
) -> Result<Vec<ArchitectureRefactorLog>, ArchitectureRefactorLogError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column(
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column(
        "refactor_type",
        "public.refactor_type_enum",
        new.iter().map(|row| &row.refactor_type),
    )?;
    rows.or_default(
        "status",
        "public.refactor_status_enum",
        "('planned')",
        new.iter().map(|row| &row.status),
    )?;
    rows.column("title", "character varying", new.iter().map(|row| &row.title))?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.column("metrics_before", "jsonb", new.iter().map(|row| &row.metrics_before))?;
    rows.column("metrics_after", "jsonb", new.iter().map(|row| &row.metrics_after))?;
    rows.column("effort_hours", "numeric", new.iter().map(|row| &row.effort_hours))?;
    rows.column("performed_by", "uuid", new.iter().map(|row| &row.performed_by))?;
    rows.column(
        "started_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.started_at),
    )?;
    rows.column(
        "finished_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.finished_at),
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
    new: &[NewArchitectureRefactorLog],
) -> Result<u64, ArchitectureRefactorLogError> {
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewArchitectureRefactorLog>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.status.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "service_name", "refactor_type", "title", "description", "reason",
            "metrics_before", "metrics_after", "effort_hours", "performed_by",
            "started_at", "finished_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("status");
        }
        if given[2] {
            columns.push("created_at");
        }
        if given[3] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.service_name)?;
            copy.value(row.refactor_type)?;
            copy.value(&row.title)?;
            copy.value(&row.description)?;
            copy.value(&row.reason)?;
            copy.value(&row.metrics_before)?;
            copy.value(&row.metrics_after)?;
            copy.value(row.effort_hours)?;
            copy.value(row.performed_by)?;
            copy.value(row.started_at)?;
            copy.value(row.finished_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
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
    new: &NewArchitectureRefactorLog,
) -> Result<ArchitectureRefactorLog, ArchitectureRefactorLogError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewArchitectureRefactorLog) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("service_name", &new.service_name)?;
    set.set("refactor_type", new.refactor_type)?;
    set.or_default("status", &new.status)?;
    set.set("title", &new.title)?;
    set.set("description", &new.description)?;
    set.set("reason", &new.reason)?;
    set.set("metrics_before", &new.metrics_before)?;
    set.set("metrics_after", &new.metrics_after)?;
    set.set("effort_hours", new.effort_hours)?;
    set.set("performed_by", new.performed_by)?;
    set.set("started_at", new.started_at)?;
    set.set("finished_at", new.finished_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &ArchitectureRefactorLogPatch,
) -> Result<Option<ArchitectureRefactorLog>, ArchitectureRefactorLogError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ArchitectureRefactorLogPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("service_name", patch.service_name.as_ref())?;
    set.given("refactor_type", patch.refactor_type)?;
    set.given("status", patch.status)?;
    set.given("title", patch.title.as_ref())?;
    set.change("description", &patch.description)?;
    set.given("reason", patch.reason.as_ref())?;
    set.change("metrics_before", &patch.metrics_before)?;
    set.change("metrics_after", &patch.metrics_after)?;
    set.change("effort_hours", &patch.effort_hours)?;
    set.change("performed_by", &patch.performed_by)?;
    set.change("started_at", &patch.started_at)?;
    set.change("finished_at", &patch.finished_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, ArchitectureRefactorLogError> {
    let done = sqlx::query(
        "DELETE FROM public.architecture_refactor_log WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
