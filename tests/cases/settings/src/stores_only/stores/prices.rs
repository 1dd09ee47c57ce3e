// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use rust_decimal::Decimal;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};

use super::super::domains::Amount;
use super::super::errors::PriceError;
use super::super::models::{NewPrice, Price, PricePatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        "price, net, tax, discount, steps, bounds"
    };
}

const TABLE: &str = "public.prices";
const COLUMNS: &str = columns!();

/// The row with this `price`.
pub async fn get(
    db: impl PgExecutor<'_>,
    price: Decimal,
) -> Result<Option<Price>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
    ))
    .bind(price)
    .fetch_optional(db)
    .await
}

/// The row with this `net`.
pub async fn get_by_net(
    db: impl PgExecutor<'_>,
    net: Amount,
) -> Result<Option<Price>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE net = $1::numeric",
    ))
    .bind(net)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `price`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    price: Decimal,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.prices WHERE price = $1::numeric)",
    )
    .bind(price)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `net`.
pub async fn exists_by_net(
    db: impl PgExecutor<'_>,
    net: Amount,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.prices WHERE net = $1::numeric)",
    )
    .bind(net)
    .fetch_one(db)
    .await
}

/// The rows with these values of `price`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Decimal],
) -> Result<HashMap<Decimal, Price>, sqlx::Error> {
    let rows: Vec<Price> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = ANY($1::numeric[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.price, row)).collect())
}

/// The row with this `price`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    price: Decimal,
) -> Result<Option<Price>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
        " FOR UPDATE",
    ))
    .bind(price)
    .fetch_optional(db)
    .await
}

/// The row with this `price`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    price: Decimal,
) -> Result<Option<Price>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
        " WHERE price = $1::numeric",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(price)
    .fetch_optional(db)
    .await
}

/// How many rows `public.prices` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.prices")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Price, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.prices",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewPrice,
) -> Result<Price, PriceError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPrice],
) -> Result<Vec<Price>, PriceError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("price", "numeric", new.iter().map(|row| &row.price))?;
    rows.column("net", "numeric", new.iter().map(|row| &row.net))?;
    rows.or_default("tax", "numeric", "(19)", new.iter().map(|row| &row.tax))?;
    rows.column("discount", "numeric", new.iter().map(|row| &row.discount))?;
    rows.list("steps", "numeric", new.iter().map(|row| Some(&row.steps)))?;
    rows.null_or_default(
        "bounds",
        "numrange",
        "('[0,1)')",
        new.iter().map(|row| &row.bounds),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewPrice],
) -> Result<u64, PriceError> {
    let element_1 = element_type(&mut *db, "numeric").await?;
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewPrice>> = BTreeMap::new();
    for row in new {
        let given = [!row.tax.is_default(), !row.bounds.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["price", "net", "discount", "steps"];
        if given[0] {
            columns.push("tax");
        }
        if given[1] {
            columns.push("bounds");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.price)?;
            copy.value(row.net)?;
            copy.value(row.discount)?;
            copy.array(&row.steps, element_1)?;
            if let Some(value) = row.tax.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.bounds.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `price` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewPrice,
) -> Result<Price, PriceError> {
    let row = assignments(new)?
        .upsert(TABLE, "(price)", &["price"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `net` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_net(
    db: impl PgExecutor<'_>,
    new: &NewPrice,
) -> Result<Price, PriceError> {
    let row = assignments(new)?
        .upsert(TABLE, "(net)", &["net", "price"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPrice) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("price", new.price)?;
    set.set("net", new.net)?;
    set.or_default("tax", &new.tax)?;
    set.set("discount", new.discount)?;
    set.set("steps", &new.steps)?;
    set.or_default("bounds", &new.bounds)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `price`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    price: Decimal,
    patch: &PricePatch,
) -> Result<Option<Price>, PriceError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, price).await?);
    }
    let key_0 = set.argument(price)?;
    let condition = format!("price = {key_0}::numeric");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PricePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("net", patch.net)?;
    set.given("tax", patch.tax)?;
    set.change("discount", &patch.discount)?;
    set.given("steps", patch.steps.as_ref())?;
    set.change("bounds", &patch.bounds)?;
    Ok(set)
}

/// Deletes the row with this `price`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    price: Decimal,
) -> Result<bool, PriceError> {
    let done = sqlx::query("DELETE FROM public.prices WHERE price = $1::numeric")
    .bind(price)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `net`; whether there was one.
pub async fn delete_by_net(
    db: impl PgExecutor<'_>,
    net: Amount,
) -> Result<bool, PriceError> {
    let done = sqlx::query("DELETE FROM public.prices WHERE net = $1::numeric")
    .bind(net)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
