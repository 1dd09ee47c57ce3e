use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::PostError;
use super::super::models::{NewPost, Post, PostPatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        "id, author, score, published, title, place, tags"
    };
}

const TABLE: &str = "public.posts";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(db: impl PgExecutor<'_>, id: i64) -> Result<Option<Post>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `author`, `title`.
pub async fn get_by_author_and_title(
    db: impl PgExecutor<'_>,
    author: i32,
    title: &str,
) -> Result<Option<Post>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE author = $1::integer AND (lower(title)) = (lower($2::text))",
    ))
    .bind(author)
    .bind(title)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.posts WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `author`, `title`.
pub async fn exists_by_author_and_title(
    db: impl PgExecutor<'_>,
    author: i32,
    title: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.posts WHERE author = $1::integer AND ",
        "(lower(title)) = (lower($2::text)))",
    ))
    .bind(author)
    .bind(title)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Post>, sqlx::Error> {
    let rows: Vec<Post> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
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
) -> Result<Option<Post>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
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
) -> Result<Option<Post>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.posts` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.posts")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Post, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewPost) -> Result<Post, PostError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPost],
) -> Result<Vec<Post>, PostError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "bigint", new.iter().map(|row| &row.id))?;
    rows.column("author", "integer", new.iter().map(|row| &row.author))?;
    rows.column("score", "integer", new.iter().map(|row| &row.score))?;
    rows.column(
        "published",
        "timestamp with time zone",
        new.iter().map(|row| &row.published),
    )?;
    rows.column("title", "text", new.iter().map(|row| &row.title))?;
    rows.column("place", "point", new.iter().map(|row| &row.place))?;
    rows.list("tags", "text", new.iter().map(|row| Some(&row.tags)))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(db: &mut PgConnection, new: &[NewPost]) -> Result<u64, PostError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut copy = Copy::begin(
            db,
            TABLE,
            &["id", "author", "score", "published", "title", "place", "tags"],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.id)?;
        copy.value(row.author)?;
        copy.value(row.score)?;
        copy.value(row.published)?;
        copy.value(&row.title)?;
        copy.value(&row.place)?;
        copy.array(&row.tags, element_1)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewPost) -> Result<Post, PostError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `author`, `title` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_author_and_title(
    db: impl PgExecutor<'_>,
    new: &NewPost,
) -> Result<Post, PostError> {
    let row = assignments(new)?
        .upsert(TABLE, "(author, (lower(title)))", &["author", "title", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPost) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("author", new.author)?;
    set.set("score", new.score)?;
    set.set("published", new.published)?;
    set.set("title", &new.title)?;
    set.set("place", &new.place)?;
    set.set("tags", &new.tags)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &PostPatch,
) -> Result<Option<Post>, PostError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PostPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("author", patch.author)?;
    set.change("score", &patch.score)?;
    set.change("published", &patch.published)?;
    set.given("title", patch.title.as_ref())?;
    set.change("place", &patch.place)?;
    set.given("tags", patch.tags.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i64) -> Result<bool, PostError> {
    let done = sqlx::query("DELETE FROM public.posts WHERE id = $1::bigint")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `author`, `title`; whether there was one.
pub async fn delete_by_author_and_title(
    db: impl PgExecutor<'_>,
    author: i32,
    title: &str,
) -> Result<bool, PostError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.posts WHERE author = $1::integer AND (lower(title)) = ",
        "(lower($2::text))",
    ))
    .bind(author)
    .bind(title)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
