// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::RateLimitError;
use super::super::models::{NewRateLimit, RateLimit, RateLimitPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "identifier, action, attempts, window_started_at, blocked_until"
    };
}

const TABLE: &str = "public.rate_limits";
const COLUMNS: &str = columns!();

/// The row with this `identifier`, `action`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
) -> BoxFuture<'e, Result<Option<RateLimit>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
}

/// Whether there is a row with this `identifier`, `action`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.rate_limits WHERE identifier = ",
        "$1::character varying AND action = $2::character varying)",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_value(db)
}

/// The rows with these values of `identifier`, `action`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, String)],
) -> BoxFuture<'e, Result<HashMap<(String, String), RateLimit>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE (identifier, action) IN (SELECT * FROM UNNEST($1::character ",
        "varying[], $2::character varying[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.identifier.clone(), row.action.clone())))
}

/// The row with this `identifier`, `action`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
) -> BoxFuture<'e, Result<Option<RateLimit>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
        " FOR UPDATE",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
}

/// The row with this `identifier`, `action`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
) -> BoxFuture<'e, Result<Option<RateLimit>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
        " WHERE identifier = $1::character varying AND action = $2::character varying",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(identifier)
    .bind(action)
    .fetch_optional(db)
}

/// How many rows `public.rate_limits` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.rate_limits").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<RateLimit, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.rate_limits",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewRateLimit,
) -> BoxFuture<'e, Result<RateLimit, RateLimitError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewRateLimit],
) -> BoxFuture<'e, Result<Vec<RateLimit>, RateLimitError>> {
    let mut rows = Rows::new(new);
    rows.column("identifier", "character varying", |row| &row.identifier);
    rows.column("action", "character varying", |row| &row.action);
    rows.or_default("attempts", "integer", "(0)", |row| &row.attempts);
    rows.or_default(
        "window_started_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.window_started_at,
    );
    rows.column("blocked_until", "timestamp with time zone", |row| &row.blocked_until);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewRateLimit],
) -> BoxFuture<'e, Result<u64, RateLimitError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `identifier`, `action`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewRateLimit,
) -> BoxFuture<'e, Result<RateLimit, RateLimitError>> {
    Assignments::of(new)
        .upsert(TABLE, "(identifier, action)", &["identifier", "action"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewRateLimit {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("identifier", &self.identifier);
        to.set("action", &self.action);
        to.or_default("attempts", &self.attempts);
        to.or_default("window_started_at", &self.window_started_at);
        to.set("blocked_until", self.blocked_until);
    }
}

/// Writes what the patch sets to the row with this `identifier`, `action`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
    patch: &RateLimitPatch,
) -> BoxFuture<'e, Result<Option<RateLimit>, RateLimitError>> {
    changes(patch)
        .key("identifier", "character varying", identifier)
        .key("action", "character varying", action)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &RateLimitPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("attempts", patch.attempts);
    set.given("window_started_at", patch.window_started_at);
    set.change("blocked_until", &patch.blocked_until);
    set
}

/// Deletes the row with this `identifier`, `action`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    identifier: &str,
    action: &str,
) -> BoxFuture<'e, Result<bool, RateLimitError>> {
    Query::new(concat!(
        "DELETE FROM public.rate_limits WHERE identifier = $1::character varying AND ",
        "action = $2::character varying",
    ))
    .bind(identifier)
    .bind(action)
    .affects(db)
}
