// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::UserError;
use super::super::models::{NewUser, User, UserPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, email, email_verified_at, email_verification_token_hash, ",
            "email_verification_expires_at, first_name, last_name, full_name, avatar_url, ",
            "role, is_active, password_hash, password_pepper_version, password_changed_at, ",
            "must_change_password, failed_login_attempts, locked_until, mfa_enabled, ",
            "mfa_secret_encrypted, mfa_backup_codes_encrypted, mfa_last_used_at, ",
            "last_login_at, last_login_address, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.users";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `lower(email)`.
pub fn get_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE (lower(email)) = (lower($1::character varying))",
    ))
    .bind(email)
    .fetch_optional(db)
}

/// The row with this `email_verification_token_hash`, of those where `email_verification_token_hash IS NOT NULL`.
pub fn get_by_email_verification_token_hash<'e>(
    db: impl PgExecutor<'e>,
    email_verification_token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE email_verification_token_hash = $1::bytea AND ",
        "(email_verification_token_hash IS NOT NULL)",
    ))
    .bind(email_verification_token_hash)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.users WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `lower(email)`.
pub fn exists_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.users WHERE (lower(email)) = ",
        "(lower($1::character varying)))",
    ))
    .bind(email)
    .fetch_value(db)
}

/// Whether there is a row with this `email_verification_token_hash`, of those where `email_verification_token_hash IS NOT NULL`.
pub fn exists_by_email_verification_token_hash<'e>(
    db: impl PgExecutor<'e>,
    email_verification_token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.users WHERE email_verification_token_hash ",
        "= $1::bytea AND (email_verification_token_hash IS NOT NULL))",
    ))
    .bind(email_verification_token_hash)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, User>, sqlx::Error>> {
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
    id: Uuid,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
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
    id: Uuid,
) -> BoxFuture<'e, Result<Option<User>, sqlx::Error>> {
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
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<User, sqlx::Error>> {
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
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("email", "character varying", |row| &row.email);
    rows.column(
        "email_verified_at",
        "timestamp with time zone",
        |row| &row.email_verified_at,
    );
    rows.column(
        "email_verification_token_hash",
        "bytea",
        |row| &row.email_verification_token_hash,
    );
    rows.column(
        "email_verification_expires_at",
        "timestamp with time zone",
        |row| &row.email_verification_expires_at,
    );
    rows.column("first_name", "character varying", |row| &row.first_name);
    rows.column("last_name", "character varying", |row| &row.last_name);
    rows.column("avatar_url", "character varying", |row| &row.avatar_url);
    rows.or_default("role", "public.user_role_enum", "('viewer')", |row| &row.role);
    rows.or_default("is_active", "boolean", "(true)", |row| &row.is_active);
    rows.column("password_hash", "character varying", |row| &row.password_hash);
    rows.or_default(
        "password_pepper_version",
        "integer",
        "(1)",
        |row| &row.password_pepper_version,
    );
    rows.or_default(
        "password_changed_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.password_changed_at,
    );
    rows.or_default(
        "must_change_password",
        "boolean",
        "(false)",
        |row| &row.must_change_password,
    );
    rows.or_default(
        "failed_login_attempts",
        "integer",
        "(0)",
        |row| &row.failed_login_attempts,
    );
    rows.column("locked_until", "timestamp with time zone", |row| &row.locked_until);
    rows.or_default("mfa_enabled", "boolean", "(false)", |row| &row.mfa_enabled);
    rows.column("mfa_secret_encrypted", "bytea", |row| &row.mfa_secret_encrypted);
    rows.column(
        "mfa_backup_codes_encrypted",
        "bytea",
        |row| &row.mfa_backup_codes_encrypted,
    );
    rows.column(
        "mfa_last_used_at",
        "timestamp with time zone",
        |row| &row.mfa_last_used_at,
    );
    rows.column("last_login_at", "timestamp with time zone", |row| &row.last_login_at);
    rows.column("last_login_address", "inet", |row| &row.last_login_address);
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
    new: &'e [NewUser],
) -> BoxFuture<'e, Result<u64, UserError>> {
    copy_rows(db, TABLE, new)
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

