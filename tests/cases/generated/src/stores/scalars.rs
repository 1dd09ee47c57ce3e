// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.scalars`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `home` holds numbers that only the server knows.

use chrono::{FixedOffset, NaiveTime};
use futures_core::stream::BoxStream;
use ipnetwork::IpNetwork;
use sqlx::PgExecutor;
use sqlx::postgres::types::{Oid, PgInterval, PgLTree, PgMoney, PgRange, PgTimeTz};
use std::collections::HashMap;

use super::super::domains::Digest;
use super::super::errors::ScalarError;
use super::super::models::{NewScalar, Scalar, ScalarPatch};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        concat!("id, a_char, a_real, a_money, an_interval, a_timetz, a_json, a_jsonb, a_cidr, ",
        "an_inet, a_point, a_line, a_lseg, a_box, a_path, a_polygon, a_circle, ",
        "int_range, num_range, time_range, prices, a_citext, an_hstore, an_ltree, ",
        "an_lquery, a_cube, home, other, level, origin, number, hash",)
    };
}

const TABLE: &str = "public.scalars";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Oid,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `a_real`.
pub async fn get_by_a_real(
    db: impl PgExecutor<'_>,
    a_real: f32,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_real = $1::real",
    ))
    .bind(a_real)
    .fetch_optional(db)
    .await
}

/// The row with this `a_money`.
pub async fn get_by_a_money(
    db: impl PgExecutor<'_>,
    a_money: PgMoney,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_money = $1::money",
    ))
    .bind(a_money)
    .fetch_optional(db)
    .await
}

/// The row with this `an_interval`.
pub async fn get_by_an_interval(
    db: impl PgExecutor<'_>,
    an_interval: PgInterval,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_interval = $1::interval",
    ))
    .bind(an_interval)
    .fetch_optional(db)
    .await
}

/// The row with this `a_timetz`.
pub async fn get_by_a_timetz(
    db: impl PgExecutor<'_>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_timetz = $1::time with time zone",
    ))
    .bind(a_timetz)
    .fetch_optional(db)
    .await
}

/// The row with this `int_range`.
pub async fn get_by_int_range(
    db: impl PgExecutor<'_>,
    int_range: PgRange<i32>,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE int_range = $1::int4range",
    ))
    .bind(int_range)
    .fetch_optional(db)
    .await
}

/// The row with this `a_citext`.
pub async fn get_by_a_citext(
    db: impl PgExecutor<'_>,
    a_citext: &str,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE a_citext = $1::public.citext",
    ))
    .bind(a_citext)
    .fetch_optional(db)
    .await
}

/// The row with this `an_ltree`.
pub async fn get_by_an_ltree(
    db: impl PgExecutor<'_>,
    an_ltree: &PgLTree,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_ltree = $1::public.ltree",
    ))
    .bind(an_ltree)
    .fetch_optional(db)
    .await
}

/// The row with this `hash`.
pub async fn get_by_hash(
    db: impl PgExecutor<'_>,
    hash: &Digest,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE hash = $1::bytea",
    ))
    .bind(hash)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Oid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE id = $1::oid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `a_real`.
pub async fn exists_by_a_real(
    db: impl PgExecutor<'_>,
    a_real: f32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_real = $1::real)",
    )
    .bind(a_real)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `a_money`.
pub async fn exists_by_a_money(
    db: impl PgExecutor<'_>,
    a_money: PgMoney,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_money = $1::money)",
    )
    .bind(a_money)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `an_interval`.
pub async fn exists_by_an_interval(
    db: impl PgExecutor<'_>,
    an_interval: PgInterval,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE an_interval = $1::interval)",
    )
    .bind(an_interval)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `a_timetz`.
pub async fn exists_by_a_timetz(
    db: impl PgExecutor<'_>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_timetz = $1::time with ",
        "time zone)",
    ))
    .bind(a_timetz)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `int_range`.
