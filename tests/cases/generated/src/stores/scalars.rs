// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.scalars`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `home` holds numbers that only the server knows.

use chrono::{FixedOffset, NaiveTime};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use ipnetwork::IpNetwork;
use sqlx::PgExecutor;
use sqlx::postgres::types::{Oid, PgInterval, PgLTree, PgMoney, PgRange, PgTimeTz};
use std::collections::HashMap;

use super::super::domains::Digest;
use super::super::errors::ScalarError;
use super::super::models::{NewScalar, Scalar, ScalarPatch};
use super::super::support::{Assignments, Columns, Declared, Form, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, a_char, a_real, a_money, an_interval, a_timetz, a_json, a_jsonb, a_cidr, ",
            "an_inet, a_point, a_line, a_lseg, a_box, a_path, a_polygon, a_circle, ",
            "int_range, num_range, time_range, prices, a_citext, an_hstore, an_ltree, ",
            "an_lquery, a_cube, home, other, level, origin, number, hash",
        )
    };
}

const TABLE: &str = "public.scalars";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `a_real`.
pub fn get_by_a_real<'e>(
    db: impl PgExecutor<'e>,
    a_real: f32,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_real = $1::real",
    ))
    .bind(a_real)
    .fetch_optional(db)
}

/// The row with this `a_money`.
pub fn get_by_a_money<'e>(
    db: impl PgExecutor<'e>,
    a_money: PgMoney,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_money = $1::money",
    ))
    .bind(a_money)
    .fetch_optional(db)
}

/// The row with this `an_interval`.
pub fn get_by_an_interval<'e>(
    db: impl PgExecutor<'e>,
    an_interval: PgInterval,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_interval = $1::interval",
    ))
    .bind(an_interval)
    .fetch_optional(db)
}

/// The row with this `a_timetz`.
pub fn get_by_a_timetz<'e>(
    db: impl PgExecutor<'e>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_timetz = $1::time with time zone",
    ))
    .bind(a_timetz)
    .fetch_optional(db)
}

/// The row with this `int_range`.
pub fn get_by_int_range<'e>(
    db: impl PgExecutor<'e>,
    int_range: PgRange<i32>,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE int_range = $1::int4range",
    ))
    .bind(int_range)
    .fetch_optional(db)
}

/// The row with this `a_citext`.
pub fn get_by_a_citext<'e>(
    db: impl PgExecutor<'e>,
    a_citext: &str,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_citext = $1::public.citext",
    ))
    .bind(a_citext)
    .fetch_optional(db)
}

/// The row with this `an_ltree`.
pub fn get_by_an_ltree<'e>(
    db: impl PgExecutor<'e>,
    an_ltree: &PgLTree,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_ltree = $1::public.ltree",
    ))
    .bind(an_ltree)
    .fetch_optional(db)
}

/// The row with this `hash`.
pub fn get_by_hash<'e>(
    db: impl PgExecutor<'e>,
    hash: &Digest,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE hash = $1::bytea",
    ))
    .bind(hash)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE id = $1::oid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `a_real`.
pub fn exists_by_a_real<'e>(
    db: impl PgExecutor<'e>,
    a_real: f32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_real = $1::real)",
    )
    .bind(a_real)
    .fetch_value(db)
}

/// Whether there is a row with this `a_money`.
pub fn exists_by_a_money<'e>(
    db: impl PgExecutor<'e>,
    a_money: PgMoney,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_money = $1::money)",
    )
    .bind(a_money)
    .fetch_value(db)
}

/// Whether there is a row with this `an_interval`.
pub fn exists_by_an_interval<'e>(
    db: impl PgExecutor<'e>,
    an_interval: PgInterval,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE an_interval = $1::interval)",
    )
    .bind(an_interval)
    .fetch_value(db)
}

/// Whether there is a row with this `a_timetz`.
pub fn exists_by_a_timetz<'e>(
    db: impl PgExecutor<'e>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_timetz = $1::time with ",
        "time zone)",
    ))
    .bind(a_timetz)
    .fetch_value(db)
}

/// Whether there is a row with this `int_range`.
pub fn exists_by_int_range<'e>(
    db: impl PgExecutor<'e>,
    int_range: PgRange<i32>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE int_range = $1::int4range)",
    )
    .bind(int_range)
    .fetch_value(db)
}

/// Whether there is a row with this `a_citext`.
pub fn exists_by_a_citext<'e>(
    db: impl PgExecutor<'e>,
    a_citext: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_citext = $1::public.citext)",
    )
    .bind(a_citext)
    .fetch_value(db)
}

/// Whether there is a row with this `an_ltree`.
pub fn exists_by_an_ltree<'e>(
    db: impl PgExecutor<'e>,
    an_ltree: &PgLTree,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE an_ltree = $1::public.ltree)",
    )
    .bind(an_ltree)
    .fetch_value(db)
}

