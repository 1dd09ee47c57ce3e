// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The rows of `public.orders`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `paid` holds numbers that only the server knows.

use bigdecimal::BigDecimal;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use sqlx::types::Text;
use std::collections::HashMap;
use uuid::Uuid;

use crate::types::{Level, UserId, Word};
use super::super::errors::OrderError;
use super::super::models::{NewOrder, Order, OrderPatch};
use super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        concat!("number, user_id, guest, price, state, states, paid, coins, wait, waits, pauses, ",
        "word, words, settings, about, level, origin",)
    };
}

const TABLE: &str = "public.orders";
const COLUMNS: &str = columns!();

/// The row with this `number`.
pub async fn get(
    db: impl PgExecutor<'_>,
    number: i64,
) -> Result<Option<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
    ))
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `level`.
pub async fn get_by_level(
    db: impl PgExecutor<'_>,
    level: &Text<Level>,
) -> Result<Option<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE level = $1::text",
    ))
    .bind(level)
    .fetch_optional(db)
    .await
}

/// The row with this `user_id`, `word`.
pub async fn get_by_user_id_and_word(
    db: impl PgExecutor<'_>,
    user_id: UserId,
    word: &Word,
) -> Result<Option<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = $1::uuid AND word = $2::character varying",
    ))
    .bind(user_id)
    .bind(word)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `number`.
pub async fn exists(db: impl PgExecutor<'_>, number: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.orders WHERE number = $1::bigint)",
    )
    .bind(number)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `level`.
pub async fn exists_by_level(
    db: impl PgExecutor<'_>,
    level: &Text<Level>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.orders WHERE level = $1::text)",
    )
    .bind(level)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `user_id`, `word`.
pub async fn exists_by_user_id_and_word(
    db: impl PgExecutor<'_>,
    user_id: UserId,
    word: &Word,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.orders WHERE user_id = $1::uuid AND word = ",
        "$2::character varying)",
    ))
    .bind(user_id)
    .bind(word)
    .fetch_one(db)
    .await
}

/// The rows with these values of `number`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, Order>, sqlx::Error> {
    let rows: Vec<Order> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.number, row)).collect())
}

/// The row with this `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    number: i64,
) -> Result<Option<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    number: i64,
) -> Result<Option<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE number = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(number)
    .fetch_optional(db)
    .await
}

/// All rows with this `user_id`, by primary key.
pub async fn list_by_user_id(
    db: impl PgExecutor<'_>,
    user_id: UserId,
) -> Result<Vec<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = $1::uuid",
        " ORDER BY number",
    ))
    .bind(user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `user_id`, by value, in one statement.
pub async fn list_by_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[UserId],
) -> Result<HashMap<UserId, Vec<Order>>, sqlx::Error> {
    let rows: Vec<Order> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<UserId, Vec<Order>> = HashMap::new();
    for row in rows {
        found.entry(row.user_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `guest`, by primary key.
pub async fn list_by_guest(
    db: impl PgExecutor<'_>,
    guest: Uuid,
) -> Result<Vec<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE guest = $1::uuid",
        " ORDER BY number",
    ))
    .bind(guest)
    .fetch_all(db)
    .await
}

