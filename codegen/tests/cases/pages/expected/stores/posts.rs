use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::PostError;
use super::super::models::{NewPost, Post, PostPatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, author, score, published, title, place, tags"
    };
}

const TABLE: &str = "public.posts";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Post>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `author`, `lower(title)`.
pub fn get_by_author_and_title<'e>(
    db: impl PgExecutor<'e>,
    author: i32,
    title: &str,
) -> BoxFuture<'e, Result<Option<Post>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE author = $1::integer AND (lower(title)) = (lower($2::text))",
    ))
    .bind(author)
    .bind(title)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.posts WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `author`, `lower(title)`.
pub fn exists_by_author_and_title<'e>(
    db: impl PgExecutor<'e>,
    author: i32,
    title: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.posts WHERE author = $1::integer AND ",
        "(lower(title)) = (lower($2::text)))",
    ))
    .bind(author)
    .bind(title)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Post>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Post>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Post>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.posts` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.posts").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Post, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.posts",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPost,
) -> BoxFuture<'e, Result<Post, PostError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewPost],
) -> BoxFuture<'e, Result<Vec<Post>, PostError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "bigint", |row| &row.id);
    rows.column("author", "integer", |row| &row.author);
    rows.column("score", "integer", |row| &row.score);
    rows.column("published", "timestamp with time zone", |row| &row.published);
    rows.column("title", "text", |row| &row.title);
    rows.column("place", "point", |row| &row.place);
    rows.list("tags", "text", |row| Some(&row.tags));
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewPost],
) -> BoxFuture<'e, Result<u64, PostError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPost,
) -> BoxFuture<'e, Result<Post, PostError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `author`, `lower(title)`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_author_and_title<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPost,
) -> BoxFuture<'e, Result<Post, PostError>> {
    Assignments::of(new)
        .upsert(TABLE, "(author, (lower(title)))", &["author", "title", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewPost {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("author", self.author);
        to.set("score", self.score);
        to.set("published", self.published);
        to.set("title", &self.title);
        to.set("place", &self.place);
        to.column("tags", Form::List("text"), Some(&self.tags));
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &PostPatch,
) -> BoxFuture<'e, Result<Option<Post>, PostError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &PostPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("author", patch.author);
    set.change("score", &patch.score);
    set.change("published", &patch.published);
    set.given("title", patch.title.as_ref());
    set.change("place", &patch.place);
    set.given("tags", patch.tags.as_ref());
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, PostError>> {
    Query::new("DELETE FROM public.posts WHERE id = $1::bigint").bind(id).affects(db)
}

/// Deletes the row with this `author`, `lower(title)`; gives whether there was one.
pub fn delete_by_author_and_title<'e>(
    db: impl PgExecutor<'e>,
    author: i32,
    title: &str,
) -> BoxFuture<'e, Result<bool, PostError>> {
    Query::new(concat!(
        "DELETE FROM public.posts WHERE author = $1::integer AND (lower(title)) = ",
        "(lower($2::text))",
    ))
    .bind(author)
    .bind(title)
    .affects(db)
}
