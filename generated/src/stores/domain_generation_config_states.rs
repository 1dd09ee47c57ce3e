// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::domains::Sha256Digest;
use super::super::errors::DomainGenerationConfigStateError;
use super::super::models::{
    DomainGenerationConfigState, DomainGenerationConfigStatePatch,
    NewDomainGenerationConfigState,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "config_hash, last_offset, config_details, created_at, updated_at"
    };
}

const TABLE: &str = "public.domain_generation_config_states";
const COLUMNS: &str = columns!();

/// The row with this `config_hash`.
pub async fn get(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<Option<DomainGenerationConfigState>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
    ))
    .bind(config_hash)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `config_hash`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.domain_generation_config_states WHERE ",
        "config_hash = $1::bytea)",
    ))
    .bind(config_hash)
    .fetch_one(db)
    .await
}

/// The rows with these values of `config_hash`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Sha256Digest],
) -> Result<HashMap<Sha256Digest, DomainGenerationConfigState>, sqlx::Error> {
    let rows: Vec<DomainGenerationConfigState> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = ANY($1::bytea[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.config_hash.clone(), row)).collect())
}

/// The row with this `config_hash`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<Option<DomainGenerationConfigState>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
        " FOR UPDATE",
    ))
    .bind(config_hash)
    .fetch_optional(db)
    .await
}

/// The row with this `config_hash`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<Option<DomainGenerationConfigState>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(config_hash)
    .fetch_optional(db)
    .await
}

/// How many rows `public.domain_generation_config_states` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.domain_generation_config_states")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<DomainGenerationConfigState, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewDomainGenerationConfigState,
) -> Result<DomainGenerationConfigState, DomainGenerationConfigStateError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewDomainGenerationConfigState],
) -> Result<Vec<DomainGenerationConfigState>, DomainGenerationConfigStateError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("config_hash", "bytea", new.iter().map(|row| &row.config_hash))?;
    rows.or_default(
        "last_offset",
        "bigint",
        "(0)",
        new.iter().map(|row| &row.last_offset),
    )?;
    rows.column("config_details", "jsonb", new.iter().map(|row| &row.config_details))?;
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
    new: &[NewDomainGenerationConfigState],
) -> Result<u64, DomainGenerationConfigStateError> {
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewDomainGenerationConfigState>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.last_offset.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["config_hash", "config_details"];
        if given[0] {
            columns.push("last_offset");
        }
        if given[1] {
            columns.push("created_at");
        }
        if given[2] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.config_hash)?;
            copy.value(&row.config_details)?;
            if let Some(value) = row.last_offset.value() {
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

/// Inserts a row, or writes what `new` gives to the row that has its `config_hash` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewDomainGenerationConfigState,
) -> Result<DomainGenerationConfigState, DomainGenerationConfigStateError> {
    let row = assignments(new)?
        .upsert(TABLE, "(config_hash)", &["config_hash"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(
    new: &NewDomainGenerationConfigState,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("config_hash", &new.config_hash)?;
    set.or_default("last_offset", &new.last_offset)?;
    set.set("config_details", &new.config_details)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `config_hash`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
    patch: &DomainGenerationConfigStatePatch,
) -> Result<Option<DomainGenerationConfigState>, DomainGenerationConfigStateError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, config_hash).await?);
    }
    let key_0 = set.argument(config_hash)?;
    let condition = format!("config_hash = {key_0}::bytea");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(
    patch: &DomainGenerationConfigStatePatch,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("last_offset", patch.last_offset)?;
    set.given("config_details", patch.config_details.as_ref())?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `config_hash`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    config_hash: &Sha256Digest,
) -> Result<bool, DomainGenerationConfigStateError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.domain_generation_config_states WHERE config_hash = ",
        "$1::bytea",
    ))
    .bind(config_hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
