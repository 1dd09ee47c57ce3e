use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::domains::Tag;
use super::super::errors::WordError;
use super::super::models::{NewWord, Word};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "code, tag, word"
    };
}

const TABLE: &str = "public.words";
const COLUMNS: &str = columns!();

/// The row with this `code`, `tag`, `word`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    code: &str,
    tag: &Tag,
    word: &str,
) -> BoxFuture<'e, Result<Option<Word>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.words",
        " WHERE code = $1::bpchar AND tag = $2::text AND word = $3::text",
    ))
    .bind(code)
    .bind(tag)
    .bind(word)
    .fetch_optional(db)
}

/// Whether there is a row with this `code`, `tag`, `word`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    code: &str,
    tag: &Tag,
    word: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.words WHERE code = $1::bpchar AND tag = ",
        "$2::text AND word = $3::text)",
    ))
    .bind(code)
    .bind(tag)
    .bind(word)
    .fetch_value(db)
}

/// The rows with these values of `code`, `tag`, `word`, in one statement; what has no row is not in the map.
///
/// The keys of the map are written as the rows have them. For `code`, `tag` the server takes more for equal than Rust does, so a key of the map may differ from the one that was asked for.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, Tag, String)],
) -> BoxFuture<'e, Result<HashMap<(String, Tag, String), Word>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.words",
        " WHERE (code, tag, word) IN (SELECT * FROM UNNEST($1::bpchar[], $2::text[], ",
        "$3::text[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .fetch_map(db, |row| Some((row.code.clone(), row.tag.clone(), row.word.clone())))
}

/// The row with this `code`, `tag`, `word`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    code: &str,
    tag: &Tag,
    word: &str,
) -> BoxFuture<'e, Result<Option<Word>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.words",
        " WHERE code = $1::bpchar AND tag = $2::text AND word = $3::text",
        " FOR UPDATE",
    ))
    .bind(code)
    .bind(tag)
    .bind(word)
    .fetch_optional(db)
}

/// The row with this `code`, `tag`, `word`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    code: &str,
    tag: &Tag,
    word: &str,
) -> BoxFuture<'e, Result<Option<Word>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.words",
        " WHERE code = $1::bpchar AND tag = $2::text AND word = $3::text",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(code)
    .bind(tag)
    .bind(word)
    .fetch_optional(db)
}

/// How many rows `public.words` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.words").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Word, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.words",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewWord,
) -> BoxFuture<'e, Result<Word, WordError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewWord],
) -> BoxFuture<'e, Result<Vec<Word>, WordError>> {
    let mut rows = Rows::new(new);
    rows.column("code", "bpchar", |row| &row.code);
    rows.column("tag", "text", |row| &row.tag);
    rows.column("word", "text", |row| &row.word);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewWord],
) -> BoxFuture<'e, Result<u64, WordError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `code`, `tag`, `word`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewWord,
) -> BoxFuture<'e, Result<Word, WordError>> {
    Assignments::of(new)
        .upsert(TABLE, "(code, tag, word)", &["code", "tag", "word"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewWord {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("code", &self.code);
        to.set("tag", &self.tag);
        to.set("word", &self.word);
    }
}

/// Deletes the row with this `code`, `tag`, `word`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    code: &str,
    tag: &Tag,
    word: &str,
) -> BoxFuture<'e, Result<bool, WordError>> {
    Query::new(concat!(
        "DELETE FROM public.words WHERE code = $1::bpchar AND tag = $2::text AND word ",
        "= $3::text",
    ))
    .bind(code)
    .bind(tag)
    .bind(word)
    .affects(db)
}
