// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::{CommunicationProtocolEnum, DependencyTypeEnum};
use super::super::errors::ServiceDependencyError;
use super::super::models::{
    NewServiceDependency, ServiceDependency, ServiceDependencyPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, source_service, target_service, dependency_type, protocol, criticality, ",
        "timeout_ms, max_retries, has_circuit_breaker, expected_latency_ms, is_active, ",
        "created_at, updated_at",)
    };
}

const TABLE: &str = "public.service_dependencies";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ServiceDependency>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `source_service`, `target_service`, `dependency_type`, `protocol`.
pub async fn get_by_source_service_and_target_service_and_dependency_type_and_protocol(
    db: impl PgExecutor<'_>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> Result<Option<ServiceDependency>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE source_service = $1::character varying AND target_service = ",
        "$2::character varying AND dependency_type = $3::public.dependency_type_enum ",
        "AND protocol = $4::public.communication_protocol_enum",
    ))
    .bind(source_service)
    .bind(target_service)
    .bind(dependency_type)
    .bind(protocol)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.service_dependencies WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `source_service`, `target_service`, `dependency_type`, `protocol`.
pub async fn exists_by_source_service_and_target_service_and_dependency_type_and_protocol(
    db: impl PgExecutor<'_>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
            concat!(
                "SELECT EXISTS (SELECT FROM public.service_dependencies WHERE source_service ",
                "= $1::character varying AND target_service = $2::character varying AND ",
                "dependency_type = $3::public.dependency_type_enum AND protocol = ",
                "$4::public.communication_protocol_enum)",
            ),
        )
        .bind(source_service)
        .bind(target_service)
        .bind(dependency_type)
        .bind(protocol)
        .fetch_one(db)
        .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, ServiceDependency>, sqlx::Error> {
    let rows: Vec<ServiceDependency> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
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
) -> Result<Option<ServiceDependency>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
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
) -> Result<Option<ServiceDependency>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.service_dependencies` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.service_dependencies")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ServiceDependency, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewServiceDependency,
) -> Result<ServiceDependency, ServiceDependencyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewServiceDependency],
) -> Result<Vec<ServiceDependency>, ServiceDependencyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column(
        "source_service",
        "character varying",
        new.iter().map(|row| &row.source_service),
    )?;
    rows.column(
        "target_service",
        "character varying",
        new.iter().map(|row| &row.target_service),
    )?;
    rows.column(
        "dependency_type",
        "public.dependency_type_enum",
        new.iter().map(|row| &row.dependency_type),
    )?;
    rows.column(
        "protocol",
        "public.communication_protocol_enum",
        new.iter().map(|row| &row.protocol),
    )?;
    rows.or_default(
        "criticality",
        "public.dependency_criticality_enum",
        "('essential')",
        new.iter().map(|row| &row.criticality),
    )?;
    rows.column("timeout_ms", "integer", new.iter().map(|row| &row.timeout_ms))?;
    rows.or_default(
        "max_retries",
        "smallint",
        "(0)",
        new.iter().map(|row| &row.max_retries),
    )?;
    rows.or_default(
        "has_circuit_breaker",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.has_circuit_breaker),
    )?;
    rows.column(
        "expected_latency_ms",
        "numeric",
        new.iter().map(|row| &row.expected_latency_ms),
    )?;
    rows.or_default(
        "is_active",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_active),
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
    new: &[NewServiceDependency],
) -> Result<u64, ServiceDependencyError> {
    let mut kinds: BTreeMap<[bool; 7], Vec<&NewServiceDependency>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.criticality.is_default(),
            !row.max_retries.is_default(),
            !row.has_circuit_breaker.is_default(),
            !row.is_active.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "source_service", "target_service", "dependency_type", "protocol",
            "timeout_ms", "expected_latency_ms"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("criticality");
        }
        if given[2] {
            columns.push("max_retries");
        }
        if given[3] {
            columns.push("has_circuit_breaker");
        }
        if given[4] {
            columns.push("is_active");
        }
        if given[5] {
            columns.push("created_at");
        }
        if given[6] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.source_service)?;
            copy.value(&row.target_service)?;
            copy.value(row.dependency_type)?;
            copy.value(row.protocol)?;
            copy.value(row.timeout_ms)?;
            copy.value(row.expected_latency_ms)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.criticality.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.max_retries.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.has_circuit_breaker.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_active.value() {
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
    new: &NewServiceDependency,
) -> Result<ServiceDependency, ServiceDependencyError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `source_service`, `target_service`, `dependency_type`, `protocol` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_source_service_and_target_service_and_dependency_type_and_protocol(
    db: impl PgExecutor<'_>,
    new: &NewServiceDependency,
) -> Result<ServiceDependency, ServiceDependencyError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(source_service, target_service, dependency_type, protocol)",
            &["source_service", "target_service", "dependency_type", "protocol", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewServiceDependency) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("source_service", &new.source_service)?;
    set.set("target_service", &new.target_service)?;
    set.set("dependency_type", new.dependency_type)?;
    set.set("protocol", new.protocol)?;
    set.or_default("criticality", &new.criticality)?;
    set.set("timeout_ms", new.timeout_ms)?;
    set.or_default("max_retries", &new.max_retries)?;
    set.or_default("has_circuit_breaker", &new.has_circuit_breaker)?;
    set.set("expected_latency_ms", new.expected_latency_ms)?;
    set.or_default("is_active", &new.is_active)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &ServiceDependencyPatch,
) -> Result<Option<ServiceDependency>, ServiceDependencyError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ServiceDependencyPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("source_service", patch.source_service.as_ref())?;
    set.given("target_service", patch.target_service.as_ref())?;
    set.given("dependency_type", patch.dependency_type)?;
    set.given("protocol", patch.protocol)?;
    set.given("criticality", patch.criticality)?;
    set.change("timeout_ms", &patch.timeout_ms)?;
    set.given("max_retries", patch.max_retries)?;
    set.given("has_circuit_breaker", patch.has_circuit_breaker)?;
    set.change("expected_latency_ms", &patch.expected_latency_ms)?;
    set.given("is_active", patch.is_active)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, ServiceDependencyError> {
    let done = sqlx::query(
        "DELETE FROM public.service_dependencies WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `source_service`, `target_service`, `dependency_type`, `protocol`; whether there was one.
pub async fn delete_by_source_service_and_target_service_and_dependency_type_and_protocol(
    db: impl PgExecutor<'_>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> Result<bool, ServiceDependencyError> {
    let done = sqlx::query(
            concat!(
                "DELETE FROM public.service_dependencies WHERE source_service = $1::character ",
                "varying AND target_service = $2::character varying AND dependency_type = ",
                "$3::public.dependency_type_enum AND protocol = ",
                "$4::public.communication_protocol_enum",
            ),
        )
        .bind(source_service)
        .bind(target_service)
        .bind(dependency_type)
        .bind(protocol)
        .execute(db)
        .await?;
    Ok(done.rows_affected() > 0)
}
