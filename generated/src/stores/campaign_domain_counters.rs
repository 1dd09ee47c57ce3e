// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::CampaignDomainCounterError;
use super::super::models::{
    CampaignDomainCounter, CampaignDomainCounterPatch, NewCampaignDomainCounter,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, shard, total, dns_pending, dns_ok, dns_error, dns_timeout, ",
            "http_pending, http_ok, http_error, http_timeout, lead_pending, lead_match, ",
            "lead_no_match, lead_error, lead_timeout",
        )
    };
}

const TABLE: &str = "public.campaign_domain_counters";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `shard`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
) -> BoxFuture<'e, Result<Option<CampaignDomainCounter>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
}

/// Whether there is a row with this `campaign_id`, `shard`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_domain_counters WHERE campaign_id ",
        "= $1::uuid AND shard = $2::smallint)",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, `shard`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i16)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i16), CampaignDomainCounter>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE (campaign_id, shard) IN (SELECT * FROM UNNEST($1::uuid[], ",
        "$2::smallint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.campaign_id, row.shard)))
}

/// The row with this `campaign_id`, `shard`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
) -> BoxFuture<'e, Result<Option<CampaignDomainCounter>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `shard`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
) -> BoxFuture<'e, Result<Option<CampaignDomainCounter>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid AND shard = $2::smallint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(shard)
    .fetch_optional(db)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignDomainCounter>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, shard",
    ))
    .bind(campaign_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_campaign_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignDomainCounter>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, shard",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.campaign_domain_counters` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_domain_counters").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignDomainCounter, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_domain_counters",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignDomainCounter,
) -> BoxFuture<'e, Result<CampaignDomainCounter, CampaignDomainCounterError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignDomainCounter],
) -> BoxFuture<'e, Result<Vec<CampaignDomainCounter>, CampaignDomainCounterError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("shard", "smallint", |row| &row.shard);
    rows.or_default("total", "bigint", "(0)", |row| &row.total);
    rows.or_default("dns_pending", "bigint", "(0)", |row| &row.dns_pending);
    rows.or_default("dns_ok", "bigint", "(0)", |row| &row.dns_ok);
    rows.or_default("dns_error", "bigint", "(0)", |row| &row.dns_error);
    rows.or_default("dns_timeout", "bigint", "(0)", |row| &row.dns_timeout);
    rows.or_default("http_pending", "bigint", "(0)", |row| &row.http_pending);
    rows.or_default("http_ok", "bigint", "(0)", |row| &row.http_ok);
    rows.or_default("http_error", "bigint", "(0)", |row| &row.http_error);
    rows.or_default("http_timeout", "bigint", "(0)", |row| &row.http_timeout);
    rows.or_default("lead_pending", "bigint", "(0)", |row| &row.lead_pending);
    rows.or_default("lead_match", "bigint", "(0)", |row| &row.lead_match);
    rows.or_default("lead_no_match", "bigint", "(0)", |row| &row.lead_no_match);
    rows.or_default("lead_error", "bigint", "(0)", |row| &row.lead_error);
    rows.or_default("lead_timeout", "bigint", "(0)", |row| &row.lead_timeout);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignDomainCounter],
) -> BoxFuture<'e, Result<u64, CampaignDomainCounterError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `shard`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignDomainCounter,
) -> BoxFuture<'e, Result<CampaignDomainCounter, CampaignDomainCounterError>> {
    Assignments::of(new)
        .upsert(TABLE, "(campaign_id, shard)", &["campaign_id", "shard"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewCampaignDomainCounter {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("shard", self.shard);
        to.or_default("total", &self.total);
        to.or_default("dns_pending", &self.dns_pending);
        to.or_default("dns_ok", &self.dns_ok);
        to.or_default("dns_error", &self.dns_error);
        to.or_default("dns_timeout", &self.dns_timeout);
        to.or_default("http_pending", &self.http_pending);
        to.or_default("http_ok", &self.http_ok);
        to.or_default("http_error", &self.http_error);
        to.or_default("http_timeout", &self.http_timeout);
        to.or_default("lead_pending", &self.lead_pending);
        to.or_default("lead_match", &self.lead_match);
        to.or_default("lead_no_match", &self.lead_no_match);
        to.or_default("lead_error", &self.lead_error);
        to.or_default("lead_timeout", &self.lead_timeout);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, `shard`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
    patch: &CampaignDomainCounterPatch,
) -> BoxFuture<'e, Result<Option<CampaignDomainCounter>, CampaignDomainCounterError>> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .key("shard", "smallint", shard)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignDomainCounterPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("total", patch.total);
    set.given("dns_pending", patch.dns_pending);
    set.given("dns_ok", patch.dns_ok);
    set.given("dns_error", patch.dns_error);
    set.given("dns_timeout", patch.dns_timeout);
    set.given("http_pending", patch.http_pending);
    set.given("http_ok", patch.http_ok);
    set.given("http_error", patch.http_error);
    set.given("http_timeout", patch.http_timeout);
    set.given("lead_pending", patch.lead_pending);
    set.given("lead_match", patch.lead_match);
    set.given("lead_no_match", patch.lead_no_match);
    set.given("lead_error", patch.lead_error);
    set.given("lead_timeout", patch.lead_timeout);
    set
}

/// Deletes the row with this `campaign_id`, `shard`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    shard: i16,
) -> BoxFuture<'e, Result<bool, CampaignDomainCounterError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_domain_counters WHERE campaign_id = $1::uuid AND ",
        "shard = $2::smallint",
    ))
    .bind(campaign_id)
    .bind(shard)
    .affects(db)
}
