// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use ipnetwork::IpNetwork;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::HostError;
use super::super::models::{Host, NewHost};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "address"
    };
}

const TABLE: &str = "public.hosts";
const COLUMNS: &str = columns!();

/// The row with this `address`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    address: IpNetwork,
) -> BoxFuture<'e, Result<Option<Host>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
    ))
    .bind(address)
    .fetch_optional(db)
}

/// Whether there is a row with this `address`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    address: IpNetwork,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.hosts WHERE address = $1::inet)",
    )
    .bind(address)
    .fetch_value(db)
}

/// The rows with these values of `address`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[IpNetwork],
) -> BoxFuture<'e, Result<HashMap<IpNetwork, Host>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = ANY($1::inet[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.address))
}

/// The row with this `address`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    address: IpNetwork,
) -> BoxFuture<'e, Result<Option<Host>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
        " FOR UPDATE",
    ))
    .bind(address)
    .fetch_optional(db)
}

/// The row with this `address`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    address: IpNetwork,
) -> BoxFuture<'e, Result<Option<Host>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE address = $1::inet",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(address)
    .fetch_optional(db)
}

/// How many rows `public.hosts` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.hosts").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Host, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHost,
) -> BoxFuture<'e, Result<Host, HostError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewHost],
) -> BoxFuture<'e, Result<Vec<Host>, HostError>> {
    let mut rows = Rows::new(new);
    rows.column("address", "inet", |row| &row.address);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewHost],
) -> BoxFuture<'e, Result<u64, HostError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `address`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewHost,
) -> BoxFuture<'e, Result<Host, HostError>> {
    Assignments::of(new)
        .upsert(TABLE, "(address)", &["address"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewHost {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("address", self.address);
    }
}

/// Deletes the row with this `address`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    address: IpNetwork,
) -> BoxFuture<'e, Result<bool, HostError>> {
    Query::new("DELETE FROM public.hosts WHERE address = $1::inet")
        .bind(address)
        .affects(db)
}
