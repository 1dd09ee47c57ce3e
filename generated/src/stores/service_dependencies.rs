// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::enums::{CommunicationProtocolEnum, DependencyTypeEnum};
use super::super::errors::ServiceDependencyError;
use super::super::models::{
    NewServiceDependency, ServiceDependency, ServiceDependencyPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, source_service, target_service, dependency_type, protocol, criticality, ",
            "timeout_ms, max_retries, has_circuit_breaker, expected_latency_ms, is_active, ",
            "created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.service_dependencies";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ServiceDependency>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `source_service`, `target_service`, `dependency_type`, `protocol`.
pub fn get_by_source_service_and_target_service_and_dependency_type_and_protocol<'e>(
    db: impl PgExecutor<'e>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> BoxFuture<'e, Result<Option<ServiceDependency>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.service_dependencies WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `source_service`, `target_service`, `dependency_type`, `protocol`.
pub fn exists_by_source_service_and_target_service_and_dependency_type_and_protocol<'e>(
    db: impl PgExecutor<'e>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.service_dependencies WHERE source_service ",
        "= $1::character varying AND target_service = $2::character varying AND ",
        "dependency_type = $3::public.dependency_type_enum AND protocol = ",
        "$4::public.communication_protocol_enum)",
    ))
    .bind(source_service)
    .bind(target_service)
    .bind(dependency_type)
    .bind(protocol)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, ServiceDependency>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ServiceDependency>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
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
) -> BoxFuture<'e, Result<Option<ServiceDependency>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.service_dependencies` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.service_dependencies").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ServiceDependency, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.service_dependencies",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewServiceDependency,
) -> BoxFuture<'e, Result<ServiceDependency, ServiceDependencyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewServiceDependency],
) -> BoxFuture<'e, Result<Vec<ServiceDependency>, ServiceDependencyError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("source_service", "character varying", |row| &row.source_service);
    rows.column("target_service", "character varying", |row| &row.target_service);
    rows.column(
        "dependency_type",
        "public.dependency_type_enum",
        |row| &row.dependency_type,
    );
    rows.column("protocol", "public.communication_protocol_enum", |row| &row.protocol);
    rows.or_default(
        "criticality",
        "public.dependency_criticality_enum",
        "('essential')",
        |row| &row.criticality,
    );
    rows.column("timeout_ms", "integer", |row| &row.timeout_ms);
    rows.or_default("max_retries", "smallint", "(0)", |row| &row.max_retries);
    rows.or_default(
        "has_circuit_breaker",
        "boolean",
        "(false)",
        |row| &row.has_circuit_breaker,
    );
    rows.column("expected_latency_ms", "numeric", |row| &row.expected_latency_ms);
    rows.or_default("is_active", "boolean", "(true)", |row| &row.is_active);
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
    new: &'e [NewServiceDependency],
) -> BoxFuture<'e, Result<u64, ServiceDependencyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewServiceDependency,
) -> BoxFuture<'e, Result<ServiceDependency, ServiceDependencyError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `source_service`, `target_service`, `dependency_type`, `protocol`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_source_service_and_target_service_and_dependency_type_and_protocol<'e>(
    db: impl PgExecutor<'e>,
    new: &NewServiceDependency,
) -> BoxFuture<'e, Result<ServiceDependency, ServiceDependencyError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(source_service, target_service, dependency_type, protocol)",
            &["source_service", "target_service", "dependency_type", "protocol", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewServiceDependency {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("source_service", &self.source_service);
        to.set("target_service", &self.target_service);
        to.set("dependency_type", self.dependency_type);
        to.set("protocol", self.protocol);
        to.or_default("criticality", &self.criticality);
        to.set("timeout_ms", self.timeout_ms);
        to.or_default("max_retries", &self.max_retries);
        to.or_default("has_circuit_breaker", &self.has_circuit_breaker);
        to.set("expected_latency_ms", self.expected_latency_ms);
        to.or_default("is_active", &self.is_active);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ServiceDependencyPatch,
) -> BoxFuture<'e, Result<Option<ServiceDependency>, ServiceDependencyError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ServiceDependencyPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("source_service", patch.source_service.as_ref());
    set.given("target_service", patch.target_service.as_ref());
    set.given("dependency_type", patch.dependency_type);
    set.given("protocol", patch.protocol);
    set.given("criticality", patch.criticality);
    set.change("timeout_ms", &patch.timeout_ms);
    set.given("max_retries", patch.max_retries);
    set.given("has_circuit_breaker", patch.has_circuit_breaker);
    set.change("expected_latency_ms", &patch.expected_latency_ms);
    set.given("is_active", patch.is_active);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ServiceDependencyError>> {
    Query::new(
        "DELETE FROM public.service_dependencies WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `source_service`, `target_service`, `dependency_type`, `protocol`; gives whether there was one.
pub fn delete_by_source_service_and_target_service_and_dependency_type_and_protocol<'e>(
    db: impl PgExecutor<'e>,
    source_service: &str,
    target_service: &str,
    dependency_type: DependencyTypeEnum,
    protocol: CommunicationProtocolEnum,
) -> BoxFuture<'e, Result<bool, ServiceDependencyError>> {
    Query::new(concat!(
        "DELETE FROM public.service_dependencies WHERE source_service = $1::character ",
        "varying AND target_service = $2::character varying AND dependency_type = ",
        "$3::public.dependency_type_enum AND protocol = ",
        "$4::public.communication_protocol_enum",
    ))
    .bind(source_service)
    .bind(target_service)
    .bind(dependency_type)
    .bind(protocol)
    .affects(db)
}
