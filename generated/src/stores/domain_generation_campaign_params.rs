// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::DomainGenerationCampaignParamsError;
use super::super::models::{
    DomainGenerationCampaignParams, DomainGenerationCampaignParamsPatch,
    NewDomainGenerationCampaignParams,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, pattern_type, variable_length, character_set, constant_string, ",
            "tld, num_domains_to_generate, total_possible_combinations, reserved_count, ",
            "current_offset, config_hash, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.domain_generation_campaign_params";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<DomainGenerationCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
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
        "SELECT EXISTS (SELECT FROM public.domain_generation_campaign_params WHERE ",
        "campaign_id = $1::uuid)",
    ))
    .bind(campaign_id)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, DomainGenerationCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE campaign_id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.campaign_id))
}

/// The row with this `campaign_id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Option<DomainGenerationCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
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
) -> BoxFuture<'e, Result<Option<DomainGenerationCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
}

/// All rows with this `config_hash`, by primary key.
pub fn list_by_config_hash<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Vec<DomainGenerationCampaignParams>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE config_hash = $1::bytea",
        " ORDER BY campaign_id",
    ))
    .bind(config_hash)
    .fetch_all(db)
}

/// The rows with each of these values of `config_hash`, in one statement; a value that no row has is not in the map.
pub fn list_by_config_hashes<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Sha256Digest],
) -> BoxFuture<
    'e,
    Result<HashMap<Sha256Digest, Vec<DomainGenerationCampaignParams>>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE config_hash = ANY($1::bytea[])",
        " ORDER BY campaign_id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.config_hash.clone()))
}

/// How many rows `public.domain_generation_campaign_params` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(
        "SELECT count(*) FROM public.domain_generation_campaign_params",
    )
    .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<DomainGenerationCampaignParams, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDomainGenerationCampaignParams,
) -> BoxFuture<
    'e,
    Result<DomainGenerationCampaignParams, DomainGenerationCampaignParamsError>,
> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewDomainGenerationCampaignParams],
) -> BoxFuture<
    'e,
    Result<Vec<DomainGenerationCampaignParams>, DomainGenerationCampaignParamsError>,
> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column(
        "pattern_type",
        "public.domain_pattern_type_enum",
        |row| &row.pattern_type,
    );
    rows.column("variable_length", "smallint", |row| &row.variable_length);
    rows.column("character_set", "character varying", |row| &row.character_set);
    rows.or_default(
        "constant_string",
        "character varying",
        "('')",
        |row| &row.constant_string,
    );
    rows.column("tld", "character varying", |row| &row.tld);
    rows.column("num_domains_to_generate", "bigint", |row| &row.num_domains_to_generate);
    rows.column(
        "total_possible_combinations",
        "bigint",
        |row| &row.total_possible_combinations,
    );
    rows.or_default("reserved_count", "bigint", "(0)", |row| &row.reserved_count);
    rows.or_default("current_offset", "bigint", "(0)", |row| &row.current_offset);
    rows.or_default(
        "config_hash",
        "bytea",
        "(sha256(''::bytea))",
        |row| &row.config_hash,
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
    new: &'e [NewDomainGenerationCampaignParams],
) -> BoxFuture<'e, Result<u64, DomainGenerationCampaignParamsError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDomainGenerationCampaignParams,
) -> BoxFuture<
    'e,
    Result<DomainGenerationCampaignParams, DomainGenerationCampaignParamsError>,
> {
    Assignments::of(new)
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewDomainGenerationCampaignParams {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("pattern_type", self.pattern_type);
        to.set("variable_length", self.variable_length);
        to.set("character_set", &self.character_set);
        to.or_default("constant_string", &self.constant_string);
        to.set("tld", &self.tld);
        to.set("num_domains_to_generate", self.num_domains_to_generate);
        to.set("total_possible_combinations", self.total_possible_combinations);
        to.or_default("reserved_count", &self.reserved_count);
        to.or_default("current_offset", &self.current_offset);
        to.or_default("config_hash", &self.config_hash);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    patch: &DomainGenerationCampaignParamsPatch,
) -> BoxFuture<
    'e,
    Result<Option<DomainGenerationCampaignParams>, DomainGenerationCampaignParamsError>,
> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &DomainGenerationCampaignParamsPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("pattern_type", patch.pattern_type);
    set.given("variable_length", patch.variable_length);
    set.given("character_set", patch.character_set.as_ref());
    set.given("constant_string", patch.constant_string.as_ref());
    set.given("tld", patch.tld.as_ref());
    set.given("num_domains_to_generate", patch.num_domains_to_generate);
    set.given("total_possible_combinations", patch.total_possible_combinations);
    set.given("reserved_count", patch.reserved_count);
    set.given("current_offset", patch.current_offset);
    set.given("config_hash", patch.config_hash.as_ref());
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `campaign_id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<bool, DomainGenerationCampaignParamsError>> {
    Query::new(concat!(
        "DELETE FROM public.domain_generation_campaign_params WHERE campaign_id = ",
        "$1::uuid",
    ))
    .bind(campaign_id)
    .affects(db)
}
