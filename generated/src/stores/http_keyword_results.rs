// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::HttpKeywordResultError;
use super::super::models::{
    HttpKeywordResult, HttpKeywordResultPatch, NewHttpKeywordResult,
};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("campaign_id, domain_id, attempt, status, reason, status_code, final_url, ",
        "response_headers, page_title, content_snippet, content_hash, content_length, ",
        "ad_hoc_keywords_found, response_time_ms, validated_by_persona_id, ",
        "used_proxy_id, checked_at",)
    };
}

const TABLE: &str = "public.http_keyword_results";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `domain_id`, `attempt`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<Option<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
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
        "SELECT EXISTS (SELECT FROM public.http_keyword_results WHERE campaign_id = ",
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
) -> Result<HashMap<(Uuid, i64, i16), HttpKeywordResult>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let rows: Vec<HttpKeywordResult> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.http_keyword_results",
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
) -> Result<Option<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
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
) -> Result<Option<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
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
) -> Result<Vec<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
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
) -> Result<HashMap<(Uuid, i64), Vec<HttpKeywordResult>>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<HttpKeywordResult> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE (campaign_id, domain_id) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::bigint[]))",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<(Uuid, i64), Vec<HttpKeywordResult>> = HashMap::new();
    for row in rows {
        found.entry((row.campaign_id, row.domain_id)).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `validated_by_persona_id`, by primary key.
pub async fn list_by_validated_by_persona_id(
    db: impl PgExecutor<'_>,
    validated_by_persona_id: Uuid,
) -> Result<Vec<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
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
) -> Result<HashMap<Uuid, Vec<HttpKeywordResult>>, sqlx::Error> {
    let rows: Vec<HttpKeywordResult> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE validated_by_persona_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordResult>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.validated_by_persona_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `used_proxy_id`, by primary key.
pub async fn list_by_used_proxy_id(
    db: impl PgExecutor<'_>,
    used_proxy_id: Uuid,
) -> Result<Vec<HttpKeywordResult>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE used_proxy_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(used_proxy_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `used_proxy_id`, by value, in one statement.
pub async fn list_by_used_proxy_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<HttpKeywordResult>>, sqlx::Error> {
    let rows: Vec<HttpKeywordResult> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE used_proxy_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordResult>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.used_proxy_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.http_keyword_results` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.http_keyword_results")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<HttpKeywordResult, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordResult,
) -> Result<HttpKeywordResult, HttpKeywordResultError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHttpKeywordResult],
) -> Result<Vec<HttpKeywordResult>, HttpKeywordResultError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("domain_id", "bigint", new.iter().map(|row| &row.domain_id))?;
    rows.column("attempt", "smallint", new.iter().map(|row| &row.attempt))?;
    rows.column(
        "status",
        "public.domain_http_status_enum",
        new.iter().map(|row| &row.status),
    )?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.column("status_code", "smallint", new.iter().map(|row| &row.status_code))?;
    rows.column("final_url", "character varying", new.iter().map(|row| &row.final_url))?;
    rows.or_default(
        "response_headers",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.response_headers),
    )?;
    rows.column(
        "page_title",
        "character varying",
        new.iter().map(|row| &row.page_title),
    )?;
    rows.column("content_snippet", "text", new.iter().map(|row| &row.content_snippet))?;
    rows.column("content_hash", "bytea", new.iter().map(|row| &row.content_hash))?;
    rows.column("content_length", "bigint", new.iter().map(|row| &row.content_length))?;
    rows.list_or_default(
        "ad_hoc_keywords_found",
        "text",
        "('{}')",
        new.iter().map(|row| &row.ad_hoc_keywords_found),
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
    rows.column("used_proxy_id", "uuid", new.iter().map(|row| &row.used_proxy_id))?;
    rows.or_default(
        "checked_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.checked_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewHttpKeywordResult],
) -> Result<u64, HttpKeywordResultError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewHttpKeywordResult>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.response_headers.is_default(),
            !row.ad_hoc_keywords_found.is_default(),
            !row.checked_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "domain_id", "attempt", "status", "reason", "status_code",
            "final_url", "page_title", "content_snippet", "content_hash",
            "content_length", "response_time_ms", "validated_by_persona_id",
            "used_proxy_id"
        ];
        if given[0] {
            columns.push("response_headers");
        }
        if given[1] {
            columns.push("ad_hoc_keywords_found");
        }
        if given[2] {
            columns.push("checked_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.domain_id)?;
            copy.value(row.attempt)?;
            copy.value(row.status)?;
            copy.value(&row.reason)?;
            copy.value(row.status_code)?;
            copy.value(&row.final_url)?;
            copy.value(&row.page_title)?;
            copy.value(&row.content_snippet)?;
            copy.value(&row.content_hash)?;
            copy.value(row.content_length)?;
            copy.value(row.response_time_ms)?;
            copy.value(row.validated_by_persona_id)?;
            copy.value(row.used_proxy_id)?;
            if let Some(value) = row.response_headers.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.ad_hoc_keywords_found.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.checked_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `domain_id`, `attempt` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordResult,
) -> Result<HttpKeywordResult, HttpKeywordResultError> {
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

fn assignments(new: &NewHttpKeywordResult) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("domain_id", new.domain_id)?;
    set.set("attempt", new.attempt)?;
    set.set("status", new.status)?;
    set.set("reason", &new.reason)?;
    set.set("status_code", new.status_code)?;
    set.set("final_url", &new.final_url)?;
    set.or_default("response_headers", &new.response_headers)?;
    set.set("page_title", &new.page_title)?;
    set.set("content_snippet", &new.content_snippet)?;
    set.set("content_hash", &new.content_hash)?;
    set.set("content_length", new.content_length)?;
    set.or_default("ad_hoc_keywords_found", &new.ad_hoc_keywords_found)?;
    set.set("response_time_ms", new.response_time_ms)?;
    set.set("validated_by_persona_id", new.validated_by_persona_id)?;
    set.set("used_proxy_id", new.used_proxy_id)?;
    set.or_default("checked_at", &new.checked_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, `domain_id`, `attempt`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    patch: &HttpKeywordResultPatch,
) -> Result<Option<HttpKeywordResult>, HttpKeywordResultError> {
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

fn changes(patch: &HttpKeywordResultPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("status", patch.status)?;
    set.change("reason", &patch.reason)?;
    set.change("status_code", &patch.status_code)?;
    set.change("final_url", &patch.final_url)?;
    set.given("response_headers", patch.response_headers.as_ref())?;
    set.change("page_title", &patch.page_title)?;
    set.change("content_snippet", &patch.content_snippet)?;
    set.change("content_hash", &patch.content_hash)?;
    set.change("content_length", &patch.content_length)?;
    set.given("ad_hoc_keywords_found", patch.ad_hoc_keywords_found.as_ref())?;
    set.change("response_time_ms", &patch.response_time_ms)?;
    set.change("validated_by_persona_id", &patch.validated_by_persona_id)?;
    set.change("used_proxy_id", &patch.used_proxy_id)?;
    set.given("checked_at", patch.checked_at)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `domain_id`, `attempt`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<bool, HttpKeywordResultError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.http_keyword_results WHERE campaign_id = $1::uuid AND ",
        "domain_id = $2::bigint AND attempt = $3::smallint",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
