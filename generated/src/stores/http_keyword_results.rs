// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordResultError;
use super::super::models::{
    HttpKeywordResult, HttpKeywordResultPatch, NewHttpKeywordResult,
};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, domain_id, attempt, status, reason, status_code, final_url, ",
            "response_headers, page_title, content_snippet, content_hash, content_length, ",
            "ad_hoc_keywords_found, response_time_ms, validated_by_persona_id, ",
            "used_proxy_id, checked_at",
        )
    };
}

const TABLE: &str = "public.http_keyword_results";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `domain_id`, `attempt`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<Option<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// Whether there is a row with this `campaign_id`, `domain_id`, `attempt`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_results WHERE campaign_id = ",
        "$1::uuid AND domain_id = $2::bigint AND attempt = $3::smallint)",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, `domain_id`, `attempt`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64, i16)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i64, i16), HttpKeywordResult>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE (campaign_id, domain_id, attempt) IN (SELECT * FROM ",
        "UNNEST($1::uuid[], $2::bigint[], $3::smallint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .fetch_map(db, |row| Some((row.campaign_id, row.domain_id, row.attempt)))
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<Option<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<Option<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// All rows with this `campaign_id`, `domain_id`, by primary key.
pub fn list_by_campaign_id_and_domain_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
) -> BoxFuture<'e, Result<Vec<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, `domain_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_many_campaign_id_and_domain_id<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i64), Vec<HttpKeywordResult>>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE (campaign_id, domain_id) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::bigint[]))",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_groups(db, |row| Some((row.campaign_id, row.domain_id)))
}

/// All rows with this `validated_by_persona_id`, by primary key.
pub fn list_by_validated_by_persona_id<'e>(
    db: impl PgExecutor<'e>,
    validated_by_persona_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE validated_by_persona_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(validated_by_persona_id)
    .fetch_all(db)
}

/// The rows with each of these values of `validated_by_persona_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_validated_by_persona_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<HttpKeywordResult>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE validated_by_persona_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.validated_by_persona_id)
}

/// All rows with this `used_proxy_id`, by primary key.
pub fn list_by_used_proxy_id<'e>(
    db: impl PgExecutor<'e>,
    used_proxy_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordResult>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE used_proxy_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(used_proxy_id)
    .fetch_all(db)
}

/// The rows with each of these values of `used_proxy_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_used_proxy_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<HttpKeywordResult>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
        " WHERE used_proxy_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.used_proxy_id)
}

/// How many rows `public.http_keyword_results` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.http_keyword_results").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<HttpKeywordResult, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_results",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordResult,
) -> BoxFuture<'e, Result<HttpKeywordResult, HttpKeywordResultError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHttpKeywordResult],
) -> BoxFuture<'e, Result<Vec<HttpKeywordResult>, HttpKeywordResultError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("domain_id", "bigint", |row| &row.domain_id);
    rows.column("attempt", "smallint", |row| &row.attempt);
    rows.column("status", "public.domain_http_status_enum", |row| &row.status);
    rows.column("reason", "text", |row| &row.reason);
    rows.column("status_code", "smallint", |row| &row.status_code);
    rows.column("final_url", "character varying", |row| &row.final_url);
    rows.or_default("response_headers", "jsonb", "('{}')", |row| &row.response_headers);
    rows.column("page_title", "character varying", |row| &row.page_title);
    rows.column("content_snippet", "text", |row| &row.content_snippet);
    rows.column("content_hash", "bytea", |row| &row.content_hash);
    rows.column("content_length", "bigint", |row| &row.content_length);
    rows.list_or_default(
        "ad_hoc_keywords_found",
        "text",
        "('{}')",
        |row| &row.ad_hoc_keywords_found,
    );
    rows.column("response_time_ms", "integer", |row| &row.response_time_ms);
    rows.column("validated_by_persona_id", "uuid", |row| &row.validated_by_persona_id);
    rows.column("used_proxy_id", "uuid", |row| &row.used_proxy_id);
    rows.or_default(
        "checked_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.checked_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewHttpKeywordResult],
) -> BoxFuture<'e, Result<u64, HttpKeywordResultError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `domain_id`, `attempt`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordResult,
) -> BoxFuture<'e, Result<HttpKeywordResult, HttpKeywordResultError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, domain_id, attempt)",
            &["campaign_id", "domain_id", "attempt"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewHttpKeywordResult {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("domain_id", self.domain_id);
        to.set("attempt", self.attempt);
        to.set("status", self.status);
        to.set("reason", &self.reason);
        to.set("status_code", self.status_code);
        to.set("final_url", &self.final_url);
        to.or_default("response_headers", &self.response_headers);
        to.set("page_title", &self.page_title);
        to.set("content_snippet", &self.content_snippet);
        to.set("content_hash", &self.content_hash);
        to.set("content_length", self.content_length);
        to.column(
            "ad_hoc_keywords_found",
            Form::List("text"),
            self.ad_hoc_keywords_found.value(),
        );
        to.set("response_time_ms", self.response_time_ms);
        to.set("validated_by_persona_id", self.validated_by_persona_id);
        to.set("used_proxy_id", self.used_proxy_id);
        to.or_default("checked_at", &self.checked_at);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, `domain_id`, `attempt`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    patch: &HttpKeywordResultPatch,
) -> BoxFuture<'e, Result<Option<HttpKeywordResult>, HttpKeywordResultError>> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .key("domain_id", "bigint", domain_id)
        .key("attempt", "smallint", attempt)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &HttpKeywordResultPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("status", patch.status);
    set.change("reason", &patch.reason);
    set.change("status_code", &patch.status_code);
    set.change("final_url", &patch.final_url);
    set.given("response_headers", patch.response_headers.as_ref());
    set.change("page_title", &patch.page_title);
    set.change("content_snippet", &patch.content_snippet);
    set.change("content_hash", &patch.content_hash);
    set.change("content_length", &patch.content_length);
    set.given("ad_hoc_keywords_found", patch.ad_hoc_keywords_found.as_ref());
    set.change("response_time_ms", &patch.response_time_ms);
    set.change("validated_by_persona_id", &patch.validated_by_persona_id);
    set.change("used_proxy_id", &patch.used_proxy_id);
    set.given("checked_at", patch.checked_at);
    set
}

/// Deletes the row with this `campaign_id`, `domain_id`, `attempt`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<bool, HttpKeywordResultError>> {
    Query::new(concat!(
        "DELETE FROM public.http_keyword_results WHERE campaign_id = $1::uuid AND ",
        "domain_id = $2::bigint AND attempt = $3::smallint",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .affects(db)
}