/// Whether there is a row with this `hash`.
pub fn exists_by_hash<'e>(
    db: impl PgExecutor<'e>,
    hash: &Digest,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE hash = $1::bytea)",
    )
    .bind(hash)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Oid],
) -> BoxFuture<'e, Result<HashMap<Oid, Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = ANY($1::oid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
) -> BoxFuture<'e, Result<Option<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `an_inet`, by primary key.
pub fn list_by_an_inet<'e>(
    db: impl PgExecutor<'e>,
    an_inet: IpNetwork,
) -> BoxFuture<'e, Result<Vec<Scalar>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_inet = $1::inet",
        " ORDER BY id",
    ))
    .bind(an_inet)
    .fetch_all(db)
}

/// The rows with each of these values of `an_inet`, in one statement; a value that no row has is not in the map.
pub fn list_by_an_inets<'e>(
    db: impl PgExecutor<'e>,
    keys: &[IpNetwork],
) -> BoxFuture<'e, Result<HashMap<IpNetwork, Vec<Scalar>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_inet = ANY($1::inet[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.an_inet)
}

/// How many rows `public.scalars` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.scalars").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Scalar, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewScalar],
) -> BoxFuture<'e, Result<Vec<Scalar>, ScalarError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "oid", |row| &row.id);
    rows.or_default("a_char", r#""char""#, "('x')", |row| &row.a_char);
    rows.column("a_real", "real", |row| &row.a_real);
    rows.column("a_money", "money", |row| &row.a_money);
    rows.column("an_interval", "interval", |row| &row.an_interval);
    rows.column("a_timetz", "time with time zone", |row| &row.a_timetz);
    rows.null_or_default("a_json", "json", "('{}')", |row| &row.a_json);
    rows.column("a_jsonb", "jsonb", |row| &row.a_jsonb);
    rows.column("a_cidr", "cidr", |row| &row.a_cidr);
    rows.column("an_inet", "inet", |row| &row.an_inet);
    rows.column("a_point", "point", |row| &row.a_point);
    rows.column("a_line", "line", |row| &row.a_line);
    rows.column("a_lseg", "lseg", |row| &row.a_lseg);
    rows.column("a_box", "box", |row| &row.a_box);
    rows.column("a_path", "path", |row| &row.a_path);
    rows.column("a_polygon", "polygon", |row| &row.a_polygon);
    rows.column("a_circle", "circle", |row| &row.a_circle);
    rows.column("int_range", "int4range", |row| &row.int_range);
    rows.column("num_range", "numrange", |row| &row.num_range);
    rows.or_default(
        "time_range",
        "tstzrange",
        "(tstzrange(now(), NULL))",
        |row| &row.time_range,
    );
    rows.declared("prices", "public.price_range", |row| &row.prices);
    rows.column("a_citext", "public.citext", |row| &row.a_citext);
    rows.column("an_hstore", "public.hstore", |row| &row.an_hstore);
    rows.column("an_ltree", "public.ltree", |row| &row.an_ltree);
    rows.column("an_lquery", "public.lquery", |row| &row.an_lquery);
    rows.column("a_cube", "public.cube", |row| &row.a_cube);
    rows.column("home", "public.address", |row| &row.home);
    rows.column("other", "public.address", |row| &row.other);
    rows.or_default("level", "numeric", "(1)", |row| &row.level);
    rows.column("origin", "text", |row| &row.origin);
    rows.null_or_default("number", "integer", "(1)", |row| &row.number);
    rows.column("hash", "bytea", |row| &row.hash);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `a_real`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_a_real<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(a_real)", &["a_real", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `a_money`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_a_money<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(a_money)", &["a_money", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `an_interval`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_an_interval<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(an_interval)", &["an_interval", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `a_timetz`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_a_timetz<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(a_timetz)", &["a_timetz", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `int_range`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_int_range<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(int_range)", &["int_range", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `a_citext`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_a_citext<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(a_citext)", &["a_citext", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `an_ltree`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_an_ltree<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(an_ltree)", &["an_ltree", "id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `hash`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_hash<'e>(
    db: impl PgExecutor<'e>,
    new: &NewScalar,
) -> BoxFuture<'e, Result<Scalar, ScalarError>> {
    Assignments::of(new)
        .upsert(TABLE, "(hash)", &["hash", "id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewScalar {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.or_default("a_char", &self.a_char);
        to.set("a_real", self.a_real);
        to.set("a_money", self.a_money);
        to.set("an_interval", self.an_interval);
        to.set("a_timetz", self.a_timetz);
        to.column("a_json", Form::Json, self.a_json.value());
        to.set("a_jsonb", &self.a_jsonb);
        to.set("a_cidr", self.a_cidr);
        to.set("an_inet", self.an_inet);
        to.set("a_point", &self.a_point);
        to.set("a_line", &self.a_line);
        to.set("a_lseg", &self.a_lseg);
        to.set("a_box", &self.a_box);
        to.set("a_path", &self.a_path);
        to.set("a_polygon", &self.a_polygon);
        to.set("a_circle", &self.a_circle);
        to.set("int_range", self.int_range);
        to.set("num_range", self.num_range);
        to.or_default("time_range", &self.time_range);
        to.set("prices", Declared("public.price_range", self.prices));
        to.set("a_citext", &self.a_citext);
        to.set("an_hstore", &self.an_hstore);
        to.set("an_ltree", &self.an_ltree);
        to.set("an_lquery", &self.an_lquery);
        to.set("a_cube", &self.a_cube);
        to.set("home", &self.home);
        to.set("other", &self.other);
        to.or_default("level", &self.level);
        to.set("origin", &self.origin);
        to.or_default("number", &self.number);
        to.set("hash", &self.hash);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
    patch: &ScalarPatch,
) -> BoxFuture<'e, Result<Option<Scalar>, ScalarError>> {
    changes(patch)
        .key("id", "oid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ScalarPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("a_char", patch.a_char);
    set.given("a_real", patch.a_real);
    set.change("a_money", &patch.a_money);
    set.given("an_interval", patch.an_interval);
    set.given("a_timetz", patch.a_timetz);
    set.change("a_json", &patch.a_json);
    set.given("a_jsonb", patch.a_jsonb.as_ref());
    set.change("a_cidr", &patch.a_cidr);
    set.change("an_inet", &patch.an_inet);
    set.given("a_point", patch.a_point.as_ref());
    set.change("a_line", &patch.a_line);
    set.change("a_lseg", &patch.a_lseg);
    set.change("a_box", &patch.a_box);
    set.change("a_path", &patch.a_path);
    set.change("a_polygon", &patch.a_polygon);
    set.change("a_circle", &patch.a_circle);
    set.given("int_range", patch.int_range);
    set.change("num_range", &patch.num_range);
    set.given("time_range", patch.time_range);
    set.given(
        "prices",
        patch.prices.written().map(|value| Declared("public.price_range", value)),
    );
    set.given("a_citext", patch.a_citext.as_ref());
    set.change("an_hstore", &patch.an_hstore);
    set.change("an_ltree", &patch.an_ltree);
    set.change("an_lquery", &patch.an_lquery);
    set.change("a_cube", &patch.a_cube);
    set.change("home", &patch.home);
    set.change("other", &patch.other);
    set.given("level", patch.level);
    set.given("origin", patch.origin.as_ref());
    set.change("number", &patch.number);
    set.given("hash", patch.hash.as_ref());
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Oid,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new("DELETE FROM public.scalars WHERE id = $1::oid").bind(id).affects(db)
}

/// Deletes the row with this `a_real`; gives whether there was one.
pub fn delete_by_a_real<'e>(
    db: impl PgExecutor<'e>,
    a_real: f32,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new("DELETE FROM public.scalars WHERE a_real = $1::real")
        .bind(a_real)
        .affects(db)
}

/// Deletes the row with this `a_money`; gives whether there was one.
pub fn delete_by_a_money<'e>(
    db: impl PgExecutor<'e>,
    a_money: PgMoney,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new("DELETE FROM public.scalars WHERE a_money = $1::money")
        .bind(a_money)
        .affects(db)
}

/// Deletes the row with this `an_interval`; gives whether there was one.
pub fn delete_by_an_interval<'e>(
    db: impl PgExecutor<'e>,
    an_interval: PgInterval,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new(
        "DELETE FROM public.scalars WHERE an_interval = $1::interval",
    )
    .bind(an_interval)
    .affects(db)
}

/// Deletes the row with this `a_timetz`; gives whether there was one.
pub fn delete_by_a_timetz<'e>(
    db: impl PgExecutor<'e>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new(
        "DELETE FROM public.scalars WHERE a_timetz = $1::time with time zone",
    )
    .bind(a_timetz)
    .affects(db)
}