/// Inserts a row, or updates the one that already has this `lower(email)`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_email<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUser,
) -> BoxFuture<'e, Result<User, UserError>> {
    Assignments::of(new)
        .upsert(TABLE, "((lower(email)))", &["email", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `email_verification_token_hash`, of those where `email_verification_token_hash IS NOT NULL`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_email_verification_token_hash<'e>(
    db: impl PgExecutor<'e>,
    new: &NewUser,
) -> BoxFuture<'e, Result<User, UserError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(email_verification_token_hash) WHERE email_verification_token_hash IS NOT NULL",
            &["email_verification_token_hash", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewUser {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("email", &self.email);
        to.set("email_verified_at", self.email_verified_at);
        to.set("email_verification_token_hash", &self.email_verification_token_hash);
        to.set("email_verification_expires_at", self.email_verification_expires_at);
        to.set("first_name", &self.first_name);
        to.set("last_name", &self.last_name);
        to.set("avatar_url", &self.avatar_url);
        to.or_default("role", &self.role);
        to.or_default("is_active", &self.is_active);
        to.set("password_hash", &self.password_hash);
        to.or_default("password_pepper_version", &self.password_pepper_version);
        to.or_default("password_changed_at", &self.password_changed_at);
        to.or_default("must_change_password", &self.must_change_password);
        to.or_default("failed_login_attempts", &self.failed_login_attempts);
        to.set("locked_until", self.locked_until);
        to.or_default("mfa_enabled", &self.mfa_enabled);
        to.set("mfa_secret_encrypted", &self.mfa_secret_encrypted);
        to.set("mfa_backup_codes_encrypted", &self.mfa_backup_codes_encrypted);
        to.set("mfa_last_used_at", self.mfa_last_used_at);
        to.set("last_login_at", self.last_login_at);
        to.set("last_login_address", self.last_login_address);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &UserPatch,
) -> BoxFuture<'e, Result<Option<User>, UserError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &UserPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("email", patch.email.as_ref());
    set.change("email_verified_at", &patch.email_verified_at);
    set.change("email_verification_token_hash", &patch.email_verification_token_hash);
    set.change("email_verification_expires_at", &patch.email_verification_expires_at);
    set.given("first_name", patch.first_name.as_ref());
    set.given("last_name", patch.last_name.as_ref());
    set.change("avatar_url", &patch.avatar_url);
    set.given("role", patch.role);
    set.given("is_active", patch.is_active);
    set.given("password_hash", patch.password_hash.as_ref());
    set.given("password_pepper_version", patch.password_pepper_version);
    set.given("password_changed_at", patch.password_changed_at);
    set.given("must_change_password", patch.must_change_password);
    set.given("failed_login_attempts", patch.failed_login_attempts);
    set.change("locked_until", &patch.locked_until);
    set.given("mfa_enabled", patch.mfa_enabled);
    set.change("mfa_secret_encrypted", &patch.mfa_secret_encrypted);
    set.change("mfa_backup_codes_encrypted", &patch.mfa_backup_codes_encrypted);
    set.change("mfa_last_used_at", &patch.mfa_last_used_at);
    set.change("last_login_at", &patch.last_login_at);
    set.change("last_login_address", &patch.last_login_address);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, UserError>> {
    Query::new("DELETE FROM public.users WHERE id = $1::uuid").bind(id).affects(db)
}

/// Deletes the row with this `lower(email)`; gives whether there was one.
pub fn delete_by_email<'e>(
    db: impl PgExecutor<'e>,
    email: &str,
) -> BoxFuture<'e, Result<bool, UserError>> {
    Query::new(concat!(
        "DELETE FROM public.users WHERE (lower(email)) = (lower($1::character ",
        "varying))",
    ))
    .bind(email)
    .affects(db)
}

/// Deletes the row with this `email_verification_token_hash`, of those where `email_verification_token_hash IS NOT NULL`; gives whether there was one.
pub fn delete_by_email_verification_token_hash<'e>(
    db: impl PgExecutor<'e>,
    email_verification_token_hash: &Sha256Digest,
) -> BoxFuture<'e, Result<bool, UserError>> {
    Query::new(concat!(
        "DELETE FROM public.users WHERE email_verification_token_hash = $1::bytea AND ",
        "(email_verification_token_hash IS NOT NULL)",
    ))
    .bind(email_verification_token_hash)
    .affects(db)
}
