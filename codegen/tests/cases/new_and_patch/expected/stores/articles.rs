use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::errors::ArticleError;
use super::super::models::{Article, ArticlePatch, NewArticle};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        "id, number, title, slug, lang, rating, subtitle, tags, created_at"
    };
}

const TABLE: &str = "public.articles";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<Article>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.articles WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Article>, sqlx::Error> {
    let rows: Vec<Article> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
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
) -> Result<Option<Article>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
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
) -> Result<Option<Article>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.articles` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.articles")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Article, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewArticle,
) -> Result<Article, ArticleError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewArticle],
) -> Result<Vec<Article>, ArticleError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default(
        "number",
        "integer",
        "nextval(pg_get_serial_sequence('public.articles', 'number'))",
        new.iter().map(|row| &row.number),
    )?;
    rows.column("title", "text", new.iter().map(|row| &row.title))?;
    rows.or_default(
        "lang",
        "character varying",
        "('en')",
        new.iter().map(|row| &row.lang),
    )?;
    rows.null_or_default("rating", "numeric", "(0)", new.iter().map(|row| &row.rating))?;
    rows.column("subtitle", "text", new.iter().map(|row| &row.subtitle))?;
    rows.list_or_default("tags", "text", "('{}')", new.iter().map(|row| &row.tags))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewArticle],
) -> Result<u64, ArticleError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewArticle>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.number.is_default(),
            !row.lang.is_default(),
            !row.rating.is_default(),
            !row.tags.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["title", "subtitle"];
        if given[0] {
            columns.push("number");
        }
        if given[1] {
            columns.push("lang");
        }
        if given[2] {
            columns.push("rating");
        }
        if given[3] {
            columns.push("tags");
        }
        if given[4] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.title)?;
            copy.value(&row.subtitle)?;
            if let Some(value) = row.number.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lang.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.rating.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.tags.value() {
                copy.array(value, element_1)?;
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

fn assignments(new: &NewArticle) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("number", &new.number)?;
    set.set("title", &new.title)?;
    set.or_default("lang", &new.lang)?;
    set.or_default("rating", &new.rating)?;
    set.set("subtitle", &new.subtitle)?;
    set.or_default("tags", &new.tags)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &ArticlePatch,
) -> Result<Option<Article>, ArticleError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ArticlePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("number", patch.number)?;
    set.given("title", patch.title.as_ref())?;
    set.given("lang", patch.lang.as_ref())?;
    set.change("rating", &patch.rating)?;
    set.change("subtitle", &patch.subtitle)?;
    set.given("tags", patch.tags.as_ref())?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, ArticleError> {
    let done = sqlx::query("DELETE FROM public.articles WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
