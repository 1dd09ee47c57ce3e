//! The rows of `public.accounts`.
//!
//! Left out:
//!
//! - pages: no unique key of columns without NULLs tells one row from another.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};

use super::super::errors::AccountError;
use super::super::models::{Account, NewAccount};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "tenant, email, deleted_at"
    };
}

const TABLE: &str = "public.accounts";
const COLUMNS: &str = columns!();

/// The row with this `tenant`, `lower(email)`, of those where `deleted_at IS NULL`.
pub fn get_by_tenant_and_email<'e>(
    db: impl PgExecutor<'e>,
    tenant: i32,
    email: &str,
) -> BoxFuture<'e, Result<Option<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.accounts",
        " WHERE tenant = $1::integer AND (lower(email)) = (lower($2::text)) AND ",
        "(deleted_at IS NULL)",
    ))
    .bind(tenant)
    .bind(email)
    .fetch_optional(db)
}

/// Whether there is a row with this `tenant`, `lower(email)`, of those where `deleted_at IS NULL`.
pub fn exists_by_tenant_and_email<'e>(
    db: impl PgExecutor<'e>,
    tenant: i32,
    email: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.accounts WHERE tenant = $1::integer AND ",
        "(lower(email)) = (lower($2::text)) AND (deleted_at IS NULL))",
    ))
    .bind(tenant)
    .bind(email)
    .fetch_value(db)
}

/// How many rows `public.accounts` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.accounts").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<Account, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.accounts",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAccount],
) -> BoxFuture<'e, Result<Vec<Account>, AccountError>> {
    let mut rows = Rows::new(new);
    rows.column("tenant", "integer", |row| &row.tenant);
    rows.column("email", "text", |row| &row.email);
    rows.column("deleted_at", "timestamp with time zone", |row| &row.deleted_at);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewAccount],
) -> BoxFuture<'e, Result<u64, AccountError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `tenant`, `lower(email)`, of those where `deleted_at IS NULL`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_tenant_and_email<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAccount,
) -> BoxFuture<'e, Result<Account, AccountError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(tenant, (lower(email))) WHERE deleted_at IS NULL",
            &["tenant", "email"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewAccount {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("tenant", self.tenant);
        to.set("email", &self.email);
        to.set("deleted_at", self.deleted_at);
    }
}

/// Deletes the row with this `tenant`, `lower(email)`, of those where `deleted_at IS NULL`; gives whether there was one.
pub fn delete_by_tenant_and_email<'e>(
    db: impl PgExecutor<'e>,
    tenant: i32,
    email: &str,
) -> BoxFuture<'e, Result<bool, AccountError>> {
    Query::new(concat!(
        "DELETE FROM public.accounts WHERE tenant = $1::integer AND (lower(email)) = ",
        "(lower($2::text)) AND (deleted_at IS NULL)",
    ))
    .bind(tenant)
    .bind(email)
    .affects(db)
}
