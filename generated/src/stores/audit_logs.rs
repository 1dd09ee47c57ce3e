// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::enums::DataClassificationEnum;
use super::super::errors::AuditLogError;
use super::super::models::{AuditLog, AuditLogPatch, NewAuditLog};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("id, created_at, data_classification, user_id, session_id, action, entity_type, ",
        "entity_id, old_values, new_values, changed_fields, client_address, user_agent, ",
        "request_id, service_name, endpoint, http_method, response_code, status, ",
        "duration_ms, compliance_tags",)
    };
}

const TABLE: &str = "public.audit_logs";
const COLUMNS: &str = columns!();

/// The row with this `created_at`, `id`, `data_classification`.
pub async fn get(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `created_at`, `id`, `data_classification`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.audit_logs WHERE created_at = ",
        "$1::timestamp with time zone AND id = $2::bigint AND data_classification = ",
        "$3::public.data_classification_enum)",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .fetch_one(db)
    .await
}

/// The rows with these values of `created_at`, `id`, `data_classification`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(DateTime<Utc>, i64, DataClassificationEnum)],
) -> Result<
    HashMap<(DateTime<Utc>, i64, DataClassificationEnum), AuditLog>,
    sqlx::Error,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let rows: Vec<AuditLog> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.audit_logs",
                " WHERE (created_at, id, data_classification) IN (SELECT * FROM ",
                "UNNEST($1::timestamp with time zone[], $2::bigint[], ",
                "$3::public.data_classification_enum[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .bind(keys_2)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| ((row.created_at, row.id, row.data_classification), row))
            .collect(),
    )
}

