// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.dns_validation_results`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `mx_records` holds numbers that only the server knows.

use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::DnsValidationResultError;
use super::super::models::{
    DnsValidationResult, DnsValidationResultPatch, NewDnsValidationResult,
};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, domain_id, attempt, status, reason, a_records, aaaa_records, ",
            "cname_records, mx_records, ns_records, txt_records, response_time_ms, ",
            "validated_by_persona_id, checked_at",
        )
    };
}

const TABLE: &str = "public.dns_validation_results";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `domain_id`, `attempt`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<Option<DnsValidationResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `domain_id`, `attempt`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.dns_validation_results WHERE campaign_id = ",
        "$1::uuid AND domain_id = $2::bigint AND attempt = $3::smallint)",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, `domain_id`, `attempt`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64, i16)],
) -> Result<HashMap<(Uuid, i64, i16), DnsValidationResult>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let rows: Vec<DnsValidationResult> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.dns_validation_results",
                " WHERE (campaign_id, domain_id, attempt) IN (SELECT * FROM ",
                "UNNEST($1::uuid[], $2::bigint[], $3::smallint[]))",
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
            .map(|row| ((row.campaign_id, row.domain_id, row.attempt), row))
            .collect(),
    )
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<Option<DnsValidationResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<Option<DnsValidationResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, `domain_id`, by primary key.
pub async fn list_by_campaign_id_and_domain_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
) -> Result<Vec<DnsValidationResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, `domain_id`, by value, in one statement.
pub async fn list_by_many_campaign_id_and_domain_id(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64)],
) -> Result<HashMap<(Uuid, i64), Vec<DnsValidationResult>>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<DnsValidationResult> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE (campaign_id, domain_id) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::bigint[]))",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<(Uuid, i64), Vec<DnsValidationResult>> = HashMap::new();
    for row in rows {
        found.entry((row.campaign_id, row.domain_id)).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `validated_by_persona_id`, by primary key.
pub async fn list_by_validated_by_persona_id(
    db: impl PgExecutor<'_>,
    validated_by_persona_id: Uuid,
) -> Result<Vec<DnsValidationResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE validated_by_persona_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(validated_by_persona_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `validated_by_persona_id`, by value, in one statement.
pub async fn list_by_validated_by_persona_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<DnsValidationResult>>, sqlx::Error> {
    let rows: Vec<DnsValidationResult> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
        " WHERE validated_by_persona_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<DnsValidationResult>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.validated_by_persona_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.dns_validation_results` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.dns_validation_results")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<DnsValidationResult, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.dns_validation_results",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewDnsValidationResult,
) -> Result<DnsValidationResult, DnsValidationResultError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewDnsValidationResult],
) -> Result<Vec<DnsValidationResult>, DnsValidationResultError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("domain_id", "bigint", new.iter().map(|row| &row.domain_id))?;
    rows.column("attempt", "smallint", new.iter().map(|row| &row.attempt))?;
    rows.column(
        "status",
        "public.domain_dns_status_enum",
        new.iter().map(|row| &row.status),
    )?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.list_or_default(
        "a_records",
        "inet",
        "('{}')",
        new.iter().map(|row| &row.a_records),
    )?;
    rows.list_or_default(
        "aaaa_records",
        "inet",
        "('{}')",
        new.iter().map(|row| &row.aaaa_records),
    )?;
    rows.list_or_default(
        "cname_records",
        "text",
        "('{}')",
        new.iter().map(|row| &row.cname_records),
    )?;
    rows.list_or_default(
        "mx_records",
        "public.dns_mx_record",
        "('{}')",
        new.iter().map(|row| &row.mx_records),
    )?;
    rows.list_or_default(
        "ns_records",
        "text",
        "('{}')",
        new.iter().map(|row| &row.ns_records),
    )?;
    rows.list_or_default(
        "txt_records",
        "text",
        "('{}')",
        new.iter().map(|row| &row.txt_records),
    )?;
    rows.column(
        "response_time_ms",
        "integer",
        new.iter().map(|row| &row.response_time_ms),
    )?;
    rows.column(
        "validated_by_persona_id",
        "uuid",
        new.iter().map(|row| &row.validated_by_persona_id),
    )?;
    rows.or_default(
        "checked_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.checked_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `domain_id`, `attempt` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewDnsValidationResult,
) -> Result<DnsValidationResult, DnsValidationResultError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, domain_id, attempt)",
            &["campaign_id", "domain_id", "attempt"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewDnsValidationResult) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("domain_id", new.domain_id)?;
    set.set("attempt", new.attempt)?;
    set.set("status", new.status)?;
    set.set("reason", &new.reason)?;
    set.or_default("a_records", &new.a_records)?;
    set.or_default("aaaa_records", &new.aaaa_records)?;
    set.or_default("cname_records", &new.cname_records)?;
    set.or_default("mx_records", &new.mx_records)?;
    set.or_default("ns_records", &new.ns_records)?;
    set.or_default("txt_records", &new.txt_records)?;
    set.set("response_time_ms", new.response_time_ms)?;
    set.set("validated_by_persona_id", new.validated_by_persona_id)?;
    set.or_default("checked_at", &new.checked_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, `domain_id`, `attempt`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    patch: &DnsValidationResultPatch,
) -> Result<Option<DnsValidationResult>, DnsValidationResultError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id, domain_id, attempt).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let key_1 = set.argument(domain_id)?;
    let key_2 = set.argument(attempt)?;
    let condition = format!(
        "campaign_id = {key_0}::uuid AND domain_id = {key_1}::bigint AND attempt = {key_2}::smallint"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &DnsValidationResultPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("status", patch.status)?;
    set.change("reason", &patch.reason)?;
    set.given("a_records", patch.a_records.as_ref())?;
    set.given("aaaa_records", patch.aaaa_records.as_ref())?;
    set.given("cname_records", patch.cname_records.as_ref())?;
    set.given("mx_records", patch.mx_records.as_ref())?;
    set.given("ns_records", patch.ns_records.as_ref())?;
    set.given("txt_records", patch.txt_records.as_ref())?;
    set.change("response_time_ms", &patch.response_time_ms)?;
    set.change("validated_by_persona_id", &patch.validated_by_persona_id)?;
    set.given("checked_at", patch.checked_at)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `domain_id`, `attempt`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<bool, DnsValidationResultError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.dns_validation_results WHERE campaign_id = $1::uuid AND ",
        "domain_id = $2::bigint AND attempt = $3::smallint",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