pub async fn exists_by_int_range(
    db: impl PgExecutor<'_>,
    int_range: PgRange<i32>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE int_range = $1::int4range)",
    )
    .bind(int_range)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `a_citext`.
pub async fn exists_by_a_citext(
    db: impl PgExecutor<'_>,
    a_citext: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE a_citext = $1::public.citext)",
    )
    .bind(a_citext)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `an_ltree`.
pub async fn exists_by_an_ltree(
    db: impl PgExecutor<'_>,
    an_ltree: &PgLTree,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE an_ltree = $1::public.ltree)",
    )
    .bind(an_ltree)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `hash`.
pub async fn exists_by_hash(
    db: impl PgExecutor<'_>,
    hash: &Digest,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.scalars WHERE hash = $1::bytea)",
    )
    .bind(hash)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Oid],
) -> Result<HashMap<Oid, Scalar>, sqlx::Error> {
    let rows: Vec<Scalar> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = ANY($1::oid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Oid,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Oid,
) -> Result<Option<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE id = $1::oid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `an_inet`, by primary key.
pub async fn list_by_an_inet(
    db: impl PgExecutor<'_>,
    an_inet: IpNetwork,
) -> Result<Vec<Scalar>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_inet = $1::inet",
        " ORDER BY id",
    ))
    .bind(an_inet)
    .fetch_all(db)
    .await
}

