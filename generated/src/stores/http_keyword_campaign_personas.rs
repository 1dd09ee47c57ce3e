// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordCampaignPersonaError;
use super::super::models::{HttpKeywordCampaignPersona, NewHttpKeywordCampaignPersona};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "campaign_id, persona_id"
    };
}

const TABLE: &str = "public.http_keyword_campaign_personas";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `persona_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    persona_id: Uuid,
) -> Result<Option<HttpKeywordCampaignPersona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE campaign_id = $1::uuid AND persona_id = $2::uuid",
    ))
    .bind(campaign_id)
    .bind(persona_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `persona_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    persona_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_campaign_personas WHERE ",
        "campaign_id = $1::uuid AND persona_id = $2::uuid)",
    ))
    .bind(campaign_id)
    .bind(persona_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, `persona_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, Uuid)],
) -> Result<HashMap<(Uuid, Uuid), HttpKeywordCampaignPersona>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<HttpKeywordCampaignPersona> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE (campaign_id, persona_id) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.campaign_id, row.persona_id), row)).collect())
}

/// The row with this `campaign_id`, `persona_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    persona_id: Uuid,
) -> Result<Option<HttpKeywordCampaignPersona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE campaign_id = $1::uuid AND persona_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(persona_id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `persona_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    persona_id: Uuid,
) -> Result<Option<HttpKeywordCampaignPersona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE campaign_id = $1::uuid AND persona_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(persona_id)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<HttpKeywordCampaignPersona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, persona_id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, by value, in one statement.
pub async fn list_by_campaign_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<HttpKeywordCampaignPersona>>, sqlx::Error> {
    let rows: Vec<HttpKeywordCampaignPersona> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, persona_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordCampaignPersona>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `persona_id`, by primary key.
pub async fn list_by_persona_id(
    db: impl PgExecutor<'_>,
    persona_id: Uuid,
) -> Result<Vec<HttpKeywordCampaignPersona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE persona_id = $1::uuid",
        " ORDER BY campaign_id, persona_id",
    ))
    .bind(persona_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `persona_id`, by value, in one statement.
pub async fn list_by_persona_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<HttpKeywordCampaignPersona>>, sqlx::Error> {
    let rows: Vec<HttpKeywordCampaignPersona> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
        " WHERE persona_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, persona_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordCampaignPersona>> = HashMap::new();
    for row in rows {
        found.entry(row.persona_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.http_keyword_campaign_personas` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.http_keyword_campaign_personas")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<HttpKeywordCampaignPersona, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_personas",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordCampaignPersona,
) -> Result<HttpKeywordCampaignPersona, HttpKeywordCampaignPersonaError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHttpKeywordCampaignPersona],
) -> Result<Vec<HttpKeywordCampaignPersona>, HttpKeywordCampaignPersonaError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("persona_id", "uuid", new.iter().map(|row| &row.persona_id))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewHttpKeywordCampaignPersona],
) -> Result<u64, HttpKeywordCampaignPersonaError> {
    let mut copy = Copy::begin(db, TABLE, &["campaign_id", "persona_id"]).await?;
    for row in new {
        copy.row().await?;
        copy.value(row.campaign_id)?;
        copy.value(row.persona_id)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `persona_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordCampaignPersona,
) -> Result<HttpKeywordCampaignPersona, HttpKeywordCampaignPersonaError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, persona_id)",
            &["campaign_id", "persona_id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHttpKeywordCampaignPersona) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("persona_id", new.persona_id)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `persona_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    persona_id: Uuid,
) -> Result<bool, HttpKeywordCampaignPersonaError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.http_keyword_campaign_personas WHERE campaign_id = ",
        "$1::uuid AND persona_id = $2::uuid",
    ))
    .bind(campaign_id)
    .bind(persona_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