/// All rows with these values of `guest`, by value, in one statement.
pub async fn list_by_guests(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Order>>, sqlx::Error> {
    let rows: Vec<Order> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE guest = ANY($1::uuid[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Order>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.guest {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `price`, by primary key.
pub async fn list_by_price(
    db: impl PgExecutor<'_>,
    price: &BigDecimal,
) -> Result<Vec<Order>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE price = $1::numeric",
        " ORDER BY number",
    ))
    .bind(price)
    .fetch_all(db)
    .await
}

/// All rows with these values of `price`, by value, in one statement.
pub async fn list_by_prices(
    db: impl PgExecutor<'_>,
    keys: &[BigDecimal],
) -> Result<HashMap<BigDecimal, Vec<Order>>, sqlx::Error> {
    let rows: Vec<Order> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
        " WHERE price = ANY($1::numeric[])",
        " ORDER BY number",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<BigDecimal, Vec<Order>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.price.clone() {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.orders` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.orders")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Order, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.orders",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewOrder,
) -> Result<Order, OrderError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewOrder],
) -> Result<Vec<Order>, OrderError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("guest", "uuid", new.iter().map(|row| &row.guest))?;
    rows.column("price", "numeric", new.iter().map(|row| &row.price))?;
    rows.or_default(
        "state",
        "public.state",
        "('open')",
        new.iter().map(|row| &row.state),
    )?;
    rows.list_or_default(
        "states",
        "public.state",
        "('{}')",
        new.iter().map(|row| &row.states),
    )?;
    rows.column("paid", "public.coin", new.iter().map(|row| &row.paid))?;
    rows.list("coins", "public.coin", new.iter().map(|row| Some(&row.coins)))?;
    rows.or_default("wait", "interval", "('1 day')", new.iter().map(|row| &row.wait))?;
    rows.list("waits", "interval", new.iter().map(|row| Some(&row.waits)))?;
    rows.null_or_default(
        "pauses",
        "interval",
        "('1 hour')",
        new.iter().map(|row| &row.pauses),
    )?;
    rows.column("word", "character varying", new.iter().map(|row| &row.word))?;
    rows.list_or_default(
        "words",
        "character varying",
        "('{}')",
        new.iter().map(|row| &row.words),
    )?;
    rows.or_default("settings", "jsonb", "('{}')", new.iter().map(|row| &row.settings))?;
    rows.column("about", "jsonb", new.iter().map(|row| &row.about))?;
    rows.column("level", "text", new.iter().map(|row| &row.level))?;
    rows.column("origin", "inet", new.iter().map(|row| &row.origin))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `level` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_level(
    db: impl PgExecutor<'_>,
    new: &NewOrder,
) -> Result<Order, OrderError> {
    let row = assignments(new)?
        .upsert(TABLE, "(level)", &["level", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `user_id`, `word` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_user_id_and_word(
    db: impl PgExecutor<'_>,
    new: &NewOrder,
) -> Result<Order, OrderError> {
    let row = assignments(new)?
        .upsert(TABLE, "(user_id, word)", &["user_id", "word", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewOrder) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("user_id", new.user_id)?;
    set.set("guest", new.guest)?;
    set.set("price", &new.price)?;
    set.or_default("state", &new.state)?;
    set.or_default("states", &new.states)?;
    set.set("paid", &new.paid)?;
    set.set("coins", &new.coins)?;
    set.or_default("wait", &new.wait)?;
    set.set("waits", &new.waits)?;
    set.or_default("pauses", &new.pauses)?;
    set.set("word", &new.word)?;
    set.or_default("words", &new.words)?;
    set.or_default("settings", &new.settings)?;
    set.set("about", &new.about)?;
    set.set("level", &new.level)?;
    set.set("origin", new.origin)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `number`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    number: i64,
    patch: &OrderPatch,
) -> Result<Option<Order>, OrderError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, number).await?);
    }
    let key_0 = set.argument(number)?;
    let condition = format!("number = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &OrderPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id)?;
    set.change("guest", &patch.guest)?;
    set.change("price", &patch.price)?;
    set.given("state", patch.state)?;
    set.given("states", patch.states.as_ref())?;
    set.change("paid", &patch.paid)?;
    set.given("coins", patch.coins.as_ref())?;
    set.given("wait", patch.wait)?;
    set.given("waits", patch.waits.as_ref())?;
    set.change("pauses", &patch.pauses)?;
    set.given("word", patch.word.as_ref())?;
    set.given("words", patch.words.as_ref())?;
    set.given("settings", patch.settings.as_ref())?;
    set.change("about", &patch.about)?;
    set.given("level", patch.level.as_ref())?;
    set.change("origin", &patch.origin)?;
    Ok(set)
}

/// Deletes the row with this `number`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, number: i64) -> Result<bool, OrderError> {
    let done = sqlx::query("DELETE FROM public.orders WHERE number = $1::bigint")
    .bind(number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `level`; whether there was one.
pub async fn delete_by_level(
    db: impl PgExecutor<'_>,
    level: &Text<Level>,
) -> Result<bool, OrderError> {
    let done = sqlx::query("DELETE FROM public.orders WHERE level = $1::text")
    .bind(level)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `user_id`, `word`; whether there was one.
pub async fn delete_by_user_id_and_word(
    db: impl PgExecutor<'_>,
    user_id: UserId,
    word: &Word,
) -> Result<bool, OrderError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.orders WHERE user_id = $1::uuid AND word = $2::character ",
        "varying",
    ))
    .bind(user_id)
    .bind(word)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
