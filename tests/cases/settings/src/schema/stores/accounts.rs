// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.users`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `home` holds numbers that only the server knows.

use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use crate::types::{Email, Short, UserId};
use super::super::errors::AccountError;
use super::super::models::{Account, AccountPatch, NewAccount};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        "id, email, mood, name, nick, home, born, version"
    };
}

const TABLE: &str = "public.users";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: UserId,
) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `email`.
pub async fn get_by_email(
    db: impl PgExecutor<'_>,
    email: &Email,
) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE email = $1::text",
    ))
    .bind(email)
    .fetch_optional(db)
    .await
}

/// The row with this `nick`.
pub async fn get_by_nick(
    db: impl PgExecutor<'_>,
    nick: &Short,
) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE nick = $1::character varying",
    ))
    .bind(nick)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: UserId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.users WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `email`.
pub async fn exists_by_email(
    db: impl PgExecutor<'_>,
    email: &Email,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.users WHERE email = $1::text)",
    )
    .bind(email)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `nick`.
pub async fn exists_by_nick(
    db: impl PgExecutor<'_>,
    nick: &Short,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.users WHERE nick = $1::character varying)",
    )
    .bind(nick)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[UserId],
) -> Result<HashMap<UserId, Account>, sqlx::Error> {
    let rows: Vec<Account> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: UserId,
) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: UserId,
) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.users` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.users")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Account, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewAccount,
) -> Result<Account, AccountError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewAccount],
) -> Result<Vec<Account>, AccountError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("email", "text", new.iter().map(|row| &row.email))?;
    rows.or_default(
        "mood",
        "public.mood",
        "('happy')",
        new.iter().map(|row| &row.r#type),
    )?;
    rows.column("name", "text", new.iter().map(|row| &row.name))?;
    rows.column("nick", "character varying", new.iter().map(|row| &row.nick))?;
    rows.column("home", "public.place", new.iter().map(|row| &row.home))?;
    rows.column("born", "date", new.iter().map(|row| &row.born))?;
    rows.or_default("version", "integer", "(0)", new.iter().map(|row| &row.version))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewAccount,
) -> Result<Account, AccountError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `email` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_email(
    db: impl PgExecutor<'_>,
    new: &NewAccount,
) -> Result<Account, AccountError> {
    let row = assignments(new)?
        .upsert(TABLE, "(email)", &["email", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `nick` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_nick(
    db: impl PgExecutor<'_>,
    new: &NewAccount,
) -> Result<Account, AccountError> {
    let row = assignments(new)?
        .upsert(TABLE, "(nick)", &["nick", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewAccount) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("email", &new.email)?;
    set.or_default("mood", &new.r#type)?;
    set.set("name", &new.name)?;
    set.set("nick", &new.nick)?;
    set.set("home", &new.home)?;
    set.set("born", new.born)?;
    set.or_default("version", &new.version)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: UserId,
    patch: &AccountPatch,
) -> Result<Option<Account>, AccountError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

/// As [`update`], but only while `version` is still what was read; it grows by one. `None` when the row has gone or somebody else was quicker.
pub async fn update_at_version(
    db: impl PgExecutor<'_>,
    id: UserId,
    version: i32,
    patch: &AccountPatch,
) -> Result<Option<Account>, AccountError> {
    let patch = &AccountPatch {
        version: None,
        ..patch.clone()
    };
    let mut set = changes(patch)?;
    let key_0 = set.argument(id)?;
    let key_version = set.argument(version)?;
    let condition = format!("id = {key_0}::uuid AND version = {key_version}::integer");
    Ok(
        set
            .update(TABLE, "version = version + 1", &condition, COLUMNS)
            .fetch_optional(db)
            .await?,
    )
}

fn changes(patch: &AccountPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("email", patch.email.as_ref())?;
    set.given("mood", patch.r#type)?;
    set.given("name", patch.name.as_ref())?;
    set.change("nick", &patch.nick)?;
    set.change("home", &patch.home)?;
    set.change("born", &patch.born)?;
    set.given("version", patch.version)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: UserId) -> Result<bool, AccountError> {
    let done = sqlx::query("DELETE FROM public.users WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `email`; whether there was one.
pub async fn delete_by_email(
    db: impl PgExecutor<'_>,
    email: &Email,
) -> Result<bool, AccountError> {
    let done = sqlx::query("DELETE FROM public.users WHERE email = $1::text")
    .bind(email)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `nick`; whether there was one.
pub async fn delete_by_nick(
    db: impl PgExecutor<'_>,
    nick: &Short,
) -> Result<bool, AccountError> {
    let done = sqlx::query(
        "DELETE FROM public.users WHERE nick = $1::character varying",
    )
    .bind(nick)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
