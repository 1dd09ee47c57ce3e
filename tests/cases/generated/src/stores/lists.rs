// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.lists`.
//!
//! Left out:
//!
//! - what looks rows up by `lists_networks_key`: `networks` is an array or a composite value.
//! - `copy_in`: the binary form of `homes` holds numbers that only the server knows.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::errors::ListError;
use super::super::models::{List, ListPatch, NewList};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, chars, reals, bytes, moods, homes, points, lines, ranges, documents, names, ",
            "maps, paths, cubes, tags, networks",
        )
    };
}

const TABLE: &str = "public.lists";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<List>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
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
        "SELECT EXISTS (SELECT FROM public.lists WHERE id = $1::bigint)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, List>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<List>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
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
) -> BoxFuture<'e, Result<Option<List>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// How many rows `public.lists` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.lists").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<List, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.lists",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewList,
) -> BoxFuture<'e, Result<List, ListError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewList],
) -> BoxFuture<'e, Result<Vec<List>, ListError>> {
    let mut rows = Rows::new(new);
    rows.list("chars", r#""char""#, |row| row.chars.as_ref());
    rows.list("reals", "real", |row| Some(&row.reals));
    rows.list_or_default("bytes", "bytea", "('{}')", |row| &row.bytes);
    rows.list_or_default(
        "moods",
        "public.mood",
        "(ARRAY['ok']::public.mood[])",
        |row| &row.moods,
    );
    rows.list("homes", "public.address", |row| Some(&row.homes));
    rows.null_list_or_default("points", "point", "('{}')", |row| &row.points);
    rows.list("lines", "line", |row| row.lines.as_ref());
    rows.list("ranges", "int4range", |row| row.ranges.as_ref());
    rows.list("documents", "jsonb", |row| row.documents.as_ref());
    rows.list("names", "public.citext", |row| row.names.as_ref());
    rows.list("maps", "public.hstore", |row| row.maps.as_ref());
    rows.list("paths", "public.ltree", |row| row.paths.as_ref());
    rows.list("cubes", "public.cube", |row| row.cubes.as_ref());
    rows.list("tags", "text", |row| row.tags.as_ref());
    rows.list("networks", "inet", |row| row.networks.as_ref());
    rows.insert(TABLE, COLUMNS, db)
}

impl NewRow for NewList {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.column("chars", Form::List(r#""char""#), Some(&self.chars));
        to.column("reals", Form::List("real"), Some(&self.reals));
        to.column("bytes", Form::List("bytea"), self.bytes.value());
        to.column("moods", Form::List("public.mood"), self.moods.value());
        to.column("homes", Form::List("public.address"), Some(&self.homes));
        to.column("points", Form::List("point"), self.points.value());
        to.column("lines", Form::List("line"), Some(&self.lines));
        to.column("ranges", Form::List("int4range"), Some(&self.ranges));
        to.column("documents", Form::List("jsonb"), Some(&self.documents));
        to.column("names", Form::List("public.citext"), Some(&self.names));
        to.column("maps", Form::List("public.hstore"), Some(&self.maps));
        to.column("paths", Form::List("public.ltree"), Some(&self.paths));
        to.column("cubes", Form::List("public.cube"), Some(&self.cubes));
        to.column("tags", Form::List("text"), Some(&self.tags));
        to.column("networks", Form::List("inet"), Some(&self.networks));
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &ListPatch,
) -> BoxFuture<'e, Result<Option<List>, ListError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ListPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("chars", &patch.chars);
    set.given("reals", patch.reals.as_ref());
    set.given("bytes", patch.bytes.as_ref());
    set.given("moods", patch.moods.as_ref());
    set.given("homes", patch.homes.as_ref());
    set.change("points", &patch.points);
    set.change("lines", &patch.lines);
    set.change("ranges", &patch.ranges);
    set.change("documents", &patch.documents);
    set.change("names", &patch.names);
    set.change("maps", &patch.maps);
    set.change("paths", &patch.paths);
    set.change("cubes", &patch.cubes);
    set.change("tags", &patch.tags);
    set.change("networks", &patch.networks);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, ListError>> {
    Query::new("DELETE FROM public.lists WHERE id = $1::bigint").bind(id).affects(db)
}
