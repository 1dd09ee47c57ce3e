// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.lists`.
//!
//! Left out:
//!
//! - what looks rows up by `lists_networks_key`: `networks` is an array or a composite value.
//! - `copy_in`: the binary form of `homes` holds numbers that only the server knows.

use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::errors::ListError;
use super::super::models::{List, ListPatch, NewList};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        concat!("id, chars, reals, bytes, moods, homes, points, lines, ranges, documents, names, ",
        "maps, paths, cubes, tags, networks",)
    };
}

const TABLE: &str = "public.lists";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(db: impl PgExecutor<'_>, id: i64) -> Result<Option<List>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.lists WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, List>, sqlx::Error> {
    let rows: Vec<List> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
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
) -> Result<Option<List>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
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
) -> Result<Option<List>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.lists` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.lists")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<List, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewList) -> Result<List, ListError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewList],
) -> Result<Vec<List>, ListError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.list("chars", r#""char""#, new.iter().map(|row| row.chars.as_ref()))?;
    rows.list("reals", "real", new.iter().map(|row| Some(&row.reals)))?;
    rows.list_or_default("bytes", "bytea", "('{}')", new.iter().map(|row| &row.bytes))?;
    rows.list_or_default(
        "moods",
        "public.mood",
        "(ARRAY['ok']::public.mood[])",
        new.iter().map(|row| &row.moods),
    )?;
    rows.list("homes", "public.address", new.iter().map(|row| Some(&row.homes)))?;
    rows.null_list_or_default(
        "points",
        "point",
        "('{}')",
        new.iter().map(|row| &row.points),
    )?;
    rows.list("lines", "line", new.iter().map(|row| row.lines.as_ref()))?;
    rows.list("ranges", "int4range", new.iter().map(|row| row.ranges.as_ref()))?;
    rows.list("documents", "jsonb", new.iter().map(|row| row.documents.as_ref()))?;
    rows.list("names", "public.citext", new.iter().map(|row| row.names.as_ref()))?;
    rows.list("maps", "public.hstore", new.iter().map(|row| row.maps.as_ref()))?;
    rows.list("paths", "public.ltree", new.iter().map(|row| row.paths.as_ref()))?;
    rows.list("cubes", "public.cube", new.iter().map(|row| row.cubes.as_ref()))?;
    rows.list("tags", "text", new.iter().map(|row| row.tags.as_ref()))?;
    rows.list("networks", "inet", new.iter().map(|row| row.networks.as_ref()))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

fn assignments(new: &NewList) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("chars", &new.chars)?;
    set.set("reals", &new.reals)?;
    set.or_default("bytes", &new.bytes)?;
    set.or_default("moods", &new.moods)?;
    set.set("homes", &new.homes)?;
    set.or_default("points", &new.points)?;
    set.set("lines", &new.lines)?;
    set.set("ranges", &new.ranges)?;
    set.set("documents", &new.documents)?;
    set.set("names", &new.names)?;
    set.set("maps", &new.maps)?;
    set.set("paths", &new.paths)?;
    set.set("cubes", &new.cubes)?;
    set.set("tags", &new.tags)?;
    set.set("networks", &new.networks)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &ListPatch,
) -> Result<Option<List>, ListError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ListPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("chars", &patch.chars)?;
    set.given("reals", patch.reals.as_ref())?;
    set.given("bytes", patch.bytes.as_ref())?;
    set.given("moods", patch.moods.as_ref())?;
    set.given("homes", patch.homes.as_ref())?;
    set.change("points", &patch.points)?;
    set.change("lines", &patch.lines)?;
    set.change("ranges", &patch.ranges)?;
    set.change("documents", &patch.documents)?;
    set.change("names", &patch.names)?;
    set.change("maps", &patch.maps)?;
    set.change("paths", &patch.paths)?;
    set.change("cubes", &patch.cubes)?;
    set.change("tags", &patch.tags)?;
    set.change("networks", &patch.networks)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, ListError> {
    let done = sqlx::query("DELETE FROM public.lists WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
