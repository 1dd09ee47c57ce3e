// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::HttpKeywordCampaignParamsError;
use super::super::models::{
    HttpKeywordCampaignParams, HttpKeywordCampaignParamsPatch,
    NewHttpKeywordCampaignParams,
};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("campaign_id, ad_hoc_keywords, persona_rotation, proxy_rotation, proxy_pool_id, ",
        "rotation_interval_seconds, max_requests_per_minute, batch_size, max_retries, ",
        "retry_delay_seconds, target_ports, created_at, updated_at",)
    };
}

const TABLE: &str = "public.http_keyword_campaign_params";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<HttpKeywordCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_campaign_params WHERE ",
        "campaign_id = $1::uuid)",
    ))
    .bind(campaign_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, HttpKeywordCampaignParams>, sqlx::Error> {
    let rows: Vec<HttpKeywordCampaignParams> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.campaign_id, row)).collect())
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<HttpKeywordCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<HttpKeywordCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// All rows with this `proxy_pool_id`, by primary key.
pub async fn list_by_proxy_pool_id(
    db: impl PgExecutor<'_>,
    proxy_pool_id: Uuid,
) -> Result<Vec<HttpKeywordCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE proxy_pool_id = $1::uuid",
        " ORDER BY campaign_id",
    ))
    .bind(proxy_pool_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `proxy_pool_id`, by value, in one statement.
pub async fn list_by_proxy_pool_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<HttpKeywordCampaignParams>>, sqlx::Error> {
    let rows: Vec<HttpKeywordCampaignParams> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
        " WHERE proxy_pool_id = ANY($1::uuid[])",
        " ORDER BY campaign_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordCampaignParams>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.proxy_pool_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.http_keyword_campaign_params` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.http_keyword_campaign_params")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<HttpKeywordCampaignParams, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_params",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordCampaignParams,
) -> Result<HttpKeywordCampaignParams, HttpKeywordCampaignParamsError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHttpKeywordCampaignParams],
) -> Result<Vec<HttpKeywordCampaignParams>, HttpKeywordCampaignParamsError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.list_or_default(
        "ad_hoc_keywords",
        "text",
        "('{}')",
        new.iter().map(|row| &row.ad_hoc_keywords),
    )?;
    rows.or_default(
        "persona_rotation",
        "public.rotation_strategy_enum",
        "('round_robin')",
        new.iter().map(|row| &row.persona_rotation),
    )?;
    rows.or_default(
        "proxy_rotation",
        "public.rotation_strategy_enum",
        "('round_robin')",
        new.iter().map(|row| &row.proxy_rotation),
    )?;
    rows.column("proxy_pool_id", "uuid", new.iter().map(|row| &row.proxy_pool_id))?;
    rows.or_default(
        "rotation_interval_seconds",
        "integer",
        "(0)",
        new.iter().map(|row| &row.rotation_interval_seconds),
    )?;
    rows.or_default(
        "max_requests_per_minute",
        "integer",
        "(60)",
        new.iter().map(|row| &row.max_requests_per_minute),
    )?;
    rows.or_default(
        "batch_size",
        "integer",
        "(50)",
        new.iter().map(|row| &row.batch_size),
    )?;
    rows.or_default(
        "max_retries",
        "smallint",
        "(1)",
        new.iter().map(|row| &row.max_retries),
    )?;
    rows.or_default(
        "retry_delay_seconds",
        "integer",
        "(5)",
        new.iter().map(|row| &row.retry_delay_seconds),
    )?;
    rows.list_or_default(
        "target_ports",
        "integer",
        "('{80,443}')",
        new.iter().map(|row| &row.target_ports),
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
    new: &[NewHttpKeywordCampaignParams],
) -> Result<u64, HttpKeywordCampaignParamsError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let element_2 = element_type(&mut *db, "integer").await?;
    let mut kinds: BTreeMap<[bool; 11], Vec<&NewHttpKeywordCampaignParams>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.ad_hoc_keywords.is_default(),
            !row.persona_rotation.is_default(),
            !row.proxy_rotation.is_default(),
            !row.rotation_interval_seconds.is_default(),
            !row.max_requests_per_minute.is_default(),
            !row.batch_size.is_default(),
            !row.max_retries.is_default(),
            !row.retry_delay_seconds.is_default(),
            !row.target_ports.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["campaign_id", "proxy_pool_id"];
        if given[0] {
            columns.push("ad_hoc_keywords");
        }
        if given[1] {
            columns.push("persona_rotation");
        }
        if given[2] {
            columns.push("proxy_rotation");
        }
        if given[3] {
            columns.push("rotation_interval_seconds");
        }
        if given[4] {
            columns.push("max_requests_per_minute");
        }
        if given[5] {
            columns.push("batch_size");
        }
        if given[6] {
            columns.push("max_retries");
        }
        if given[7] {
            columns.push("retry_delay_seconds");
        }
        if given[8] {
            columns.push("target_ports");
        }
        if given[9] {
            columns.push("created_at");
        }
        if given[10] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.proxy_pool_id)?;
            if let Some(value) = row.ad_hoc_keywords.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.persona_rotation.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.proxy_rotation.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.rotation_interval_seconds.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.max_requests_per_minute.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.batch_size.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.max_retries.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.retry_delay_seconds.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.target_ports.value() {
                copy.array(value, element_2)?;
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

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordCampaignParams,
) -> Result<HttpKeywordCampaignParams, HttpKeywordCampaignParamsError> {
    let row = assignments(new)?
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHttpKeywordCampaignParams) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.or_default("ad_hoc_keywords", &new.ad_hoc_keywords)?;
    set.or_default("persona_rotation", &new.persona_rotation)?;
    set.or_default("proxy_rotation", &new.proxy_rotation)?;
    set.set("proxy_pool_id", new.proxy_pool_id)?;
    set.or_default("rotation_interval_seconds", &new.rotation_interval_seconds)?;
    set.or_default("max_requests_per_minute", &new.max_requests_per_minute)?;
    set.or_default("batch_size", &new.batch_size)?;
    set.or_default("max_retries", &new.max_retries)?;
    set.or_default("retry_delay_seconds", &new.retry_delay_seconds)?;
    set.or_default("target_ports", &new.target_ports)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    patch: &HttpKeywordCampaignParamsPatch,
) -> Result<Option<HttpKeywordCampaignParams>, HttpKeywordCampaignParamsError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let condition = format!("campaign_id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &HttpKeywordCampaignParamsPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("ad_hoc_keywords", patch.ad_hoc_keywords.as_ref())?;
    set.given("persona_rotation", patch.persona_rotation)?;
    set.given("proxy_rotation", patch.proxy_rotation)?;
    set.change("proxy_pool_id", &patch.proxy_pool_id)?;
    set.given("rotation_interval_seconds", patch.rotation_interval_seconds)?;
    set.given("max_requests_per_minute", patch.max_requests_per_minute)?;
    set.given("batch_size", patch.batch_size)?;
    set.given("max_retries", patch.max_retries)?;
    set.given("retry_delay_seconds", patch.retry_delay_seconds)?;
    set.given("target_ports", patch.target_ports.as_ref())?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<bool, HttpKeywordCampaignParamsError> {
    let done = sqlx::query(
        "DELETE FROM public.http_keyword_campaign_params WHERE campaign_id = $1::uuid",
    )
    .bind(campaign_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
