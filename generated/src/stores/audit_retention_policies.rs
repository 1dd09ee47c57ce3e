// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::enums::DataClassificationEnum;
use super::super::errors::AuditRetentionPolicyError;
use super::super::models::{
    AuditRetentionPolicy, AuditRetentionPolicyPatch, NewAuditRetentionPolicy,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "data_classification, retention, updated_at"
    };
}

const TABLE: &str = "public.audit_retention_policies";
const COLUMNS: &str = columns!();

/// The row with this `data_classification`.
pub async fn get(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditRetentionPolicy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
    ))
    .bind(data_classification)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `data_classification`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.audit_retention_policies WHERE ",
        "data_classification = $1::public.data_classification_enum)",
    ))
    .bind(data_classification)
    .fetch_one(db)
    .await
}

/// The rows with these values of `data_classification`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[DataClassificationEnum],
) -> Result<HashMap<DataClassificationEnum, AuditRetentionPolicy>, sqlx::Error> {
    let rows: Vec<AuditRetentionPolicy> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = ANY($1::public.data_classification_enum[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.data_classification, row)).collect())
}

/// The row with this `data_classification`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditRetentionPolicy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
        " FOR UPDATE",
    ))
    .bind(data_classification)
    .fetch_optional(db)
    .await
}

/// The row with this `data_classification`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
) -> Result<Option<AuditRetentionPolicy>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(data_classification)
    .fetch_optional(db)
    .await
}

/// How many rows `public.audit_retention_policies` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.audit_retention_policies")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<AuditRetentionPolicy, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewAuditRetentionPolicy,
) -> Result<AuditRetentionPolicy, AuditRetentionPolicyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewAuditRetentionPolicy],
) -> Result<Vec<AuditRetentionPolicy>, AuditRetentionPolicyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "data_classification",
        "public.data_classification_enum",
        new.iter().map(|row| &row.data_classification),
    )?;
    rows.column("retention", "interval", new.iter().map(|row| &row.retention))?;
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
    new: &[NewAuditRetentionPolicy],
) -> Result<u64, AuditRetentionPolicyError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewAuditRetentionPolicy>> = BTreeMap::new();
    for row in new {
        let given = [!row.updated_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["data_classification", "retention"];
        if given[0] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.data_classification)?;
            copy.value(row.retention)?;
            if let Some(value) = row.updated_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `data_classification` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewAuditRetentionPolicy,
) -> Result<AuditRetentionPolicy, AuditRetentionPolicyError> {
    let row = assignments(new)?
        .upsert(TABLE, "(data_classification)", &["data_classification"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewAuditRetentionPolicy) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("data_classification", new.data_classification)?;
    set.set("retention", new.retention)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `data_classification`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
    patch: &AuditRetentionPolicyPatch,
) -> Result<Option<AuditRetentionPolicy>, AuditRetentionPolicyError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, data_classification).await?);
    }
    let key_0 = set.argument(data_classification)?;
    let condition = format!(
        "data_classification = {key_0}::public.data_classification_enum"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &AuditRetentionPolicyPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("retention", patch.retention)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `data_classification`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    data_classification: DataClassificationEnum,
) -> Result<bool, AuditRetentionPolicyError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.audit_retention_policies WHERE data_classification = ",
        "$1::public.data_classification_enum",
    ))
    .bind(data_classification)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
