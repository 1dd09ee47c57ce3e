// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.orders`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `paid` holds numbers that only the server knows.

use bigdecimal::BigDecimal;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use sqlx::types::Text;
use std::collections::HashMap;
use uuid::Uuid;

use crate::types::{Level, UserId, Word};
use super::super::errors::OrderError;
use super::super::models::{NewOrder, Order, OrderPatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        concat!(
            "number, user_id, guest, price, state, states, paid, coins, wait, waits, pauses, ",
            "word, words, settings, about, level, origin",
        )
    };
}

const TABLE: &str = "public.orders";
const COLUMNS: &str = columns!();

/// The row with this `number`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
) -> BoxFuture<'e, Result<Option<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
    ))
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `level`.
pub fn get_by_level<'e>(
    db: impl PgExecutor<'e>,
    level: &Text<Level>,
) -> BoxFuture<'e, Result<Option<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE level = $1::text",
    ))
    .bind(level)
    .fetch_optional(db)
}

/// The row with this `user_id`, `word`.
pub fn get_by_user_id_and_word<'e>(
    db: impl PgExecutor<'e>,
    user_id: UserId,
    word: &Word,
) -> BoxFuture<'e, Result<Option<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = $1::uuid AND word = $2::character varying",
    ))
    .bind(user_id)
    .bind(word)
    .fetch_optional(db)
}

/// Whether there is a row with this `number`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.orders WHERE number = $1::bigint)",
    )
    .bind(number)
    .fetch_value(db)
}

/// Whether there is a row with this `level`.
pub fn exists_by_level<'e>(
    db: impl PgExecutor<'e>,
    level: &Text<Level>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.orders WHERE level = $1::text)",
    )
    .bind(level)
    .fetch_value(db)
}

/// Whether there is a row with this `user_id`, `word`.
pub fn exists_by_user_id_and_word<'e>(
    db: impl PgExecutor<'e>,
    user_id: UserId,
    word: &Word,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.orders WHERE user_id = $1::uuid AND word = ",
        "$2::character varying)",
    ))
    .bind(user_id)
    .bind(word)
    .fetch_value(db)
}

/// The rows with these values of `number`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.number))
}

/// The row with this `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
) -> BoxFuture<'e, Result<Option<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
) -> BoxFuture<'e, Result<Option<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(number)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: UserId,
) -> BoxFuture<'e, Result<Vec<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = $1::uuid",
        " ORDER BY number",
    ))
    .bind(user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[UserId],
) -> BoxFuture<'e, Result<HashMap<UserId, Vec<Order>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.user_id))
}

/// All rows with this `guest`, by primary key.
pub fn list_by_guest<'e>(
    db: impl PgExecutor<'e>,
    guest: Uuid,
) -> BoxFuture<'e, Result<Vec<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE guest = $1::uuid",
        " ORDER BY number",
    ))
    .bind(guest)
    .fetch_all(db)
}

/// The rows with each of these values of `guest`, in one statement; a value that no row has is not in the map.
pub fn list_by_guests<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<Order>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE guest = ANY($1::uuid[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.guest)
}

/// All rows with this `price`, by primary key.
pub fn list_by_price<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<Vec<Order>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE price = $1::numeric",
        " ORDER BY number",
    ))
    .bind(price)
    .fetch_all(db)
}

/// The rows with each of these values of `price`, in one statement; a value that no row has is not in the map.
pub fn list_by_prices<'e>(
    db: impl PgExecutor<'e>,
    keys: &[BigDecimal],
) -> BoxFuture<'e, Result<HashMap<BigDecimal, Vec<Order>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE price = ANY($1::numeric[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.price.clone())
}

