// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::errors::PasswordResetTokenError;
use super::super::models::{
    NewPasswordResetToken, PasswordResetToken, PasswordResetTokenPatch,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!("id, user_id, token_hash, client_address, user_agent, created_at, expires_at, ",
        "used_at",)
    };
}

const TABLE: &str = "public.password_reset_tokens";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<PasswordResetToken>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `token_hash`.
pub async fn get_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<Option<PasswordResetToken>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE token_hash = $1::bytea",
    ))
    .bind(token_hash)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.password_reset_tokens WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `token_hash`.
pub async fn exists_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.password_reset_tokens WHERE token_hash = ",
        "$1::bytea)",
    ))
    .bind(token_hash)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, PasswordResetToken>, sqlx::Error> {
    let rows: Vec<PasswordResetToken> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
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
) -> Result<Option<PasswordResetToken>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
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
) -> Result<Option<PasswordResetToken>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `user_id`, by primary key.
pub async fn list_by_user_id(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
) -> Result<Vec<PasswordResetToken>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `user_id`, by value, in one statement.
pub async fn list_by_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<PasswordResetToken>>, sqlx::Error> {
    let rows: Vec<PasswordResetToken> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<PasswordResetToken>> = HashMap::new();
    for row in rows {
        found.entry(row.user_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.password_reset_tokens` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.password_reset_tokens")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<PasswordResetToken, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.password_reset_tokens",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewPasswordResetToken,
) -> Result<PasswordResetToken, PasswordResetTokenError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPasswordResetToken],
) -> Result<Vec<PasswordResetToken>, PasswordResetTokenError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("token_hash", "bytea", new.iter().map(|row| &row.token_hash))?;
    rows.column("client_address", "inet", new.iter().map(|row| &row.client_address))?;
    rows.column(
        "user_agent",
        "character varying",
        new.iter().map(|row| &row.user_agent),
    )?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.column(
        "expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.expires_at),
    )?;
    rows.column(
        "used_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.used_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewPasswordResetToken],
) -> Result<u64, PasswordResetTokenError> {
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewPasswordResetToken>> = BTreeMap::new();
    for row in new {
        let given = [!row.id.is_default(), !row.created_at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "user_id", "token_hash", "client_address", "user_agent", "expires_at",
            "used_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.user_id)?;
            copy.value(&row.token_hash)?;
            copy.value(row.client_address)?;
            copy.value(&row.user_agent)?;
            copy.value(row.expires_at)?;
            copy.value(row.used_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewPasswordResetToken,
) -> Result<PasswordResetToken, PasswordResetTokenError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `token_hash` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_token_hash(
    db: impl PgExecutor<'_>,
    new: &NewPasswordResetToken,
) -> Result<PasswordResetToken, PasswordResetTokenError> {
    let row = assignments(new)?
        .upsert(TABLE, "(token_hash)", &["token_hash", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPasswordResetToken) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("user_id", new.user_id)?;
    set.set("token_hash", &new.token_hash)?;
    set.set("client_address", new.client_address)?;
    set.set("user_agent", &new.user_agent)?;
    set.or_default("created_at", &new.created_at)?;
    set.set("expires_at", new.expires_at)?;
    set.set("used_at", new.used_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &PasswordResetTokenPatch,
) -> Result<Option<PasswordResetToken>, PasswordResetTokenError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PasswordResetTokenPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id)?;
    set.given("token_hash", patch.token_hash.as_ref())?;
    set.change("client_address", &patch.client_address)?;
    set.change("user_agent", &patch.user_agent)?;
    set.given("created_at", patch.created_at)?;
    set.given("expires_at", patch.expires_at)?;
    set.change("used_at", &patch.used_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, PasswordResetTokenError> {
    let done = sqlx::query(
        "DELETE FROM public.password_reset_tokens WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `token_hash`; whether there was one.
pub async fn delete_by_token_hash(
    db: impl PgExecutor<'_>,
    token_hash: &Sha256Digest,
) -> Result<bool, PasswordResetTokenError> {
    let done = sqlx::query(
        "DELETE FROM public.password_reset_tokens WHERE token_hash = $1::bytea",
    )
    .bind(token_hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
