// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordCampaignParamsError;
use super::super::models::{
    HttpKeywordCampaignParams, HttpKeywordCampaignParamsPatch,
    NewHttpKeywordCampaignParams,
};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, ad_hoc_keywords, persona_rotation, proxy_rotation, proxy_pool_id, ",
            "rotation_interval_seconds, max_requests_per_minute, batch_size, max_retries, ",
            "retry_delay_seconds, target_ports, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.http_keyword_campaign_params";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `campaign_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_campaign_params WHERE ",
        "campaign_id = $1::uuid)",
    ))
    .bind(campaign_id)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, HttpKeywordCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.campaign_id))
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// All rows with this `proxy_pool_id`, by primary key.
pub fn list_by_proxy_pool_id<'e>(
    db: impl PgExecutor<'e>,
    proxy_pool_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE proxy_pool_id = $1::uuid",
        " ORDER BY campaign_id",
    ))
    .bind(proxy_pool_id)
    .fetch_all(db)
}

/// The rows with each of these values of `proxy_pool_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_proxy_pool_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<HttpKeywordCampaignParams>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE proxy_pool_id = ANY($1::uuid[])",
        " ORDER BY campaign_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.proxy_pool_id)
}

/// How many rows `public.http_keyword_campaign_params` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.http_keyword_campaign_params")
        .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<HttpKeywordCampaignParams, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordCampaignParams,
) -> BoxFuture<'e, Result<HttpKeywordCampaignParams, HttpKeywordCampaignParamsError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHttpKeywordCampaignParams],
) -> BoxFuture<
    'e,
    Result<Vec<HttpKeywordCampaignParams>, HttpKeywordCampaignParamsError>,
> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.list_or_default("ad_hoc_keywords", "text", "('{}')", |row| &row.ad_hoc_keywords);
    rows.or_default(
        "persona_rotation",
        "public.rotation_strategy_enum",
        "('round_robin')",
        |row| &row.persona_rotation,
    );
    rows.or_default(
        "proxy_rotation",
        "public.rotation_strategy_enum",
        "('round_robin')",
        |row| &row.proxy_rotation,
    );
    rows.column("proxy_pool_id", "uuid", |row| &row.proxy_pool_id);
    rows.or_default(
        "rotation_interval_seconds",
        "integer",
        "(0)",
        |row| &row.rotation_interval_seconds,
    );
    rows.or_default(
        "max_requests_per_minute",
        "integer",
        "(60)",
        |row| &row.max_requests_per_minute,
    );
    rows.or_default("batch_size", "integer", "(50)", |row| &row.batch_size);
    rows.or_default("max_retries", "smallint", "(1)", |row| &row.max_retries);
    rows.or_default(
        "retry_delay_seconds",
        "integer",
        "(5)",
        |row| &row.retry_delay_seconds,
    );
    rows.list_or_default(
        "target_ports",
        "integer",
        "('{80,443}')",
        |row| &row.target_ports,
    );
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
    new: &'e [NewHttpKeywordCampaignParams],
) -> BoxFuture<'e, Result<u64, HttpKeywordCampaignParamsError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordCampaignParams,
) -> BoxFuture<'e, Result<HttpKeywordCampaignParams, HttpKeywordCampaignParamsError>> {
    Assignments::of(new)
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewHttpKeywordCampaignParams {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.column("ad_hoc_keywords", Form::List("text"), self.ad_hoc_keywords.value());
        to.or_default("persona_rotation", &self.persona_rotation);
        to.or_default("proxy_rotation", &self.proxy_rotation);
        to.set("proxy_pool_id", self.proxy_pool_id);
        to.or_default("rotation_interval_seconds", &self.rotation_interval_seconds);
        to.or_default("max_requests_per_minute", &self.max_requests_per_minute);
        to.or_default("batch_size", &self.batch_size);
        to.or_default("max_retries", &self.max_retries);
        to.or_default("retry_delay_seconds", &self.retry_delay_seconds);
        to.column("target_ports", Form::List("integer"), self.target_ports.value());
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    patch: &HttpKeywordCampaignParamsPatch,
) -> BoxFuture<
    'e,
    Result<Option<HttpKeywordCampaignParams>, HttpKeywordCampaignParamsError>,
> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &HttpKeywordCampaignParamsPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("ad_hoc_keywords", patch.ad_hoc_keywords.as_ref());
    set.given("persona_rotation", patch.persona_rotation);
    set.given("proxy_rotation", patch.proxy_rotation);
    set.change("proxy_pool_id", &patch.proxy_pool_id);
    set.given("rotation_interval_seconds", patch.rotation_interval_seconds);
    set.given("max_requests_per_minute", patch.max_requests_per_minute);
    set.given("batch_size", patch.batch_size);
    set.given("max_retries", patch.max_retries);
    set.given("retry_delay_seconds", patch.retry_delay_seconds);
    set.given("target_ports", patch.target_ports.as_ref());
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `campaign_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<bool, HttpKeywordCampaignParamsError>> {
    Query::new(
        "DELETE FROM public.http_keyword_campaign_params WHERE campaign_id = $1::uuid",
    )
    .bind(campaign_id)
    .affects(db)
}
