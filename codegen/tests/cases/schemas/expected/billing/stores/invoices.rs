//! The rows of `billing.invoices`.
//!
//! Left out:
//!
//! - `copy_in`: the binary form of `sent_to` holds numbers that only the server knows.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;
use std::collections::HashMap;

use super::super::super::billing::errors::InvoiceError;
use super::super::super::billing::models::{Invoice, InvoicePatch, NewInvoice};
use super::super::super::support::{Assignments, Columns, NewRow, Query, Rows};

macro_rules! columns {
    () => {
        "id, user_id, total, state, sent_to"
    };
}

const TABLE: &str = "billing.invoices";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Invoice>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM billing.invoices WHERE id = $1::integer)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Invoice>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = ANY($1::integer[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Invoice>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<Option<Invoice>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE id = $1::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: i32,
) -> BoxFuture<'e, Result<Vec<Invoice>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE user_id = $1::integer",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i32],
) -> BoxFuture<'e, Result<HashMap<i32, Vec<Invoice>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
        " WHERE user_id = ANY($1::integer[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.user_id))
}

/// How many rows `billing.invoices` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM billing.invoices").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Invoice, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM billing.invoices",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewInvoice,
) -> BoxFuture<'e, Result<Invoice, InvoiceError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewInvoice],
) -> BoxFuture<'e, Result<Vec<Invoice>, InvoiceError>> {
    let mut rows = Rows::new(new);
    rows.column("id", "integer", |row| &row.id);
    rows.column("user_id", "integer", |row| &row.user_id);
    rows.column("total", "bigint", |row| &row.total);
    rows.or_default("state", "billing.state", "('open')", |row| &row.state);
    rows.column("sent_to", "type.address", |row| &row.sent_to);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewInvoice,
) -> BoxFuture<'e, Result<Invoice, InvoiceError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewInvoice {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("id", self.id);
        to.set("user_id", self.user_id);
        to.set("total", self.total);
        to.or_default("state", &self.state);
        to.set("sent_to", &self.sent_to);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
    patch: &InvoicePatch,
) -> BoxFuture<'e, Result<Option<Invoice>, InvoiceError>> {
    changes(patch)
        .key("id", "integer", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &InvoicePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("user_id", patch.user_id);
    set.given("total", patch.total);
    set.given("state", patch.state);
    set.change("sent_to", &patch.sent_to);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i32,
) -> BoxFuture<'e, Result<bool, InvoiceError>> {
    Query::new("DELETE FROM billing.invoices WHERE id = $1::integer")
        .bind(id)
        .affects(db)
}
