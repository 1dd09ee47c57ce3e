// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::CampaignDomainCounterError;
use super::super::models::{
    CampaignDomainCounter, CampaignDomainCounterPatch, NewCampaignDomainCounter,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("campaign_id, shard, total, dns_pending, dns_ok, dns_error, dns_timeout, ",
        "http_pending, http_ok, http_error, http_timeout, lead_pending, lead_match, ",
        "lead_no_match, lead_error, lead_timeout",)
    };
}

const TABLE: &str = "public.campaign_domain_counters";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `shard`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
) -> Result<Option<CampaignDomainCounter>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `shard`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_domain_counters WHERE campaign_id ",
        "= $1::uuid AND shard = $2::smallint)",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, `shard`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i16)],
) -> Result<HashMap<(Uuid, i16), CampaignDomainCounter>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<CampaignDomainCounter> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE (campaign_id, shard) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::smallint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.campaign_id, row.shard), row)).collect())
}

/// The row with this `campaign_id`, `shard`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
) -> Result<Option<CampaignDomainCounter>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `shard`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
) -> Result<Option<CampaignDomainCounter>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<CampaignDomainCounter>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, shard",
    ))
    .bind(campaign_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, by value, in one statement.
pub async fn list_by_campaign_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignDomainCounter>>, sqlx::Error> {
    let rows: Vec<CampaignDomainCounter> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, shard",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignDomainCounter>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.campaign_domain_counters` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_domain_counters")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignDomainCounter, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignDomainCounter,
) -> Result<CampaignDomainCounter, CampaignDomainCounterError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignDomainCounter],
) -> Result<Vec<CampaignDomainCounter>, CampaignDomainCounterError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("shard", "smallint", new.iter().map(|row| &row.shard))?;
    rows.or_default("total", "bigint", "(0)", new.iter().map(|row| &row.total))?;
    rows.or_default(
        "dns_pending",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.dns_pending),
    )?;
    rows.or_default("dns_ok", "bigint", "(0)", new.iter().map(|row| &row.dns_ok))?;
    rows.or_default("dns_error", "bigint", "(0)", new.iter().map(|row| &row.dns_error))?;
    rows.or_default(
        "dns_timeout",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.dns_timeout),
    )?;
    rows.or_default(
        "http_pending",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.http_pending),
    )?;
    rows.or_default("http_ok", "bigint", "(0)", new.iter().map(|row| &row.http_ok))?;
    rows.or_default(
        "http_error",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.http_error),
    )?;
    rows.or_default(
        "http_timeout",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.http_timeout),
    )?;
    rows.or_default(
        "lead_pending",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lead_pending),
    )?;
    rows.or_default(
        "lead_match",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lead_match),
    )?;
    rows.or_default(
        "lead_no_match",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lead_no_match),
    )?;
    rows.or_default(
        "lead_error",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lead_error),
    )?;
    rows.or_default(
        "lead_timeout",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.lead_timeout),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCampaignDomainCounter],
) -> Result<u64, CampaignDomainCounterError> {
    let mut kinds: BTreeMap<[bool; 14], Vec<&NewCampaignDomainCounter>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.total.is_default(),
            !row.dns_pending.is_default(),
            !row.dns_ok.is_default(),
            !row.dns_error.is_default(),
            !row.dns_timeout.is_default(),
            !row.http_pending.is_default(),
            !row.http_ok.is_default(),
            !row.http_error.is_default(),
            !row.http_timeout.is_default(),
            !row.lead_pending.is_default(),
            !row.lead_match.is_default(),
            !row.lead_no_match.is_default(),
            !row.lead_error.is_default(),
            !row.lead_timeout.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["campaign_id", "shard"];
        if given[0] {
            columns.push("total");
        }
        if given[1] {
            columns.push("dns_pending");
        }
        if given[2] {
            columns.push("dns_ok");
        }
        if given[3] {
            columns.push("dns_error");
        }
        if given[4] {
            columns.push("dns_timeout");
        }
        if given[5] {
            columns.push("http_pending");
        }
        if given[6] {
            columns.push("http_ok");
        }
        if given[7] {
            columns.push("http_error");
        }
        if given[8] {
            columns.push("http_timeout");
        }
        if given[9] {
            columns.push("lead_pending");
        }
        if given[10] {
            columns.push("lead_match");
        }
        if given[11] {
            columns.push("lead_no_match");
        }
        if given[12] {
            columns.push("lead_error");
        }
        if given[13] {
            columns.push("lead_timeout");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.shard)?;
            if let Some(value) = row.total.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_pending.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_ok.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_error.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_timeout.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_pending.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_ok.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_error.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_timeout.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_pending.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_match.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_no_match.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_error.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_timeout.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `shard` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignDomainCounter,
) -> Result<CampaignDomainCounter, CampaignDomainCounterError> {
    let row = assignments(new)?
        .upsert(TABLE, "(campaign_id, shard)", &["campaign_id", "shard"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignDomainCounter) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("shard", new.shard)?;
    set.or_default("total", &new.total)?;
    set.or_default("dns_pending", &new.dns_pending)?;
    set.or_default("dns_ok", &new.dns_ok)?;
    set.or_default("dns_error", &new.dns_error)?;
    set.or_default("dns_timeout", &new.dns_timeout)?;
    set.or_default("http_pending", &new.http_pending)?;
    set.or_default("http_ok", &new.http_ok)?;
    set.or_default("http_error", &new.http_error)?;
    set.or_default("http_timeout", &new.http_timeout)?;
    set.or_default("lead_pending", &new.lead_pending)?;
    set.or_default("lead_match", &new.lead_match)?;
    set.or_default("lead_no_match", &new.lead_no_match)?;
    set.or_default("lead_error", &new.lead_error)?;
    set.or_default("lead_timeout", &new.lead_timeout)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, `shard`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
    patch: &CampaignDomainCounterPatch,
) -> Result<Option<CampaignDomainCounter>, CampaignDomainCounterError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id, shard).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let key_1 = set.argument(shard)?;
    let condition = format!("campaign_id = {key_0}::uuid AND shard = {key_1}::smallint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignDomainCounterPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("total", patch.total)?;
    set.given("dns_pending", patch.dns_pending)?;
    set.given("dns_ok", patch.dns_ok)?;
    set.given("dns_error", patch.dns_error)?;
    set.given("dns_timeout", patch.dns_timeout)?;
    set.given("http_pending", patch.http_pending)?;
    set.given("http_ok", patch.http_ok)?;
    set.given("http_error", patch.http_error)?;
    set.given("http_timeout", patch.http_timeout)?;
    set.given("lead_pending", patch.lead_pending)?;
    set.given("lead_match", patch.lead_match)?;
    set.given("lead_no_match", patch.lead_no_match)?;
    set.given("lead_error", patch.lead_error)?;
    set.given("lead_timeout", patch.lead_timeout)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `shard`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    shard: i16,
) -> Result<bool, CampaignDomainCounterError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_domain_counters WHERE campaign_id = $1::uuid AND ",
        "shard = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(shard)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
