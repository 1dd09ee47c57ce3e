// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.users`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `home` holds numbers that only the server knows.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use crate::types::{Email, Short, UserId};
use super::super::errors::AccountError;
use super::super::models::{Account, AccountPatch, NewAccount};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        "id, email, mood, name, nick, home, born, version"
    };
}

const TABLE: &str = "public.users";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `email`.
pub fn get_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &Email,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE email = $1::text",
    ))
    .bind(email)
    .fetch_optional(db)
}

/// The row with this `nick`.
pub fn get_by_nick<'e>(
    db: impl PgExecutor<'e>,
    nick: &Short,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE nick = $1::character varying",
    ))
    .bind(nick)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.users WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `email`.
pub fn exists_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &Email,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.users WHERE email = $1::text)",
    )
    .bind(email)
    .fetch_value(db)
}

/// Whether there is a row with this `nick`.
pub fn exists_by_nick<'e>(
    db: impl PgExecutor<'e>,
    nick: &Short,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.users WHERE nick = $1::character varying)",
    )
    .bind(nick)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[UserId],
) -> BoxFuture<'e, Result<HashMap<UserId, Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.users` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.users").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Account, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAccount],
) -> BoxFuture<'e, Result<Vec<Account>, AccountError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("email", "text", |row| &row.email);
    rows.or_default("mood", "public.mood", "('happy')", |row| &row.r#type);
    rows.column("name", "text", |row| &row.name);
    rows.column("nick", "character varying", |row| &row.nick);
    rows.column("home", "public.place", |row| &row.home);
    rows.column("born", "date", |row| &row.born);
    rows.or_default("version", "integer", "(0)", |row| &row.version);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `email`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_email<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new)
        .upsert(TABLE, "(email)", &["email", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `nick`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_nick<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new)
        .upsert(TABLE, "(nick)", &["nick", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewAccount {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("email", &self.email);
        to.or_default("mood", &self.r#type);
        to.set("name", &self.name);
        to.set("nick", &self.nick);
        to.set("home", &self.home);
        to.set("born", self.born);
        to.or_default("version", &self.version);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
///
/// `version` grows only by [`update_at_version`], or when the patch sets it.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
    patch: &AccountPatch,
) -> BoxFuture<'e, Result<Option<Account>, AccountError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

/// As [`update`], but only while `version` is still what was read; it grows by one. `None` when the row has gone or somebody else was quicker.
pub fn update_at_version<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
    version: i32,
    patch: &AccountPatch,
) -> BoxFuture<'e, Result<Option<Account>, AccountError>> {
    let patch = &AccountPatch { version: None, ..patch.clone() };
    changes(patch)
        .key("id", "uuid", id)
        .key("version", "integer", version)
        .also("version = version + 1")
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &AccountPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("email", patch.email.as_ref());
    set.given("mood", patch.r#type);
    set.given("name", patch.name.as_ref());
    set.change("nick", &patch.nick);
    set.change("home", &patch.home);
    set.change("born", &patch.born);
    set.given("version", patch.version);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: UserId,
) -> BoxFuture<'e, Result<bool, AccountError>> {
    Query::new("DELETE FROM public.users WHERE id = $1::uuid").bind(id).affects(db)
}

/// Deletes the row with this `email`; gives whether there was one.
pub fn delete_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &Email,
) -> BoxFuture<'e, Result<bool, AccountError>> {
    Query::new("DELETE FROM public.users WHERE email = $1::text").bind(email).affects(db)
}

/// Deletes the row with this `nick`; gives whether there was one.
pub fn delete_by_nick<'e>(
    db: impl PgExecutor<'e>,
    nick: &Short,
) -> BoxFuture<'e, Result<bool, AccountError>> {
    Query::new(
        "DELETE FROM public.users WHERE nick = $1::character varying",
    )
    .bind(nick)
    .affects(db)
}
