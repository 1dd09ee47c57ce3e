// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::enums::DataClassificationEnum;
use super::super::errors::AuditLogError;
use super::super::models::{AuditLog, AuditLogPatch, NewAuditLog};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, created_at, data_classification, user_id, session_id, action, entity_type, ",
            "entity_id, old_values, new_values, changed_fields, client_address, user_agent, ",
            "request_id, service_name, endpoint, http_method, response_code, status, ",
            "duration_ms, compliance_tags",
        )
    };
}

const TABLE: &str = "public.audit_logs";
const COLUMNS: &str = columns!();

/// The row with this `created_at`, `id`, `data_classification`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
        " WHERE created_at = $1::timestamp with time zone AND id = $2::bigint AND ",
        "data_classification = $3::public.data_classification_enum",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .fetch_optional(db)
}

/// Whether there is a row with this `created_at`, `id`, `data_classification`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.audit_logs WHERE created_at = ",
        "$1::timestamp with time zone AND id = $2::bigint AND data_classification = ",
        "$3::public.data_classification_enum)",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .fetch_value(db)
}

/// The rows with these values of `created_at`, `id`, `data_classification`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(DateTime<Utc>, i64, DataClassificationEnum)],
) -> BoxFuture<
    'e,
    Result<HashMap<(DateTime<Utc>, i64, DataClassificationEnum), AuditLog>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
        " WHERE (created_at, id, data_classification) IN (SELECT * FROM ",
        "UNNEST($1::timestamp with time zone[], $2::bigint[], ",
        "$3::public.data_classification_enum[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .fetch_map(db, |row| Some((row.created_at, row.id, row.data_classification)))
}

/// The row with this `created_at`, `id`, `data_classification`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
        " WHERE created_at = $1::timestamp with time zone AND id = $2::bigint AND ",
        "data_classification = $3::public.data_classification_enum",
        " FOR UPDATE",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .fetch_optional(db)
}

/// The row with this `created_at`, `id`, `data_classification`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditLog>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
        " WHERE created_at = $1::timestamp with time zone AND id = $2::bigint AND ",
        "data_classification = $3::public.data_classification_enum",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .fetch_optional(db)
}

/// How many rows `public.audit_logs` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.audit_logs").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<AuditLog, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAuditLog,
) -> BoxFuture<'e, Result<AuditLog, AuditLogError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAuditLog],
) -> BoxFuture<'e, Result<Vec<AuditLog>, AuditLogError>> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.or_default(
        "data_classification",
        "public.data_classification_enum",
        "('internal')",
        |row| &row.data_classification,
    );
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("session_id", "uuid", |row| &row.session_id);
    rows.column("action", "public.audit_action_enum", |row| &row.action);
    rows.column("entity_type", "character varying", |row| &row.entity_type);
    rows.column("entity_id", "character varying", |row| &row.entity_id);
    rows.column("old_values", "jsonb", |row| &row.old_values);
    rows.column("new_values", "jsonb", |row| &row.new_values);
    rows.column("changed_fields", "jsonb", |row| &row.changed_fields);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.column("user_agent", "character varying", |row| &row.user_agent);
    rows.column("request_id", "uuid", |row| &row.request_id);
    rows.column("service_name", "character varying", |row| &row.service_name);
    rows.column("endpoint", "character varying", |row| &row.endpoint);
    rows.column("http_method", "public.http_method_enum", |row| &row.http_method);
    rows.column("response_code", "smallint", |row| &row.response_code);
    rows.or_default(
        "status",
        "public.audit_status_enum",
        "('success')",
        |row| &row.status,
    );
    rows.column("duration_ms", "numeric", |row| &row.duration_ms);
    rows.list_or_default("compliance_tags", "text", "('{}')", |row| &row.compliance_tags);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewAuditLog],
) -> BoxFuture<'e, Result<u64, AuditLogError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewAuditLog {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("created_at", &self.created_at);
        to.or_default("data_classification", &self.data_classification);
        to.set("user_id", self.user_id);
        to.set("session_id", self.session_id);
        to.set("action", self.action);
        to.set("entity_type", &self.entity_type);
        to.set("entity_id", &self.entity_id);
        to.set("old_values", &self.old_values);
        to.set("new_values", &self.new_values);
        to.set("changed_fields", &self.changed_fields);
        to.set("client_address", self.client_address);
        to.set("user_agent", &self.user_agent);
        to.set("request_id", self.request_id);
        to.set("service_name", &self.service_name);
        to.set("endpoint", &self.endpoint);
        to.set("http_method", self.http_method);
        to.set("response_code", self.response_code);
        to.or_default("status", &self.status);
        to.set("duration_ms", self.duration_ms);
        to.column("compliance_tags", Form::List("text"), self.compliance_tags.value());
    }
}

/// Writes what the patch sets to the row with this `created_at`, `id`, `data_classification`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
    patch: &AuditLogPatch,
) -> BoxFuture<'e, Result<Option<AuditLog>, AuditLogError>> {
    changes(patch)
        .key("created_at", "timestamp with time zone", created_at)
        .key("id", "bigint", id)
        .key(
            "data_classification",
            "public.data_classification_enum",
            data_classification,
        )
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &AuditLogPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id);
    set.change("session_id", &patch.session_id);
    set.given("action", patch.action);
    set.given("entity_type", patch.entity_type.as_ref());
    set.change("entity_id", &patch.entity_id);
    set.change("old_values", &patch.old_values);
    set.change("new_values", &patch.new_values);
    set.change("changed_fields", &patch.changed_fields);
    set.change("client_address", &patch.client_address);
    set.change("user_agent", &patch.user_agent);
    set.change("request_id", &patch.request_id);
    set.change("service_name", &patch.service_name);
    set.change("endpoint", &patch.endpoint);
    set.change("http_method", &patch.http_method);
    set.change("response_code", &patch.response_code);
    set.given("status", patch.status);
    set.change("duration_ms", &patch.duration_ms);
    set.given("compliance_tags", patch.compliance_tags.as_ref());
    set
}

/// Deletes the row with this `created_at`, `id`, `data_classification`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<bool, AuditLogError>> {
    Query::new(concat!(
        "DELETE FROM public.audit_logs WHERE created_at = $1::timestamp with time ",
        "zone AND id = $2::bigint AND data_classification = ",
        "$3::public.data_classification_enum",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .affects(db)
}
