// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::UserError;
use super::super::models::{NewUser, User, UserPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, email, email_verified_at, email_verification_token_hash, ",
        "email_verification_expires_at, first_name, last_name, full_name, avatar_url, ",
        "role, is_active, password_hash, password_pepper_version, password_changed_at, ",
        "must_change_password, failed_login_attempts, locked_until, mfa_enabled, ",
        "mfa_secret_encrypted, mfa_backup_codes_encrypted, mfa_last_used_at, ",
        "last_login_at, last_login_address, created_at, updated_at",)
    };
}

const TABLE: &str = "public.users";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<User>, sqlx::Error> {
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
    email: &str,
) -> Result<Option<User>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE (lower(email)) = (lower($1::character varying))",
    ))
    .bind(email)
    .fetch_optional(db)
    .await
}

/// The row with this `email_verification_token_hash`.
pub async fn get_by_email_verification_token_hash(
    db: impl PgExecutor<'_>,
    email_verification_token_hash: &Sha256Digest,
) -> Result<Option<User>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
        " WHERE email_verification_token_hash = $1::bytea AND ",
        "(email_verification_token_hash IS NOT NULL)",
    ))
    .bind(email_verification_token_hash)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
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
    email: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.users WHERE (lower(email)) = ",
        "(lower($1::character varying)))",
    ))
    .bind(email)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `email_verification_token_hash`.
