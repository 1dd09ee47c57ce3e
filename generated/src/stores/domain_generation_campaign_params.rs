// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::DomainGenerationCampaignParamsError;
use super::super::models::{
    DomainGenerationCampaignParams, DomainGenerationCampaignParamsPatch,
    NewDomainGenerationCampaignParams,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("campaign_id, pattern_type, variable_length, character_set, constant_string, ",
        "tld, num_domains_to_generate, total_possible_combinations, reserved_count, ",
        "current_offset, config_hash, created_at, updated_at",)
    };
}

const TABLE: &str = "public.domain_generation_campaign_params";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Option<DomainGenerationCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
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
        "SELECT EXISTS (SELECT FROM public.domain_generation_campaign_params WHERE ",
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
) -> Result<HashMap<Uuid, DomainGenerationCampaignParams>, sqlx::Error> {
    let rows: Vec<DomainGenerationCampaignParams> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
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
) -> Result<Option<DomainGenerationCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
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
) -> Result<Option<DomainGenerationCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE campaign_id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .fetch_optional(db)
    .await
}

/// All rows with this `config_hash`, by primary key.
pub async fn list_by_config_hash(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<Vec<DomainGenerationCampaignParams>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
        " WHERE config_hash = $1::bytea",
        " ORDER BY campaign_id",
    ))
    .bind(config_hash)
    .fetch_all(db)
    .await
}

/// All rows with these values of `config_hash`, by value, in one statement.
pub async fn list_by_config_hashes(
    db: impl PgExecutor<'_>,
    keys: &[Sha256Digest],
) -> Result<HashMap<Sha256Digest, Vec<DomainGenerationCampaignParams>>, sqlx::Error> {
    let rows: Vec<DomainGenerationCampaignParams> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.domain_generation_campaign_params",
                " WHERE config_hash = ANY($1::bytea[])", " ORDER BY campaign_id",
            ),
        )
        .bind(keys)
        .fetch_all(db)
        .await?;
    let mut found: HashMap<Sha256Digest, Vec<DomainGenerationCampaignParams>> = HashMap::new();
    for row in rows {
        found.entry(row.config_hash.clone()).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.domain_generation_campaign_params` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.domain_generation_campaign_params")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<DomainGenerationCampaignParams, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_campaign_params",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewDomainGenerationCampaignParams,
) -> Result<DomainGenerationCampaignParams, DomainGenerationCampaignParamsError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewDomainGenerationCampaignParams],
) -> Result<Vec<DomainGenerationCampaignParams>, DomainGenerationCampaignParamsError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "pattern_type",
        "public.domain_pattern_type_enum",
        new.iter().map(|row| &row.pattern_type),
    )?;
    rows.column(
        "variable_length",
        "smallint",
        new.iter().map(|row| &row.variable_length),
    )?;
    rows.column(
        "character_set",
        "character varying",
        new.iter().map(|row| &row.character_set),
    )?;
    rows.or_default(
        "constant_string",
        "character varying",
        "('')",
        new.iter().map(|row| &row.constant_string),
    )?;
    rows.column("tld", "character varying", new.iter().map(|row| &row.tld))?;
    rows.column(
        "num_domains_to_generate",
        "bigint",
        new.iter().map(|row| &row.num_domains_to_generate),
    )?;
    rows.column(
        "total_possible_combinations",
        "bigint",
        new.iter().map(|row| &row.total_possible_combinations),
    )?;
    rows.or_default(
        "reserved_count",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.reserved_count),
    )?;
    rows.or_default(
        "current_offset",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.current_offset),
    )?;
    rows.or_default(
        "config_hash",
        "bytea",
        "(sha256(''::bytea))",
        new.iter().map(|row| &row.config_hash),
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
    new: &[NewDomainGenerationCampaignParams],
) -> Result<u64, DomainGenerationCampaignParamsError> {
    let mut kinds: BTreeMap<[bool; 6], Vec<&NewDomainGenerationCampaignParams>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.constant_string.is_default(),
            !row.reserved_count.is_default(),
            !row.current_offset.is_default(),
            !row.config_hash.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "pattern_type", "variable_length", "character_set", "tld",
            "num_domains_to_generate", "total_possible_combinations"
        ];
        if given[0] {
            columns.push("constant_string");
        }
        if given[1] {
            columns.push("reserved_count");
        }
        if given[2] {
            columns.push("current_offset");
        }
        if given[3] {
            columns.push("config_hash");
        }
        if given[4] {
            columns.push("created_at");
        }
        if given[5] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.pattern_type)?;
            copy.value(row.variable_length)?;
            copy.value(&row.character_set)?;
            copy.value(&row.tld)?;
            copy.value(row.num_domains_to_generate)?;
            copy.value(row.total_possible_combinations)?;
            if let Some(value) = row.constant_string.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.reserved_count.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.current_offset.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.config_hash.value() {
                copy.value(value)?;
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
    new: &NewDomainGenerationCampaignParams,
) -> Result<DomainGenerationCampaignParams, DomainGenerationCampaignParamsError> {
    let row = assignments(new)?
        .upsert(TABLE, "(campaign_id)", &["campaign_id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(
    new: &NewDomainGenerationCampaignParams,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("pattern_type", new.pattern_type)?;
    set.set("variable_length", new.variable_length)?;
    set.set("character_set", &new.character_set)?;
    set.or_default("constant_string", &new.constant_string)?;
    set.set("tld", &new.tld)?;
    set.set("num_domains_to_generate", new.num_domains_to_generate)?;
    set.set("total_possible_combinations", new.total_possible_combinations)?;
    set.or_default("reserved_count", &new.reserved_count)?;
    set.or_default("current_offset", &new.current_offset)?;
    set.or_default("config_hash", &new.config_hash)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    patch: &DomainGenerationCampaignParamsPatch,
) -> Result<
    Option<DomainGenerationCampaignParams>,
    DomainGenerationCampaignParamsError,
> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let condition = format!("campaign_id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(
    patch: &DomainGenerationCampaignParamsPatch,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("pattern_type", patch.pattern_type)?;
    set.given("variable_length", patch.variable_length)?;
    set.given("character_set", patch.character_set.as_ref())?;
    set.given("constant_string", patch.constant_string.as_ref())?;
    set.given("tld", patch.tld.as_ref())?;
    set.given("num_domains_to_generate", patch.num_domains_to_generate)?;
    set.given("total_possible_combinations", patch.total_possible_combinations)?;
    set.given("reserved_count", patch.reserved_count)?;
    set.given("current_offset", patch.current_offset)?;
    set.given("config_hash", patch.config_hash.as_ref())?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<bool, DomainGenerationCampaignParamsError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.domain_generation_campaign_params WHERE campaign_id = ",
        "$1::uuid",
    ))
    .bind(campaign_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
