// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordCampaignKeywordSetError;
use super::super::models::{
    HttpKeywordCampaignKeywordSet, NewHttpKeywordCampaignKeywordSet,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "campaign_id, keyword_set_id"
    };
}

const TABLE: &str = "public.http_keyword_campaign_keyword_sets";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `keyword_set_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignKeywordSet>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE campaign_id = $1::uuid AND keyword_set_id = $2::uuid",
    ))
    .bind(campaign_id)
    .bind(keyword_set_id)
    .fetch_optional(db)
}

/// Whether there is a row with this `campaign_id`, `keyword_set_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_campaign_keyword_sets WHERE ",
        "campaign_id = $1::uuid AND keyword_set_id = $2::uuid)",
    ))
    .bind(campaign_id)
    .bind(keyword_set_id)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, `keyword_set_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, Uuid)],
) -> BoxFuture<
    'e,
    Result<HashMap<(Uuid, Uuid), HttpKeywordCampaignKeywordSet>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE (campaign_id, keyword_set_id) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.campaign_id, row.keyword_set_id)))
}

/// The row with this `campaign_id`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignKeywordSet>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE campaign_id = $1::uuid AND keyword_set_id = $2::uuid",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(keyword_set_id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordCampaignKeywordSet>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE campaign_id = $1::uuid AND keyword_set_id = $2::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(keyword_set_id)
    .fetch_optional(db)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordCampaignKeywordSet>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, keyword_set_id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_campaign_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<
    'e,
    Result<HashMap<Uuid, Vec<HttpKeywordCampaignKeywordSet>>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, keyword_set_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// All rows with this `keyword_set_id`, by primary key.
pub fn list_by_keyword_set_id<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordCampaignKeywordSet>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE keyword_set_id = $1::uuid",
        " ORDER BY campaign_id, keyword_set_id",
    ))
    .bind(keyword_set_id)
    .fetch_all(db)
}

/// The rows with each of these values of `keyword_set_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_keyword_set_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<
    'e,
    Result<HashMap<Uuid, Vec<HttpKeywordCampaignKeywordSet>>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
        " WHERE keyword_set_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, keyword_set_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.keyword_set_id))
}

/// How many rows `public.http_keyword_campaign_keyword_sets` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(
        "SELECT count(*) FROM public.http_keyword_campaign_keyword_sets",
    )
    .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<HttpKeywordCampaignKeywordSet, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_campaign_keyword_sets",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordCampaignKeywordSet,
) -> BoxFuture<
    'e,
    Result<HttpKeywordCampaignKeywordSet, HttpKeywordCampaignKeywordSetError>,
> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHttpKeywordCampaignKeywordSet],
) -> BoxFuture<
    'e,
    Result<Vec<HttpKeywordCampaignKeywordSet>, HttpKeywordCampaignKeywordSetError>,
> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("keyword_set_id", "uuid", |row| &row.keyword_set_id);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewHttpKeywordCampaignKeywordSet],
) -> BoxFuture<'e, Result<u64, HttpKeywordCampaignKeywordSetError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `keyword_set_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordCampaignKeywordSet,
) -> BoxFuture<
    'e,
    Result<HttpKeywordCampaignKeywordSet, HttpKeywordCampaignKeywordSetError>,
> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, keyword_set_id)",
            &["campaign_id", "keyword_set_id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewHttpKeywordCampaignKeywordSet {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("keyword_set_id", self.keyword_set_id);
    }
}

/// Deletes the row with this `campaign_id`, `keyword_set_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<bool, HttpKeywordCampaignKeywordSetError>> {
    Query::new(concat!(
        "DELETE FROM public.http_keyword_campaign_keyword_sets WHERE campaign_id = ",
        "$1::uuid AND keyword_set_id = $2::uuid",
    ))
    .bind(campaign_id)
    .bind(keyword_set_id)
    .affects(db)
}