pub async fn exists_by_email_verification_token_hash(
    db: impl PgExecutor<'_>,
    email_verification_token_hash: &Sha256Digest,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.users WHERE email_verification_token_hash ",
        "= $1::bytea AND (email_verification_token_hash IS NOT NULL))",
    ))
    .bind(email_verification_token_hash)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, User>, sqlx::Error> {
    let rows: Vec<User> = sqlx::query_as(concat!(
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
    id: Uuid,
) -> Result<Option<User>, sqlx::Error> {
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
    id: Uuid,
) -> Result<Option<User>, sqlx::Error> {
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
) -> BoxStream<'e, Result<User, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.users",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewUser) -> Result<User, UserError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewUser],
) -> Result<Vec<User>, UserError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("email", "character varying", new.iter().map(|row| &row.email))?;
    rows.column(
        "email_verified_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.email_verified_at),
    )?;
    rows.column(
        "email_verification_token_hash",
        "bytea",
        new.iter().map(|row| &row.email_verification_token_hash),
    )?;
    rows.column(
        "email_verification_expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.email_verification_expires_at),
    )?;
    rows.column(
        "first_name",
        "character varying",
        new.iter().map(|row| &row.first_name),
    )?;
    rows.column("last_name", "character varying", new.iter().map(|row| &row.last_name))?;
    rows.column(
        "avatar_url",
        "character varying",
        new.iter().map(|row| &row.avatar_url),
    )?;
    rows.or_default(
        "role",
        "public.user_role_enum",
        "('viewer')",
        new.iter().map(|row| &row.role),
    )?;
    rows.or_default(
        "is_active",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_active),
    )?;
    rows.column(
        "password_hash",
        "character varying",
        new.iter().map(|row| &row.password_hash),
    )?;
    rows.or_default(
        "password_pepper_version",
        "integer",
        "(1)",
        new.iter().map(|row| &row.password_pepper_version),
    )?;
    rows.or_default(
        "password_changed_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.password_changed_at),
    )?;
    rows.or_default(
        "must_change_password",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.must_change_password),
    )?;
    rows.or_default(
        "failed_login_attempts",
        "integer",
        "(0)",
        new.iter().map(|row| &row.failed_login_attempts),
    )?;
    rows.column(
        "locked_until",
        "timestamp with time zone",
        new.iter().map(|row| &row.locked_until),
    )?;
    rows.or_default(
        "mfa_enabled",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.mfa_enabled),
    )?;
    rows.column(
        "mfa_secret_encrypted",
        "bytea",
        new.iter().map(|row| &row.mfa_secret_encrypted),
    )?;
    rows.column(
        "mfa_backup_codes_encrypted",
        "bytea",
        new.iter().map(|row| &row.mfa_backup_codes_encrypted),
    )?;
    rows.column(
        "mfa_last_used_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.mfa_last_used_at),
    )?;
    rows.column(
        "last_login_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_login_at),
    )?;
    rows.column(
        "last_login_address",
        "inet",
        new.iter().map(|row| &row.last_login_address),
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
pub async fn copy_in(db: &mut PgConnection, new: &[NewUser]) -> Result<u64, UserError> {
    let mut kinds: BTreeMap<[bool; 10], Vec<&NewUser>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.role.is_default(),
            !row.is_active.is_default(),
            !row.password_pepper_version.is_default(),
            !row.password_changed_at.is_default(),
            !row.must_change_password.is_default(),
            !row.failed_login_attempts.is_default(),
            !row.mfa_enabled.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "email", "email_verified_at", "email_verification_token_hash",
            "email_verification_expires_at", "first_name", "last_name", "avatar_url",
            "password_hash", "locked_until", "mfa_secret_encrypted",
            "mfa_backup_codes_encrypted", "mfa_last_used_at", "last_login_at",
            "last_login_address"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("role");
        }
        if given[2] {
            columns.push("is_active");
        }
        if given[3] {
            columns.push("password_pepper_version");
        }
        if given[4] {
            columns.push("password_changed_at");
        }
        if given[5] {
            columns.push("must_change_password");
        }
        if given[6] {
            columns.push("failed_login_attempts");
        }
        if given[7] {
            columns.push("mfa_enabled");
        }
        if given[8] {
            columns.push("created_at");
        }
        if given[9] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.email)?;
            copy.value(row.email_verified_at)?;
            copy.value(&row.email_verification_token_hash)?;
            copy.value(row.email_verification_expires_at)?;
            copy.value(&row.first_name)?;
            copy.value(&row.last_name)?;
            copy.value(&row.avatar_url)?;
            copy.value(&row.password_hash)?;
            copy.value(row.locked_until)?;
            copy.value(&row.mfa_secret_encrypted)?;
            copy.value(&row.mfa_backup_codes_encrypted)?;
            copy.value(row.mfa_last_used_at)?;
            copy.value(row.last_login_at)?;
            copy.value(row.last_login_address)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.role.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_active.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.password_pepper_version.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.password_changed_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.must_change_password.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.failed_login_attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.mfa_enabled.value() {
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

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewUser) -> Result<User, UserError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `email` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_email(
    db: impl PgExecutor<'_>,
    new: &NewUser,
) -> Result<User, UserError> {
    let row = assignments(new)?
        .upsert(TABLE, "((lower(email)))", &["email", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `email_verification_token_hash` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_email_verification_token_hash(
    db: impl PgExecutor<'_>,
    new: &NewUser,
) -> Result<User, UserError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(email_verification_token_hash) WHERE email_verification_token_hash IS NOT NULL",
            &["email_verification_token_hash", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewUser) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("email", &new.email)?;
    set.set("email_verified_at", new.email_verified_at)?;
    set.set("email_verification_token_hash", &new.email_verification_token_hash)?;
    set.set("email_verification_expires_at", new.email_verification_expires_at)?;
    set.set("first_name", &new.first_name)?;
    set.set("last_name", &new.last_name)?;
    set.set("avatar_url", &new.avatar_url)?;
    set.or_default("role", &new.role)?;
    set.or_default("is_active", &new.is_active)?;
    set.set("password_hash", &new.password_hash)?;
    set.or_default("password_pepper_version", &new.password_pepper_version)?;
    set.or_default("password_changed_at", &new.password_changed_at)?;
    set.or_default("must_change_password", &new.must_change_password)?;
    set.or_default("failed_login_attempts", &new.failed_login_attempts)?;
    set.set("locked_until", new.locked_until)?;
    set.or_default("mfa_enabled", &new.mfa_enabled)?;
    set.set("mfa_secret_encrypted", &new.mfa_secret_encrypted)?;
    set.set("mfa_backup_codes_encrypted", &new.mfa_backup_codes_encrypted)?;
    set.set("mfa_last_used_at", new.mfa_last_used_at)?;
    set.set("last_login_at", new.last_login_at)?;
    set.set("last_login_address", new.last_login_address)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &UserPatch,
) -> Result<Option<User>, UserError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &UserPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("email", patch.email.as_ref())?;
    set.change("email_verified_at", &patch.email_verified_at)?;
    set.change("email_verification_token_hash", &patch.email_verification_token_hash)?;
    set.change("email_verification_expires_at", &patch.email_verification_expires_at)?;
    set.given("first_name", patch.first_name.as_ref())?;
    set.given("last_name", patch.last_name.as_ref())?;
    set.change("avatar_url", &patch.avatar_url)?;
    set.given("role", patch.role)?;
    set.given("is_active", patch.is_active)?;
    set.given("password_hash", patch.password_hash.as_ref())?;
    set.given("password_pepper_version", patch.password_pepper_version)?;
    set.given("password_changed_at", patch.password_changed_at)?;
    set.given("must_change_password", patch.must_change_password)?;
    set.given("failed_login_attempts", patch.failed_login_attempts)?;
    set.change("locked_until", &patch.locked_until)?;
    set.given("mfa_enabled", patch.mfa_enabled)?;
    set.change("mfa_secret_encrypted", &patch.mfa_secret_encrypted)?;
    set.change("mfa_backup_codes_encrypted", &patch.mfa_backup_codes_encrypted)?;
    set.change("mfa_last_used_at", &patch.mfa_last_used_at)?;
    set.change("last_login_at", &patch.last_login_at)?;
    set.change("last_login_address", &patch.last_login_address)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, UserError> {
    let done = sqlx::query("DELETE FROM public.users WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `email`; whether there was one.
pub async fn delete_by_email(
    db: impl PgExecutor<'_>,
    email: &str,
) -> Result<bool, UserError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.users WHERE (lower(email)) = (lower($1::character ",
        "varying))",
    ))
    .bind(email)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `email_verification_token_hash`; whether there was one.
pub async fn delete_by_email_verification_token_hash(
    db: impl PgExecutor<'_>,
    email_verification_token_hash: &Sha256Digest,
) -> Result<bool, UserError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.users WHERE email_verification_token_hash = $1::bytea AND ",
        "(email_verification_token_hash IS NOT NULL)",
    ))
    .bind(email_verification_token_hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
