// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::HttpKeywordResultMatchError;
use super::super::models::{
    HttpKeywordResultMatch, HttpKeywordResultMatchPatch, NewHttpKeywordResultMatch,
};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "campaign_id, domain_id, attempt, keyword_set_id, keywords"
    };
}

const TABLE: &str = "public.http_keyword_result_matches";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordResultMatch>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// Whether there is a row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.http_keyword_result_matches WHERE ",
        "campaign_id = $1::uuid AND domain_id = $2::bigint AND attempt = $3::smallint ",
        "AND keyword_set_id = $4::uuid)",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64, i16, Uuid)],
) -> BoxFuture<
    'e,
    Result<HashMap<(Uuid, i64, i16, Uuid), HttpKeywordResultMatch>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE (campaign_id, domain_id, attempt, keyword_set_id) IN (SELECT * FROM ",
        "UNNEST($1::uuid[], $2::bigint[], $3::smallint[], $4::uuid[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .bind(keys_3)
    .fetch_map(
        db,
        |row| Some((row.campaign_id, row.domain_id, row.attempt, row.keyword_set_id)),
    )
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordResultMatch>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Option<HttpKeywordResultMatch>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// All rows with this `campaign_id`, `domain_id`, `attempt`, by primary key.
pub fn list_by_campaign_id_and_domain_id_and_attempt<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> BoxFuture<'e, Result<Vec<HttpKeywordResultMatch>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The rows with each of these values of `campaign_id`, `domain_id`, `attempt`, in one statement; a value that no row has is not in the map.
pub fn list_by_many_campaign_id_and_domain_id_and_attempt<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64, i16)],
) -> BoxFuture<
    'e,
    Result<HashMap<(Uuid, i64, i16), Vec<HttpKeywordResultMatch>>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE (campaign_id, domain_id, attempt) IN (SELECT * FROM ",
        "UNNEST($1::uuid[], $2::bigint[], $3::smallint[]))",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .fetch_groups(db, |row| Some((row.campaign_id, row.domain_id, row.attempt)))
}

/// All rows with this `keyword_set_id`, by primary key.
pub fn list_by_keyword_set_id<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Vec<HttpKeywordResultMatch>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE keyword_set_id = $1::uuid",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(keyword_set_id)
    .fetch_all(db)
}

/// The rows with each of these values of `keyword_set_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_keyword_set_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<HttpKeywordResultMatch>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
        " WHERE keyword_set_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, domain_id, attempt, keyword_set_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.keyword_set_id))
}

/// How many rows `public.http_keyword_result_matches` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.http_keyword_result_matches").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<HttpKeywordResultMatch, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.http_keyword_result_matches",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordResultMatch,
) -> BoxFuture<'e, Result<HttpKeywordResultMatch, HttpKeywordResultMatchError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHttpKeywordResultMatch],
) -> BoxFuture<'e, Result<Vec<HttpKeywordResultMatch>, HttpKeywordResultMatchError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("domain_id", "bigint", |row| &row.domain_id);
    rows.column("attempt", "smallint", |row| &row.attempt);
    rows.column("keyword_set_id", "uuid", |row| &row.keyword_set_id);
    rows.list("keywords", "text", |row| Some(&row.keywords));
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewHttpKeywordResultMatch],
) -> BoxFuture<'e, Result<u64, HttpKeywordResultMatchError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHttpKeywordResultMatch,
) -> BoxFuture<'e, Result<HttpKeywordResultMatch, HttpKeywordResultMatchError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, domain_id, attempt, keyword_set_id)",
            &["campaign_id", "domain_id", "attempt", "keyword_set_id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewHttpKeywordResultMatch {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("domain_id", self.domain_id);
        to.set("attempt", self.attempt);
        to.set("keyword_set_id", self.keyword_set_id);
        to.column("keywords", Form::List("text"), Some(&self.keywords));
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
    patch: &HttpKeywordResultMatchPatch,
) -> BoxFuture<'e, Result<Option<HttpKeywordResultMatch>, HttpKeywordResultMatchError>> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .key("domain_id", "bigint", domain_id)
        .key("attempt", "smallint", attempt)
        .key("keyword_set_id", "uuid", keyword_set_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &HttpKeywordResultMatchPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("keywords", patch.keywords.as_ref());
    set
}

/// Deletes the row with this `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<bool, HttpKeywordResultMatchError>> {
    Query::new(concat!(
        "DELETE FROM public.http_keyword_result_matches WHERE campaign_id = $1::uuid ",
        "AND domain_id = $2::bigint AND attempt = $3::smallint AND keyword_set_id = ",
        "$4::uuid",
    ))
    .bind(campaign_id)
    .bind(domain_id)
    .bind(attempt)
    .bind(keyword_set_id)
    .affects(db)
}
