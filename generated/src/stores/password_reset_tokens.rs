// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::PasswordResetTokenError;
use super::super::models::{
    NewPasswordResetToken, PasswordResetToken, PasswordResetTokenPatch,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, user_id, token_hash, client_address, user_agent, created_at, expires_at, ",
            "used_at",
        )
    };
}

const TABLE: &str = "public.password_reset_tokens";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `token_hash`.
pub fn get_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE token_hash = $1::bytea",
    ))
    .bind(token_hash)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.password_reset_tokens WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `token_hash`.
pub fn exists_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.password_reset_tokens WHERE token_hash = ",
        "$1::bytea)",
    ))
    .bind(token_hash)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<PasswordResetToken>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<PasswordResetToken>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.user_id))
}

/// How many rows `public.password_reset_tokens` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.password_reset_tokens").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<PasswordResetToken, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPasswordResetToken,
) -> BoxFuture<'e, Result<PasswordResetToken, PasswordResetTokenError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewPasswordResetToken],
) -> BoxFuture<'e, Result<Vec<PasswordResetToken>, PasswordResetTokenError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("token_hash", "bytea", |row| &row.token_hash);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.column("user_agent", "character varying", |row| &row.user_agent);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.column("expires_at", "timestamp with time zone", |row| &row.expires_at);
    rows.column("used_at", "timestamp with time zone", |row| &row.used_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewPasswordResetToken],
) -> BoxFuture<'e, Result<u64, PasswordResetTokenError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPasswordResetToken,
) -> BoxFuture<'e, Result<PasswordResetToken, PasswordResetTokenError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `token_hash`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPasswordResetToken,
) -> BoxFuture<'e, Result<PasswordResetToken, PasswordResetTokenError>> {
    Assignments::of(new)
        .upsert(TABLE, "(token_hash)", &["token_hash", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewPasswordResetToken {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("user_id", self.user_id);
        to.set("token_hash", &self.token_hash);
        to.set("client_address", self.client_address);
        to.set("user_agent", &self.user_agent);
        to.or_default("created_at", &self.created_at);
        to.set("expires_at", self.expires_at);
        to.set("used_at", self.used_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &PasswordResetTokenPatch,
) -> BoxFuture<'e, Result<Option<PasswordResetToken>, PasswordResetTokenError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &PasswordResetTokenPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id);
    set.given("token_hash", patch.token_hash.as_ref());
    set.change("client_address", &patch.client_address);
    set.change("user_agent", &patch.user_agent);
    set.given("created_at", patch.created_at);
    set.given("expires_at", patch.expires_at);
    set.change("used_at", &patch.used_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, PasswordResetTokenError>> {
    Query::new(
        "DELETE FROM public.password_reset_tokens WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `token_hash`; gives whether there was one.
pub fn delete_by_token_hash<'e>(
    db: impl PgExecutor<'e>,
    token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, PasswordResetTokenError>> {
    Query::new(
        "DELETE FROM public.password_reset_tokens WHERE token_hash = $1::bytea",
    )
    .bind(token_hash)
    .affects(db)
}
