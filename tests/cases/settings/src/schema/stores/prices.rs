// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::domains::Money;
use super::super::errors::PriceError;
use super::super::models::{NewPrice, Price, PricePatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "price, net, tax, discount, steps, bounds"
    };
}

const TABLE: &str = "public.prices";
const COLUMNS: &str = columns!();

/// The row with this `price`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<Option<Price>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
    ))
    .bind(price)
    .fetch_optional(db)
}

/// The row with this `net`.
pub fn get_by_net<'e>(
    db: impl PgExecutor<'e>,
    net: &Money,
) -> BoxFuture<'e, Result<Option<Price>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE net = $1::numeric",
    ))
    .bind(net)
    .fetch_optional(db)
}

/// Whether there is a row with this `price`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.prices WHERE price = $1::numeric)",
    )
    .bind(price)
    .fetch_value(db)
}

/// Whether there is a row with this `net`.
pub fn exists_by_net<'e>(
    db: impl PgExecutor<'e>,
    net: &Money,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.prices WHERE net = $1::numeric)",
    )
    .bind(net)
    .fetch_value(db)
}

/// The rows with these values of `price`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[BigDecimal],
) -> BoxFuture<'e, Result<HashMap<BigDecimal, Price>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = ANY($1::numeric[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.price.clone()))
}

/// The row with this `price`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<Option<Price>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
        " FOR UPDATE",
    ))
    .bind(price)
    .fetch_optional(db)
}

/// The row with this `price`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<Option<Price>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(price)
    .fetch_optional(db)
}

/// How many rows `public.prices` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.prices").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Price, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPrice,
) -> BoxFuture<'e, Result<Price, PriceError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewPrice],
) -> BoxFuture<'e, Result<Vec<Price>, PriceError>> {
    let mut rows = Rows::new(new);
    rows.column("price", "numeric", |row| &row.price);
    rows.column("net", "numeric", |row| &row.net);
    rows.or_default("tax", "numeric", "(19)", |row| &row.tax);
    rows.column("discount", "numeric", |row| &row.discount);
    rows.list("steps", "numeric", |row| Some(&row.steps));
    rows.null_or_default("bounds", "numrange", "('[0,1)')", |row| &row.bounds);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewPrice],
) -> BoxFuture<'e, Result<u64, PriceError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `price`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPrice,
) -> BoxFuture<'e, Result<Price, PriceError>> {
    Assignments::of(new)
        .upsert(TABLE, "(price)", &["price"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `net`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_net<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPrice,
) -> BoxFuture<'e, Result<Price, PriceError>> {
    Assignments::of(new)
        .upsert(TABLE, "(net)", &["net", "price"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewPrice {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("price", &self.price);
        to.set("net", &self.net);
        to.or_default("tax", &self.tax);
        to.set("discount", &self.discount);
        to.column("steps", Form::List("numeric"), Some(&self.steps));
        to.or_default("bounds", &self.bounds);
    }
}

/// Writes what the patch sets to the row with this `price`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
    patch: &PricePatch,
) -> BoxFuture<'e, Result<Option<Price>, PriceError>> {
    changes(patch)
        .key("price", "numeric", price)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &PricePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("net", patch.net.as_ref());
    set.given("tax", patch.tax.as_ref());
    set.change("discount", &patch.discount);
    set.given("steps", patch.steps.as_ref());
    set.change("bounds", &patch.bounds);
    set
}

/// Deletes the row with this `price`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    price: &BigDecimal,
) -> BoxFuture<'e, Result<bool, PriceError>> {
    Query::new("DELETE FROM public.prices WHERE price = $1::numeric")
        .bind(price)
        .affects(db)
}

/// Deletes the row with this `net`; gives whether there was one.
pub fn delete_by_net<'e>(
    db: impl PgExecutor<'e>,
    net: &Money,
) -> BoxFuture<'e, Result<bool, PriceError>> {
    Query::new("DELETE FROM public.prices WHERE net = $1::numeric").bind(net).affects(db)
}
