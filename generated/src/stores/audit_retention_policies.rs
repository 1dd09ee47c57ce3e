// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::enums::DataClassificationEnum;
use super::super::errors::AuditRetentionPolicyError;
use super::super::models::{
    AuditRetentionPolicy, AuditRetentionPolicyPatch, NewAuditRetentionPolicy,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "data_classification, retention, updated_at"
    };
}

const TABLE: &str = "public.audit_retention_policies";
const COLUMNS: &str = columns!();

/// The row with this `data_classification`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditRetentionPolicy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
    ))
    .bind(data_classification)
    .fetch_optional(db)
}

/// Whether there is a row with this `data_classification`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.audit_retention_policies WHERE ",
        "data_classification = $1::public.data_classification_enum)",
    ))
    .bind(data_classification)
    .fetch_value(db)
}

/// The rows with these values of `data_classification`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[DataClassificationEnum],
) -> BoxFuture<
    'e,
    Result<HashMap<DataClassificationEnum, AuditRetentionPolicy>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = ANY($1::public.data_classification_enum[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.data_classification))
}

/// The row with this `data_classification`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditRetentionPolicy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
        " FOR UPDATE",
    ))
    .bind(data_classification)
    .fetch_optional(db)
}

/// The row with this `data_classification`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<Option<AuditRetentionPolicy>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
        " WHERE data_classification = $1::public.data_classification_enum",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(data_classification)
    .fetch_optional(db)
}

/// How many rows `public.audit_retention_policies` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.audit_retention_policies").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<AuditRetentionPolicy, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.audit_retention_policies",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAuditRetentionPolicy,
) -> BoxFuture<'e, Result<AuditRetentionPolicy, AuditRetentionPolicyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAuditRetentionPolicy],
) -> BoxFuture<'e, Result<Vec<AuditRetentionPolicy>, AuditRetentionPolicyError>> {
    let mut rows = Rows::new(new);
    rows.column(
        "data_classification",
        "public.data_classification_enum",
        |row| &row.data_classification,
    );
    rows.column("retention", "interval", |row| &row.retention);
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
    new: &'e [NewAuditRetentionPolicy],
) -> BoxFuture<'e, Result<u64, AuditRetentionPolicyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `data_classification`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAuditRetentionPolicy,
) -> BoxFuture<'e, Result<AuditRetentionPolicy, AuditRetentionPolicyError>> {
    Assignments::of(new)
        .upsert(TABLE, "(data_classification)", &["data_classification"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewAuditRetentionPolicy {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("data_classification", self.data_classification);
        to.set("retention", self.retention);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `data_classification`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
    patch: &AuditRetentionPolicyPatch,
) -> BoxFuture<'e, Result<Option<AuditRetentionPolicy>, AuditRetentionPolicyError>> {
    changes(patch)
        .key(
            "data_classification",
            "public.data_classification_enum",
            data_classification,
        )
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &AuditRetentionPolicyPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("retention", patch.retention);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `data_classification`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    data_classification: DataClassificationEnum,
) -> BoxFuture<'e, Result<bool, AuditRetentionPolicyError>> {
    Query::new(concat!(
        "DELETE FROM public.audit_retention_policies WHERE data_classification = ",
        "$1::public.data_classification_enum",
    ))
    .bind(data_classification)
    .affects(db)
}
