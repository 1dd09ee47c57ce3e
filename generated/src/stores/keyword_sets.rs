// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::KeywordSetError;
use super::super::models::{KeywordSet, KeywordSetPatch, NewKeywordSet};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, name, description, is_enabled, created_by, created_at, updated_at"
    };
}

const TABLE: &str = "public.keyword_sets";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<KeywordSet>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `name`.
pub async fn get_by_name(
    db: impl PgExecutor<'_>,
    name: &str,
) -> Result<Option<KeywordSet>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
        " WHERE name = $1::character varying",
    ))
    .bind(name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.keyword_sets WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `name`.
pub async fn exists_by_name(
    db: impl PgExecutor<'_>,
    name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.keyword_sets WHERE name = $1::character ",
        "varying)",
    ))
    .bind(name)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, KeywordSet>, sqlx::Error> {
    let rows: Vec<KeywordSet> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
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
) -> Result<Option<KeywordSet>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
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
) -> Result<Option<KeywordSet>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `created_by`, by primary key.
pub async fn list_by_created_by(
    db: impl PgExecutor<'_>,
    created_by: Uuid,
) -> Result<Vec<KeywordSet>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
        " WHERE created_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(created_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `created_by`, by value, in one statement.
pub async fn list_by_created_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<KeywordSet>>, sqlx::Error> {
    let rows: Vec<KeywordSet> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
        " WHERE created_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<KeywordSet>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.created_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.keyword_sets` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.keyword_sets")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<KeywordSet, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_sets",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewKeywordSet,
) -> Result<KeywordSet, KeywordSetError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewKeywordSet],
) -> Result<Vec<KeywordSet>, KeywordSetError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("name", "character varying", new.iter().map(|row| &row.name))?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.or_default(
        "is_enabled",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_enabled),
    )?;
    rows.column("created_by", "uuid", new.iter().map(|row| &row.created_by))?;
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
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewKeywordSet],
) -> Result<u64, KeywordSetError> {
    let mut kinds: BTreeMap<[bool; 4], Vec<&NewKeywordSet>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.is_enabled.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["name", "description", "created_by"];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("is_enabled");
        }
        if given[2] {
            columns.push("created_at");
        }
        if given[3] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.name)?;
            copy.value(&row.description)?;
            copy.value(row.created_by)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_enabled.value() {
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
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewKeywordSet,
) -> Result<KeywordSet, KeywordSetError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `name` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_name(
    db: impl PgExecutor<'_>,
    new: &NewKeywordSet,
) -> Result<KeywordSet, KeywordSetError> {
    let row = assignments(new)?
        .upsert(TABLE, "(name)", &["name", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewKeywordSet) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("name", &new.name)?;
    set.set("description", &new.description)?;
    set.or_default("is_enabled", &new.is_enabled)?;
    set.set("created_by", new.created_by)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &KeywordSetPatch,
) -> Result<Option<KeywordSet>, KeywordSetError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &KeywordSetPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref())?;
    set.change("description", &patch.description)?;
    set.given("is_enabled", patch.is_enabled)?;
    set.change("created_by", &patch.created_by)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, KeywordSetError> {
    let done = sqlx::query("DELETE FROM public.keyword_sets WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `name`; whether there was one.
pub async fn delete_by_name(
    db: impl PgExecutor<'_>,
    name: &str,
) -> Result<bool, KeywordSetError> {
    let done = sqlx::query(
        "DELETE FROM public.keyword_sets WHERE name = $1::character varying",
    )
    .bind(name)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
