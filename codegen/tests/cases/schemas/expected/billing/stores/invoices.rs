//! The rows of `billing.invoices`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `sent_to` holds numbers that only the server knows.

use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::super::billing::errors::InvoiceError;
use super::super::super::billing::models::{Invoice, InvoicePatch, NewInvoice};
use super::super::super::support::{Assignments, Rows};

macro_rules! columns {
    () => {
        "id, user_id, total, state, sent_to"
    };
}

const TABLE: &str = "billing.invoices";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Invoice>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i32) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM billing.invoices WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Invoice>, sqlx::Error> {
    let rows: Vec<Invoice> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Invoice>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i32,
) -> Result<Option<Invoice>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `user_id`, by primary key.
pub async fn list_by_user_id(
    db: impl PgExecutor<'_>,
    user_id: i32,
) -> Result<Vec<Invoice>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE user_id = $1::integer",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `user_id`, by value, in one statement.
pub async fn list_by_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[i32],
) -> Result<HashMap<i32, Vec<Invoice>>, sqlx::Error> {
    let rows: Vec<Invoice> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE user_id = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<i32, Vec<Invoice>> = HashMap::new();
    for row in rows {
        found.entry(row.user_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `billing.invoices` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM billing.invoices")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Invoice, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewInvoice,
) -> Result<Invoice, InvoiceError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewInvoice],
) -> Result<Vec<Invoice>, InvoiceError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "integer", new.iter().map(|row| &row.id))?;
    rows.column("user_id", "integer", new.iter().map(|row| &row.user_id))?;
    rows.column("total", "bigint", new.iter().map(|row| &row.total))?;
    rows.or_default(
        "state",
        "billing.state",
        "('open')",
        new.iter().map(|row| &row.state),
    )?;
    rows.column("sent_to", "type.address", new.iter().map(|row| &row.sent_to))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewInvoice,
) -> Result<Invoice, InvoiceError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewInvoice) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("user_id", new.user_id)?;
    set.set("total", new.total)?;
    set.or_default("state", &new.state)?;
    set.set("sent_to", &new.sent_to)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i32,
    patch: &InvoicePatch,
) -> Result<Option<Invoice>, InvoiceError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &InvoicePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id)?;
    set.given("total", patch.total)?;
    set.given("state", patch.state)?;
    set.change("sent_to", &patch.sent_to)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: i32) -> Result<bool, InvoiceError> {
    let done = sqlx::query("DELETE FROM billing.invoices WHERE id = $1::integer")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