/// The row with this `created_at`, `id`, `data_classification`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// The row with this `created_at`, `id`, `data_classification`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditLog>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// How many rows `public.audit_logs` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.audit_logs")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<AuditLog, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_logs",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewAuditLog,
) -> Result<AuditLog, AuditLogError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewAuditLog],
) -> Result<Vec<AuditLog>, AuditLogError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.or_default(
        "data_classification",
        "public.data_classification_enum",
        "('internal')",
        new.iter().map(|row| &row.data_classification),
    )?;
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("session_id", "uuid", new.iter().map(|row| &row.session_id))?;
    rows.column(
        "action",
        "public.audit_action_enum",
        new.iter().map(|row| &row.action),
    )?;
    rows.column(
        "entity_type",
        "character varying",
        new.iter().map(|row| &row.entity_type),
    )?;
    rows.column("entity_id", "character varying", new.iter().map(|row| &row.entity_id))?;
    rows.column("old_values", "jsonb", new.iter().map(|row| &row.old_values))?;
    rows.column("new_values", "jsonb", new.iter().map(|row| &row.new_values))?;
    rows.column("changed_fields", "jsonb", new.iter().map(|row| &row.changed_fields))?;
    rows.column("client_address", "inet", new.iter().map(|row| &row.client_address))?;
    rows.column(
        "user_agent",
        "character varying",
        new.iter().map(|row| &row.user_agent),
    )?;
    rows.column("request_id", "uuid", new.iter().map(|row| &row.request_id))?;
    rows.column(
        "service_name",
        "character varying",
        new.iter().map(|row| &row.service_name),
    )?;
    rows.column("endpoint", "character varying", new.iter().map(|row| &row.endpoint))?;
    rows.column(
        "http_method",
        "public.http_method_enum",
        new.iter().map(|row| &row.http_method),
    )?;
    rows.column("response_code", "smallint", new.iter().map(|row| &row.response_code))?;
    rows.or_default(
        "status",
        "public.audit_status_enum",
        "('success')",
        new.iter().map(|row| &row.status),
    )?;
    rows.column("duration_ms", "numeric", new.iter().map(|row| &row.duration_ms))?;
    rows.list_or_default(
        "compliance_tags",
        "text",
        "('{}')",
        new.iter().map(|row| &row.compliance_tags),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewAuditLog],
) -> Result<u64, AuditLogError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewAuditLog>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.created_at.is_default(),
            !row.data_classification.is_default(),
            !row.status.is_default(),
            !row.compliance_tags.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "user_id", "session_id", "action", "entity_type", "entity_id", "old_values",
            "new_values", "changed_fields", "client_address", "user_agent", "request_id",
            "service_name", "endpoint", "http_method", "response_code", "duration_ms"
        ];
        if given[0] {
            columns.push("created_at");
        }
        if given[1] {
            columns.push("data_classification");
        }
        if given[2] {
            columns.push("status");
        }
        if given[3] {
            columns.push("compliance_tags");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.user_id)?;
            copy.value(row.session_id)?;
            copy.value(row.action)?;
            copy.value(&row.entity_type)?;
            copy.value(&row.entity_id)?;
            copy.value(&row.old_values)?;
            copy.value(&row.new_values)?;
            copy.value(&row.changed_fields)?;
            copy.value(row.client_address)?;
            copy.value(&row.user_agent)?;
            copy.value(row.request_id)?;
            copy.value(&row.service_name)?;
            copy.value(&row.endpoint)?;
            copy.value(row.http_method)?;
            copy.value(row.response_code)?;
            copy.value(row.duration_ms)?;
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.data_classification.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.compliance_tags.value() {
                copy.array(value, element_1)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewAuditLog) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("created_at", &new.created_at)?;
    set.or_default("data_classification", &new.data_classification)?;
    set.set("user_id", new.user_id)?;
    set.set("session_id", new.session_id)?;
    set.set("action", new.action)?;
    set.set("entity_type", &new.entity_type)?;
    set.set("entity_id", &new.entity_id)?;
    set.set("old_values", &new.old_values)?;
    set.set("new_values", &new.new_values)?;
    set.set("changed_fields", &new.changed_fields)?;
    set.set("client_address", new.client_address)?;
    set.set("user_agent", &new.user_agent)?;
    set.set("request_id", new.request_id)?;
    set.set("service_name", &new.service_name)?;
    set.set("endpoint", &new.endpoint)?;
    set.set("http_method", new.http_method)?;
    set.set("response_code", new.response_code)?;
    set.or_default("status", &new.status)?;
    set.set("duration_ms", new.duration_ms)?;
    set.or_default("compliance_tags", &new.compliance_tags)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `created_at`, `id`, `data_classification`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
    patch: &AuditLogPatch,
) -> Result<Option<AuditLog>, AuditLogError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, created_at, id, data_classification).await?);
    }
    let key_0 = set.argument(created_at)?;
    let key_1 = set.argument(id)?;
    let key_2 = set.argument(data_classification)?;
    let condition = format!(
        "created_at = {key_0}::timestamp with time zone AND id = {key_1}::bigint AND data_classification = {key_2}::public.data_classification_enum"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &AuditLogPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id)?;
    set.change("session_id", &patch.session_id)?;
    set.given("action", patch.action)?;
    set.given("entity_type", patch.entity_type.as_ref())?;
    set.change("entity_id", &patch.entity_id)?;
    set.change("old_values", &patch.old_values)?;
    set.change("new_values", &patch.new_values)?;
    set.change("changed_fields", &patch.changed_fields)?;
    set.change("client_address", &patch.client_address)?;
    set.change("user_agent", &patch.user_agent)?;
    set.change("request_id", &patch.request_id)?;
    set.change("service_name", &patch.service_name)?;
    set.change("endpoint", &patch.endpoint)?;
    set.change("http_method", &patch.http_method)?;
    set.change("response_code", &patch.response_code)?;
    set.given("status", patch.status)?;
    set.change("duration_ms", &patch.duration_ms)?;
    set.given("compliance_tags", patch.compliance_tags.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `created_at`, `id`, `data_classification`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    created_at: DateTime<Utc>,
    id: i64,
    data_classification: DataClassificationEnum,
) -> Result<bool, AuditLogError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.audit_logs WHERE created_at = $1::timestamp with time ",
        "zone AND id = $2::bigint AND data_classification = ",
        "$3::public.data_classification_enum",
    ))
    .bind(created_at)
    .bind(id)
    .bind(data_classification)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
