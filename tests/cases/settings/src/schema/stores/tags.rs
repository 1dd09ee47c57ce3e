// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::TagError;
use super::super::models::{NewTag, Tag, TagPatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        "id, known, known_or_null, with_default, labels"
    };
}

const TABLE: &str = "public.tags";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(db: impl PgExecutor<'_>, id: i32) -> Result<Option<Tag>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.tags",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.tags WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Tag>, sqlx::Error> {
    let rows: Vec<Tag> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.tags",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Tag>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.tags",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Tag>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.tags",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.tags` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.tags")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Tag, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.tags",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewTag) -> Result<Tag, TagError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewTag],
) -> Result<Vec<Tag>, TagError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "integer", new.iter().map(|row| &row.id))?;
    rows.list("known", "text", new.iter().map(|row| Some(&row.known)))?;
    rows.list(
        "known_or_null",
        "text",
        new.iter().map(|row| row.known_or_null.as_ref()),
    )?;
    rows.list_or_default(
        "with_default",
        "text",
        "('{}')",
        new.iter().map(|row| &row.with_default),
    )?;
    rows.list("labels", "text", new.iter().map(|row| row.labels.as_ref()))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(db: &mut PgConnection, new: &[NewTag]) -> Result<u64, TagError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let element_2 = element_type(&mut *db, "text").await?;
    let element_3 = element_type(&mut *db, "text").await?;
    let element_4 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewTag>> = BTreeMap::new();
    for row in new {
        let given = [!row.with_default.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["id", "known", "known_or_null", "labels"];
        if given[0] {
            columns.push("with_default");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.id)?;
            copy.array(&row.known, element_1)?;
            copy.array(&row.known_or_null, element_2)?;
            copy.array(&row.labels, element_4)?;
            if let Some(value) = row.with_default.value() {
                copy.array(value, element_3)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewTag) -> Result<Tag, TagError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewTag) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("known", &new.known)?;
    set.set("known_or_null", &new.known_or_null)?;
    set.or_default("with_default", &new.with_default)?;
    set.set("labels", &new.labels)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &TagPatch,
) -> Result<Option<Tag>, TagError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &TagPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("known", patch.known.as_ref())?;
    set.change("known_or_null", &patch.known_or_null)?;
    set.given("with_default", patch.with_default.as_ref())?;
    set.change("labels", &patch.labels)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, TagError> {
    let done = sqlx::query("DELETE FROM public.tags WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