/// How many rows `public.orders` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.orders").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Order, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewOrder,
) -> BoxFuture<'e, Result<Order, OrderError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewOrder],
) -> BoxFuture<'e, Result<Vec<Order>, OrderError>> {
    let mut rows = Rows::new(new);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("guest", "uuid", |row| &row.guest);
    rows.column("price", "numeric", |row| &row.price);
    rows.or_default("state", "public.state", "('open')", |row| &row.state);
    rows.list_or_default("states", "public.state", "('{}')", |row| &row.states);
    rows.column("paid", "public.coin", |row| &row.paid);
    rows.list("coins", "public.coin", |row| Some(&row.coins));
    rows.or_default("wait", "interval", "('1 day')", |row| &row.wait);
    rows.list("waits", "interval", |row| Some(&row.waits));
    rows.null_or_default("pauses", "interval", "('1 hour')", |row| &row.pauses);
    rows.column("word", "character varying", |row| &row.word);
    rows.list_or_default("words", "character varying", "('{}')", |row| &row.words);
    rows.or_default("settings", "jsonb", "('{}')", |row| &row.settings);
    rows.column("about", "jsonb", |row| &row.about);
    rows.column("level", "text", |row| &row.level);
    rows.column("origin", "inet", |row| &row.origin);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts a row, or updates the one that already has this `level`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_level<'e>(
    db: impl PgExecutor<'e>,
    new: &NewOrder,
) -> BoxFuture<'e, Result<Order, OrderError>> {
    Assignments::of(new)
        .upsert(TABLE, "(level)", &["level", "number"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `user_id`, `word`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_user_id_and_word<'e>(
    db: impl PgExecutor<'e>,
    new: &NewOrder,
) -> BoxFuture<'e, Result<Order, OrderError>> {
    Assignments::of(new)
        .upsert(TABLE, "(user_id, word)", &["user_id", "word", "number"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewOrder {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("user_id", self.user_id);
        to.set("guest", self.guest);
        to.set("price", &self.price);
        to.or_default("state", &self.state);
        to.column("states", Form::List("public.state"), self.states.value());
        to.set("paid", &self.paid);
        to.column("coins", Form::List("public.coin"), Some(&self.coins));
        to.or_default("wait", &self.wait);
        to.column("waits", Form::List("interval"), Some(&self.waits));
        to.or_default("pauses", &self.pauses);
        to.set("word", &self.word);
        to.column("words", Form::List("character varying"), self.words.value());
        to.or_default("settings", &self.settings);
        to.set("about", &self.about);
        to.set("level", &self.level);
        to.set("origin", self.origin);
    }
}

/// Writes what the patch sets to the row with this `number`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
    patch: &OrderPatch,
) -> BoxFuture<'e, Result<Option<Order>, OrderError>> {
    changes(patch)
        .key("number", "bigint", number)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &OrderPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id);
    set.change("guest", &patch.guest);
    set.change("price", &patch.price);
    set.given("state", patch.state);
    set.given("states", patch.states.as_ref());
    set.change("paid", &patch.paid);
    set.given("coins", patch.coins.as_ref());
    set.given("wait", patch.wait);
    set.given("waits", patch.waits.as_ref());
    set.change("pauses", &patch.pauses);
    set.given("word", patch.word.as_ref());
    set.given("words", patch.words.as_ref());
    set.given("settings", patch.settings.as_ref());
    set.change("about", &patch.about);
    set.given("level", patch.level.as_ref());
    set.change("origin", &patch.origin);
    set
}

/// Deletes the row with this `number`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    number: i64,
) -> BoxFuture<'e, Result<bool, OrderError>> {
    Query::new("DELETE FROM public.orders WHERE number = $1::bigint")
        .bind(number)
        .affects(db)
}

/// Deletes the row with this `level`; gives whether there was one.
pub fn delete_by_level<'e>(
    db: impl PgExecutor<'e>,
    level: &Text<Level>,
) -> BoxFuture<'e, Result<bool, OrderError>> {
    Query::new("DELETE FROM public.orders WHERE level = $1::text")
        .bind(level)
        .affects(db)
}

/// Deletes the row with this `user_id`, `word`; gives whether there was one.
pub fn delete_by_user_id_and_word<'e>(
    db: impl PgExecutor<'e>,
    user_id: UserId,
    word: &Word,
) -> BoxFuture<'e, Result<bool, OrderError>> {
    Query::new(concat!(
        "DELETE FROM public.orders WHERE user_id = $1::uuid AND word = $2::character ",
        "varying",
    ))
    .bind(user_id)
    .bind(word)
    .affects(db)
}
