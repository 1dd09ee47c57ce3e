// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::RateLimitError;
use super::super::models::{NewRateLimit, RateLimit, RateLimitPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "identifier, action, attempts, window_started_at, blocked_until"
    };
}

const TABLE: &str = "public.rate_limits";
const COLUMNS: &str = columns!();

/// The row with this `identifier`, `action`.
pub async fn get(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
) -> Result<Option<RateLimit>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `identifier`, `action`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.rate_limits WHERE identifier = ",
        "$1::character varying AND action = $2::character varying)",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_one(db)
    .await
}

/// The rows with these values of `identifier`, `action`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(String, String)],
) -> Result<HashMap<(String, String), RateLimit>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<RateLimit> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.rate_limits",
                " WHERE (identifier, action) IN (SELECT * FROM UNNEST($1::character ",
                "varying[], $2::character varying[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| ((row.identifier.clone(), row.action.clone()), row))
            .collect(),
    )
}

/// The row with this `identifier`, `action`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
) -> Result<Option<RateLimit>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
        " FOR UPDATE",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
    .await
}

/// The row with this `identifier`, `action`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
) -> Result<Option<RateLimit>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
    .await
}

/// How many rows `public.rate_limits` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.rate_limits")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<RateLimit, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewRateLimit,
) -> Result<RateLimit, RateLimitError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewRateLimit],
) -> Result<Vec<RateLimit>, RateLimitError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "identifier",
        "character varying",
        new.iter().map(|row| &row.identifier),
    )?;
    rows.column("action", "character varying", new.iter().map(|row| &row.action))?;
    rows.or_default("attempts", "integer", "(0)", new.iter().map(|row| &row.attempts))?;
    rows.or_default(
        "window_started_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.window_started_at),
    )?;
    rows.column(
        "blocked_until",
        "timestamp with time zone",
        new.iter().map(|row| &row.blocked_until),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewRateLimit],
) -> Result<u64, RateLimitError> {
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewRateLimit>> = BTreeMap::new();
    for row in new {
        let given = [!row.attempts.is_default(), !row.window_started_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["identifier", "action", "blocked_until"];
        if given[0] {
            columns.push("attempts");
        }
        if given[1] {
            columns.push("window_started_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.identifier)?;
            copy.value(&row.action)?;
            copy.value(row.blocked_until)?;
            if let Some(value) = row.attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.window_started_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `identifier`, `action` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewRateLimit,
) -> Result<RateLimit, RateLimitError> {
    let row = assignments(new)?
        .upsert(TABLE, "(identifier, action)", &["identifier", "action"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewRateLimit) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("identifier", &new.identifier)?;
    set.set("action", &new.action)?;
    set.or_default("attempts", &new.attempts)?;
    set.or_default("window_started_at", &new.window_started_at)?;
    set.set("blocked_until", new.blocked_until)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `identifier`, `action`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
    patch: &RateLimitPatch,
) -> Result<Option<RateLimit>, RateLimitError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, identifier, action).await?);
    }
    let key_0 = set.argument(identifier)?;
    let key_1 = set.argument(action)?;
    let condition = format!(
        "identifier = {key_0}::character varying AND action = {key_1}::character varying"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &RateLimitPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("attempts", patch.attempts)?;
    set.given("window_started_at", patch.window_started_at)?;
    set.change("blocked_until", &patch.blocked_until)?;
    Ok(set)
}

/// Deletes the row with this `identifier`, `action`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    identifier: &str,
    action: &str,
) -> Result<bool, RateLimitError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.rate_limits WHERE identifier = $1::character varying AND ",
        "action = $2::character varying",
    ))
    .bind(identifier)
    .bind(action)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
