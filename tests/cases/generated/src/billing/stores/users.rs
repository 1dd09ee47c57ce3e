// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `billing.users`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `home` holds numbers that only the server knows.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::super::billing::errors::UserError;
use super::super::super::billing::models::{NewUser, User, UserPatch};
use super::super::super::support::{Assignments, Columns, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        "id, email, home"
    };
}

const TABLE: &str = "billing.users";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `email`.
pub fn get_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
        " WHERE email = $1::public.citext",
    ))
    .bind(email)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM billing.users WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `email`.
pub fn exists_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM billing.users WHERE email = $1::public.citext)",
    )
    .bind(email)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `billing.users` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM billing.users").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<User, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.users",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUser,
) -> BoxFuture<'e, Result<User, UserError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewUser],
) -> BoxFuture<'e, Result<Vec<User>, UserError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.column("email", "public.citext", |row| &row.email);
    rows.column("home", "public.address", |row| &row.home);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUser,
) -> BoxFuture<'e, Result<User, UserError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `email`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_email<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUser,
) -> BoxFuture<'e, Result<User, UserError>> {
    Assignments::of(new)
        .upsert(TABLE, "(email)", &["email", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewUser {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("email", &self.email);
        to.set("home", &self.home);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &UserPatch,
) -> BoxFuture<'e, Result<Option<User>, UserError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &UserPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("email", patch.email.as_ref());
    set.change("home", &patch.home);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, UserError>> {
    Query::new("DELETE FROM billing.users WHERE id = $1::integer").bind(id).affects(db)
}

/// Deletes the row with this `email`; gives whether there was one.
pub fn delete_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<bool, UserError>> {
    Query::new("DELETE FROM billing.users WHERE email = $1::public.citext")
        .bind(email)
        .affects(db)
}
