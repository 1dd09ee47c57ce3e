// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordResultMatchError;
use super::super::models::{
    HttpKeywordResultMatch, HttpKeywordResultMatchPatch, NewHttpKeywordResultMatch,
};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        "campaign_id, domain_id, attempt, keyword_set_id, keywords"
    };
}

const TABLE: &str = "public.http_keyword_result_matches";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> Result<Option<HttpKeywordResultMatch>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint AND keyword_set_id = $4::uuid",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_result_matches WHERE ",
        "campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = $3::smallint ",
        "AND keyword_set_id = $4::uuid)",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64, i16, Uuid)],
) -> Result<HashMap<(Uuid, i64, i16, Uuid), HttpKeywordResultMatch>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    let rows: Vec<HttpKeywordResultMatch> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.http_keyword_result_matches",
                " WHERE (campaign_id, domain_id, attempt, keyword_set_id) IN (SELECT * FROM ",
                "UNNEST($1::uuid[], $2::bigint[], $3::smallint[], $4::uuid[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .bind(keys_2)
        .bind(keys_3)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| (
                (row.campaign_id, row.domain_id, row.attempt, row.keyword_set_id),
                row,
            ))
            .collect(),
    )
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> Result<Option<HttpKeywordResultMatch>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint AND keyword_set_id = $4::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> Result<Option<HttpKeywordResultMatch>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint AND keyword_set_id = $4::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, `domain_id`, `attempt`, by primary key.
pub async fn list_by_campaign_id_and_domain_id_and_attempt(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Result<Vec<HttpKeywordResultMatch>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = ",
        "$3::smallint",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, `domain_id`, `attempt`, by value, in one statement.
pub async fn list_by_many_campaign_id_and_domain_id_and_attempt(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64, i16)],
) -> Result<HashMap<(Uuid, i64, i16), Vec<HttpKeywordResultMatch>>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let rows: Vec<HttpKeywordResultMatch> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.http_keyword_result_matches",
                " WHERE (campaign_id, domain_id, attempt) IN (SELECT * FROM ",
                "UNNEST($1::uuid[], $2::bigint[], $3::smallint[]))",
                " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .bind(keys_2)
        .fetch_all(db)
        .await?;
    let mut found: HashMap<(Uuid, i64, i16), Vec<HttpKeywordResultMatch>> = HashMap::new();
    for row in rows {
        found
            .entry((row.campaign_id, row.domain_id, row.attempt))
            .or_default()
            .push(row);
    }
    Ok(found)
}

/// All rows with this `keyword_set_id`, by primary key.
pub async fn list_by_keyword_set_id(
    db: impl PgExecutor<'_>,
    keyword_set_id: Uuid,
) -> Result<Vec<HttpKeywordResultMatch>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE keyword_set_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(keyword_set_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `keyword_set_id`, by value, in one statement.
pub async fn list_by_keyword_set_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<HttpKeywordResultMatch>>, sqlx::Error> {
    let rows: Vec<HttpKeywordResultMatch> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE keyword_set_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<HttpKeywordResultMatch>> = HashMap::new();
    for row in rows {
        found.entry(row.keyword_set_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.http_keyword_result_matches` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.http_keyword_result_matches")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<HttpKeywordResultMatch, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordResultMatch,
) -> Result<HttpKeywordResultMatch, HttpKeywordResultMatchError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHttpKeywordResultMatch],
) -> Result<Vec<HttpKeywordResultMatch>, HttpKeywordResultMatchError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("domain_id", "bigint", new.iter().map(|row| &row.domain_id))?;
    rows.column("attempt", "smallint", new.iter().map(|row| &row.attempt))?;
    rows.column("keyword_set_id", "uuid", new.iter().map(|row| &row.keyword_set_id))?;
    rows.list("keywords", "text", new.iter().map(|row| Some(&row.keywords)))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewHttpKeywordResultMatch],
) -> Result<u64, HttpKeywordResultMatchError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut copy = Copy::begin(
            db,
            TABLE,
            &["campaign_id", "domain_id", "attempt", "keyword_set_id", "keywords"],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.campaign_id)?;
        copy.value(row.domain_id)?;
        copy.value(row.attempt)?;
        copy.value(row.keyword_set_id)?;
        copy.array(&row.keywords, element_1)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `domain_id`, `attempt`, `keyword_set_id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewHttpKeywordResultMatch,
) -> Result<HttpKeywordResultMatch, HttpKeywordResultMatchError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, domain_id, attempt, keyword_set_id)",
            &["campaign_id", "domain_id", "attempt", "keyword_set_id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHttpKeywordResultMatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("domain_id", new.domain_id)?;
    set.set("attempt", new.attempt)?;
    set.set("keyword_set_id", new.keyword_set_id)?;
    set.set("keywords", &new.keywords)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
    patch: &HttpKeywordResultMatchPatch,
) -> Result<Option<HttpKeywordResultMatch>, HttpKeywordResultMatchError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id, domain_id, attempt, keyword_set_id).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let key_1 = set.argument(domain_id)?;
    let key_2 = set.argument(attempt)?;
    let key_3 = set.argument(keyword_set_id)?;
    let condition = format!(
        "campaign_id = {key_0}::uuid AND domain_id = {key_1}::bigint AND attempt = {key_2}::smallint AND keyword_set_id = {key_3}::uuid"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &HttpKeywordResultMatchPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("keywords", patch.keywords.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> Result<bool, HttpKeywordResultMatchError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.http_keyword_result_matches WHERE campaign_id = $1::uuid ",
        "AND domain_id = $2::bigint AND attempt = $3::smallint AND keyword_set_id = ",
        "$4::uuid",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