/// Deletes the row with this `int_range`; gives whether there was one.
pub fn delete_by_int_range<'e>(
    db: impl PgExecutor<'e>,
    int_range: PgRange<i32>,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new(
        "DELETE FROM public.scalars WHERE int_range = $1::int4range",
    )
    .bind(int_range)
    .affects(db)
}

/// Deletes the row with this `a_citext`; gives whether there was one.
pub fn delete_by_a_citext<'e>(
    db: impl PgExecutor<'e>,
    a_citext: &str,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new(
        "DELETE FROM public.scalars WHERE a_citext = $1::public.citext",
    )
    .bind(a_citext)
    .affects(db)
}

/// Deletes the row with this `an_ltree`; gives whether there was one.
pub fn delete_by_an_ltree<'e>(
    db: impl PgExecutor<'e>,
    an_ltree: &PgLTree,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new(
        "DELETE FROM public.scalars WHERE an_ltree = $1::public.ltree",
    )
    .bind(an_ltree)
    .affects(db)
}

/// Deletes the row with this `hash`; gives whether there was one.
pub fn delete_by_hash<'e>(
    db: impl PgExecutor<'e>,
    hash: &Digest,
) -> BoxFuture<'e, Result<bool, ScalarError>> {
    Query::new("DELETE FROM public.scalars WHERE hash = $1::bytea")
        .bind(hash)
        .affects(db)
}
