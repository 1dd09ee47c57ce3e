use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::ArticleError;
use super::super::models::{Article, ArticlePatch, NewArticle};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "id, number, title, slug, lang, rating, subtitle, tags, created_at"
    };
}

const TABLE: &str = "public.articles";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Article>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.articles WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Article>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<Article>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
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
) -> BoxFuture<'e, Result<Option<Article>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.articles` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.articles").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Article, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.articles",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewArticle,
) -> BoxFuture<'e, Result<Article, ArticleError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewArticle],
) -> BoxFuture<'e, Result<Vec<Article>, ArticleError>> {
    let mut rows = Rows::new(new);
    rows.or_default(
        "number",
        "integer",
        "nextval(pg_get_serial_sequence('public.articles', 'number'))",
        |row| &row.number,
    );
    rows.column("title", "text", |row| &row.title);
    rows.or_default("lang", "character varying", "('en')", |row| &row.lang);
    rows.null_or_default("rating", "numeric", "(0)", |row| &row.rating);
    rows.column("subtitle", "text", |row| &row.subtitle);
    rows.list_or_default("tags", "text", "('{}')", |row| &row.tags);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewArticle],
) -> BoxFuture<'e, Result<u64, ArticleError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewArticle {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("number", &self.number);
        to.set("title", &self.title);
        to.or_default("lang", &self.lang);
        to.or_default("rating", &self.rating);
        to.set("subtitle", &self.subtitle);
        to.column("tags", Form::List("text"), self.tags.value());
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &ArticlePatch,
) -> BoxFuture<'e, Result<Option<Article>, ArticleError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ArticlePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("number", patch.number);
    set.given("title", patch.title.as_ref());
    set.given("lang", patch.lang.as_ref());
    set.change("rating", &patch.rating);
    set.change("subtitle", &patch.subtitle);
    set.given("tags", patch.tags.as_ref());
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, ArticleError>> {
    Query::new("DELETE FROM public.articles WHERE id = $1::bigint").bind(id).affects(db)
}
