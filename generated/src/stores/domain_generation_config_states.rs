// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::domains::Sha256Digest;
use super::super::errors::DomainGenerationConfigStateError;
use super::super::models::{
    DomainGenerationConfigState, DomainGenerationConfigStatePatch,
    NewDomainGenerationConfigState,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "config_hash, last_offset, config_details, created_at, updated_at"
    };
}

const TABLE: &str = "public.domain_generation_config_states";
const COLUMNS: &str = columns!();

/// The row with this `config_hash`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<DomainGenerationConfigState>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
    ))
    .bind(config_hash)
    .fetch_optional(db)
}

/// Whether there is a row with this `config_hash`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.domain_generation_config_states WHERE ",
        "config_hash = $1::bytea)",
    ))
    .bind(config_hash)
    .fetch_value(db)
}

/// The rows with these values of `config_hash`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Sha256Digest],
) -> BoxFuture<
    'e,
    Result<HashMap<Sha256Digest, DomainGenerationConfigState>, sqlx::Error>,
> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = ANY($1::bytea[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.config_hash.clone()))
}

/// The row with this `config_hash`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<DomainGenerationConfigState>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
        " FOR UPDATE",
    ))
    .bind(config_hash)
    .fetch_optional(db)
}

/// The row with this `config_hash`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<DomainGenerationConfigState>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
        " WHERE config_hash = $1::bytea",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(config_hash)
    .fetch_optional(db)
}

/// How many rows `public.domain_generation_config_states` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(
        "SELECT count(*) FROM public.domain_generation_config_states",
    )
    .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<DomainGenerationConfigState, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.domain_generation_config_states",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDomainGenerationConfigState,
) -> BoxFuture<
    'e,
    Result<DomainGenerationConfigState, DomainGenerationConfigStateError>,
> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewDomainGenerationConfigState],
) -> BoxFuture<
    'e,
    Result<Vec<DomainGenerationConfigState>, DomainGenerationConfigStateError>,
> {
    let mut rows = Rows::new(new);
    rows.column("config_hash", "bytea", |row| &row.config_hash);
    rows.or_default("last_offset", "bigint", "(0)", |row| &row.last_offset);
    rows.column("config_details", "jsonb", |row| &row.config_details);
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
    new: &'e [NewDomainGenerationConfigState],
) -> BoxFuture<'e, Result<u64, DomainGenerationConfigStateError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `config_hash`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewDomainGenerationConfigState,
) -> BoxFuture<
    'e,
    Result<DomainGenerationConfigState, DomainGenerationConfigStateError>,
> {
    Assignments::of(new)
        .upsert(TABLE, "(config_hash)", &["config_hash"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewDomainGenerationConfigState {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("config_hash", &self.config_hash);
        to.or_default("last_offset", &self.last_offset);
        to.set("config_details", &self.config_details);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `config_hash`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
    patch: &DomainGenerationConfigStatePatch,
) -> BoxFuture<
    'e,
    Result<Option<DomainGenerationConfigState>, DomainGenerationConfigStateError>,
> {
    changes(patch)
        .key("config_hash", "bytea", config_hash)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &DomainGenerationConfigStatePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("last_offset", patch.last_offset);
    set.given("config_details", patch.config_details.as_ref());
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `config_hash`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    config_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, DomainGenerationConfigStateError>> {
    Query::new(concat!(
        "DELETE FROM public.domain_generation_config_states WHERE config_hash = ",
        "$1::bytea",
    ))
    .bind(config_hash)
    .affects(db)
}
