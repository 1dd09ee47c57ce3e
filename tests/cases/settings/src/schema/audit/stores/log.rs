// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::super::audit::errors::EntryError;
use super::super::super::audit::models::{Entry, EntryPatch, NewEntry};
use super::super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        r#"id, user_id, said, at, "for""#
    };
}

const TABLE: &str = "audit.log";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM audit.log WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Entry>, sqlx::Error> {
    let rows: Vec<Entry> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
        " WHERE id = $1::bigint",
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
) -> Result<Vec<Entry>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
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
) -> Result<HashMap<Uuid, Vec<Entry>>, sqlx::Error> {
    let rows: Vec<Entry> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Entry>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.user_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `audit.log` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM audit.log")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Entry, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM audit.log",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewEntry,
) -> Result<Entry, EntryError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewEntry],
) -> Result<Vec<Entry>, EntryError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "bigint", new.iter().map(|row| &row.id))?;
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("said", "text", new.iter().map(|row| &row.said))?;
    rows.or_default(
        "at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.at),
    )?;
    rows.column(r#""for""#, "text", new.iter().map(|row| &row.reason))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewEntry],
) -> Result<u64, EntryError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewEntry>> = BTreeMap::new();
    for row in new {
        let given = [!row.at.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["id", "user_id", "said", r#""for""#];
        if given[0] {
            columns.push("at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.id)?;
            copy.value(row.user_id)?;
            copy.value(&row.said)?;
            copy.value(&row.reason)?;
            if let Some(value) = row.at.value() {
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
    new: &NewEntry,
) -> Result<Entry, EntryError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewEntry) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("user_id", new.user_id)?;
    set.set("said", &new.said)?;
    set.or_default("at", &new.at)?;
    set.set(r#""for""#, &new.reason)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &EntryPatch,
) -> Result<Option<Entry>, EntryError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &EntryPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id)?;
    set.given("said", patch.said.as_ref())?;
    set.given("at", patch.at)?;
    set.change(r#""for""#, &patch.reason)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, EntryError> {
    let done = sqlx::query("DELETE FROM audit.log WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