/// All rows with these values of `an_inet`, by value, in one statement.
pub async fn list_by_an_inets(
    db: impl PgExecutor<'_>,
    keys: &[IpNetwork],
) -> Result<HashMap<IpNetwork, Vec<Scalar>>, sqlx::Error> {
    let rows: Vec<Scalar> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
        " WHERE an_inet = ANY($1::inet[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<IpNetwork, Vec<Scalar>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.an_inet {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.scalars` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.scalars")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Scalar, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.scalars",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewScalar],
) -> Result<Vec<Scalar>, ScalarError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "oid", new.iter().map(|row| &row.id))?;
    rows.or_default("a_char", r#""char""#, "('x')", new.iter().map(|row| &row.a_char))?;
    rows.column("a_real", "real", new.iter().map(|row| &row.a_real))?;
    rows.column("a_money", "money", new.iter().map(|row| &row.a_money))?;
    rows.column("an_interval", "interval", new.iter().map(|row| &row.an_interval))?;
    rows.column("a_timetz", "time with time zone", new.iter().map(|row| &row.a_timetz))?;
    rows.null_or_default("a_json", "json", "('{}')", new.iter().map(|row| &row.a_json))?;
    rows.column("a_jsonb", "jsonb", new.iter().map(|row| &row.a_jsonb))?;
    rows.column("a_cidr", "cidr", new.iter().map(|row| &row.a_cidr))?;
    rows.column("an_inet", "inet", new.iter().map(|row| &row.an_inet))?;
    rows.column("a_point", "point", new.iter().map(|row| &row.a_point))?;
    rows.column("a_line", "line", new.iter().map(|row| &row.a_line))?;
    rows.column("a_lseg", "lseg", new.iter().map(|row| &row.a_lseg))?;
    rows.column("a_box", "box", new.iter().map(|row| &row.a_box))?;
    rows.column("a_path", "path", new.iter().map(|row| &row.a_path))?;
    rows.column("a_polygon", "polygon", new.iter().map(|row| &row.a_polygon))?;
    rows.column("a_circle", "circle", new.iter().map(|row| &row.a_circle))?;
    rows.column("int_range", "int4range", new.iter().map(|row| &row.int_range))?;
    rows.column("num_range", "numrange", new.iter().map(|row| &row.num_range))?;
    rows.or_default(
        "time_range",
        "tstzrange",
        "(tstzrange(now(), NULL))",
        new.iter().map(|row| &row.time_range),
    )?;
    rows.column("prices", "public.price_range", new.iter().map(|row| &row.prices))?;
    rows.column("a_citext", "public.citext", new.iter().map(|row| &row.a_citext))?;
    rows.column("an_hstore", "public.hstore", new.iter().map(|row| &row.an_hstore))?;
    rows.column("an_ltree", "public.ltree", new.iter().map(|row| &row.an_ltree))?;
    rows.column("an_lquery", "public.lquery", new.iter().map(|row| &row.an_lquery))?;
    rows.column("a_cube", "public.cube", new.iter().map(|row| &row.a_cube))?;
    rows.column("home", "public.address", new.iter().map(|row| &row.home))?;
    rows.column("other", "public.address", new.iter().map(|row| &row.other))?;
    rows.or_default("level", "numeric", "(1)", new.iter().map(|row| &row.level))?;
    rows.column("origin", "text", new.iter().map(|row| &row.origin))?;
    rows.null_or_default("number", "integer", "(1)", new.iter().map(|row| &row.number))?;
    rows.column("hash", "bytea", new.iter().map(|row| &row.hash))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `a_real` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_a_real(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(a_real)", &["a_real", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `a_money` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_a_money(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(a_money)", &["a_money", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `an_interval` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_an_interval(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(an_interval)", &["an_interval", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `a_timetz` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_a_timetz(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(a_timetz)", &["a_timetz", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `int_range` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_int_range(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(int_range)", &["int_range", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `a_citext` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_a_citext(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(a_citext)", &["a_citext", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `an_ltree` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_an_ltree(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(an_ltree)", &["an_ltree", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `hash` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_hash(
    db: impl PgExecutor<'_>,
    new: &NewScalar,
) -> Result<Scalar, ScalarError> {
    let row = assignments(new)?
        .upsert(TABLE, "(hash)", &["hash", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewScalar) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.or_default("a_char", &new.a_char)?;
    set.set("a_real", new.a_real)?;
    set.set("a_money", new.a_money)?;
    set.set("an_interval", new.an_interval)?;
    set.set("a_timetz", new.a_timetz)?;
    set.or_default("a_json", &new.a_json)?;
    set.set("a_jsonb", &new.a_jsonb)?;
    set.set("a_cidr", new.a_cidr)?;
    set.set("an_inet", new.an_inet)?;
    set.set("a_point", &new.a_point)?;
    set.set("a_line", &new.a_line)?;
    set.set("a_lseg", &new.a_lseg)?;
    set.set("a_box", &new.a_box)?;
    set.set("a_path", &new.a_path)?;
    set.set("a_polygon", &new.a_polygon)?;
    set.set("a_circle", &new.a_circle)?;
    set.set("int_range", new.int_range)?;
    set.set("num_range", new.num_range)?;
    set.or_default("time_range", &new.time_range)?;
    set.set("prices", new.prices)?;
    set.set("a_citext", &new.a_citext)?;
    set.set("an_hstore", &new.an_hstore)?;
    set.set("an_ltree", &new.an_ltree)?;
    set.set("an_lquery", &new.an_lquery)?;
    set.set("a_cube", &new.a_cube)?;
    set.set("home", &new.home)?;
    set.set("other", &new.other)?;
    set.or_default("level", &new.level)?;
    set.set("origin", &new.origin)?;
    set.or_default("number", &new.number)?;
    set.set("hash", &new.hash)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Oid,
    patch: &ScalarPatch,
) -> Result<Option<Scalar>, ScalarError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::oid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ScalarPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("a_char", patch.a_char)?;
    set.given("a_real", patch.a_real)?;
    set.change("a_money", &patch.a_money)?;
    set.given("an_interval", patch.an_interval)?;
    set.given("a_timetz", patch.a_timetz)?;
    set.change("a_json", &patch.a_json)?;
    set.given("a_jsonb", patch.a_jsonb.as_ref())?;
    set.change("a_cidr", &patch.a_cidr)?;
    set.change("an_inet", &patch.an_inet)?;
    set.given("a_point", patch.a_point.as_ref())?;
    set.change("a_line", &patch.a_line)?;
    set.change("a_lseg", &patch.a_lseg)?;
    set.change("a_box", &patch.a_box)?;
    set.change("a_path", &patch.a_path)?;
    set.change("a_polygon", &patch.a_polygon)?;
    set.change("a_circle", &patch.a_circle)?;
    set.given("int_range", patch.int_range)?;
    set.change("num_range", &patch.num_range)?;
    set.given("time_range", patch.time_range)?;
    set.change("prices", &patch.prices)?;
    set.given("a_citext", patch.a_citext.as_ref())?;
    set.change("an_hstore", &patch.an_hstore)?;
    set.change("an_ltree", &patch.an_ltree)?;
    set.change("an_lquery", &patch.an_lquery)?;
    set.change("a_cube", &patch.a_cube)?;
    set.change("home", &patch.home)?;
    set.change("other", &patch.other)?;
    set.given("level", patch.level)?;
    set.given("origin", patch.origin.as_ref())?;
    set.change("number", &patch.number)?;
    set.given("hash", patch.hash.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Oid) -> Result<bool, ScalarError> {
    let done = sqlx::query("DELETE FROM public.scalars WHERE id = $1::oid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `a_real`; whether there was one.
pub async fn delete_by_a_real(
    db: impl PgExecutor<'_>,
    a_real: f32,
) -> Result<bool, ScalarError> {
    let done = sqlx::query("DELETE FROM public.scalars WHERE a_real = $1::real")
    .bind(a_real)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `a_money`; whether there was one.
pub async fn delete_by_a_money(
    db: impl PgExecutor<'_>,
    a_money: PgMoney,
) -> Result<bool, ScalarError> {
    let done = sqlx::query("DELETE FROM public.scalars WHERE a_money = $1::money")
    .bind(a_money)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `an_interval`; whether there was one.
pub async fn delete_by_an_interval(
    db: impl PgExecutor<'_>,
    an_interval: PgInterval,
) -> Result<bool, ScalarError> {
    let done = sqlx::query(
        "DELETE FROM public.scalars WHERE an_interval = $1::interval",
    )
    .bind(an_interval)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `a_timetz`; whether there was one.
pub async fn delete_by_a_timetz(
    db: impl PgExecutor<'_>,
    a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
) -> Result<bool, ScalarError> {
    let done = sqlx::query(
        "DELETE FROM public.scalars WHERE a_timetz = $1::time with time zone",
    )
    .bind(a_timetz)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `int_range`; whether there was one.
pub async fn delete_by_int_range(
    db: impl PgExecutor<'_>,
    int_range: PgRange<i32>,
) -> Result<bool, ScalarError> {
    let done = sqlx::query(
        "DELETE FROM public.scalars WHERE int_range = $1::int4range",
    )
    .bind(int_range)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `a_citext`; whether there was one.
pub async fn delete_by_a_citext(
    db: impl PgExecutor<'_>,
    a_citext: &str,
) -> Result<bool, ScalarError> {
    let done = sqlx::query(
        "DELETE FROM public.scalars WHERE a_citext = $1::public.citext",
    )
    .bind(a_citext)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `an_ltree`; whether there was one.
pub async fn delete_by_an_ltree(
    db: impl PgExecutor<'_>,
    an_ltree: &PgLTree,
) -> Result<bool, ScalarError> {
    let done = sqlx::query(
        "DELETE FROM public.scalars WHERE an_ltree = $1::public.ltree",
    )
    .bind(an_ltree)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `hash`; whether there was one.
pub async fn delete_by_hash(
    db: impl PgExecutor<'_>,
    hash: &Digest,
) -> Result<bool, ScalarError> {
    let done = sqlx::query("DELETE FROM public.scalars WHERE hash = $1::bytea")
    .bind(hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
