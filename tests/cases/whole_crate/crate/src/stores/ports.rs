// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bit_vec::BitVec;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use mac_address::MacAddress;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::PortError;
use super::super::models::{NewPort, Port, PortPatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "host, number, address, addresses, flags, mask, masks, peer, net, rate, opened, ",
            "report",
        )
    };
}

const TABLE: &str = "public.ports";
const COLUMNS: &str = columns!();

/// The row with this `host`, `number`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
) -> BoxFuture<'e, Result<Option<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `address`.
pub fn get_by_address<'e>(
    db: impl PgExecutor<'e>,
    address: MacAddress,
) -> BoxFuture<'e, Result<Option<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE address = $1::macaddr",
    ))
    .bind(address)
    .fetch_optional(db)
}

/// The row with this `mask`.
pub fn get_by_mask<'e>(
    db: impl PgExecutor<'e>,
    mask: &BitVec,
) -> BoxFuture<'e, Result<Option<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE mask = $1::bit varying",
    ))
    .bind(mask)
    .fetch_optional(db)
}

/// Whether there is a row with this `host`, `number`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.ports WHERE host = $1::uuid AND number = ",
        "$2::integer)",
    ))
    .bind(host)
    .bind(number)
    .fetch_value(db)
}

/// Whether there is a row with this `address`.
pub fn exists_by_address<'e>(
    db: impl PgExecutor<'e>,
    address: MacAddress,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.ports WHERE address = $1::macaddr)",
    )
    .bind(address)
    .fetch_value(db)
}

/// Whether there is a row with this `mask`.
pub fn exists_by_mask<'e>(
    db: impl PgExecutor<'e>,
    mask: &BitVec,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.ports WHERE mask = $1::bit varying)",
    )
    .bind(mask)
    .fetch_value(db)
}

/// The rows with these values of `host`, `number`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i32)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i32), Port>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE (host, number) IN (SELECT * FROM UNNEST($1::uuid[], $2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.host, row.number)))
}

/// The row with this `host`, `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
) -> BoxFuture<'e, Result<Option<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
        " FOR UPDATE",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `host`, `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
) -> BoxFuture<'e, Result<Option<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
}

/// All rows with this `host`, by primary key.
pub fn list_by_host<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
) -> BoxFuture<'e, Result<Vec<Port>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid",
        " ORDER BY host, number",
    ))
    .bind(host)
    .fetch_all(db)
}

/// The rows with each of these values of `host`, in one statement; a value that no row has is not in the map.
pub fn list_by_hosts<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<Port>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = ANY($1::uuid[])",
        " ORDER BY host, number",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.host))
}

/// How many rows `public.ports` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.ports").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Port, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPort,
) -> BoxFuture<'e, Result<Port, PortError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewPort],
) -> BoxFuture<'e, Result<Vec<Port>, PortError>> {
    let mut rows = Rows::new(new);
    rows.column("host", "uuid", |row| &row.host);
    rows.column("number", "integer", |row| &row.number);
    rows.column("address", "macaddr", |row| &row.address);
    rows.list_or_default("addresses", "macaddr", "('{}')", |row| &row.addresses);
    rows.or_default("flags", "bit varying", "(B'00000000')", |row| &row.flags);
    rows.column("mask", "bit varying", |row| &row.mask);
    rows.list("masks", "bit varying", |row| row.masks.as_ref());
    rows.column("peer", "inet", |row| &row.peer);
    rows.column("net", "cidr", |row| &row.net);
    rows.column("rate", "numeric", |row| &row.rate);
    rows.or_default("opened", "timestamp with time zone", "(now())", |row| &row.opened);
    rows.column("report", "json", |row| &row.report);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewPort],
) -> BoxFuture<'e, Result<u64, PortError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `host`, `number`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPort,
) -> BoxFuture<'e, Result<Port, PortError>> {
    Assignments::of(new)
        .upsert(TABLE, "(host, number)", &["host", "number"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `address`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_address<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPort,
) -> BoxFuture<'e, Result<Port, PortError>> {
    Assignments::of(new)
        .upsert(TABLE, "(address)", &["address", "host", "number"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `mask`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_mask<'e>(
    db: impl PgExecutor<'e>,
    new: &NewPort,
) -> BoxFuture<'e, Result<Port, PortError>> {
    Assignments::of(new)
        .upsert(TABLE, "(mask)", &["mask", "host", "number"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewPort {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("host", self.host);
        to.set("number", self.number);
        to.set("address", self.address);
        to.column("addresses", Form::List("macaddr"), self.addresses.value());
        to.or_default("flags", &self.flags);
        to.set("mask", &self.mask);
        to.column("masks", Form::List("bit varying"), Some(&self.masks));
        to.set("peer", self.peer);
        to.set("net", self.net);
        to.set("rate", self.rate);
        to.or_default("opened", &self.opened);
        to.column("report", Form::Json, Some(&self.report));
    }
}

/// Writes what the patch sets to the row with this `host`, `number`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
    patch: &PortPatch,
) -> BoxFuture<'e, Result<Option<Port>, PortError>> {
    changes(patch)
        .key("host", "uuid", host)
        .key("number", "integer", number)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &PortPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("address", patch.address);
    set.given("addresses", patch.addresses.as_ref());
    set.given("flags", patch.flags.as_ref());
    set.change("mask", &patch.mask);
    set.change("masks", &patch.masks);
    set.change("peer", &patch.peer);
    set.change("net", &patch.net);
    set.change("rate", &patch.rate);
    set.given("opened", patch.opened);
    set.change("report", &patch.report);
    set
}

/// Deletes the row with this `host`, `number`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    host: Uuid,
    number: i32,
) -> BoxFuture<'e, Result<bool, PortError>> {
    Query::new(
        "DELETE FROM public.ports WHERE host = $1::uuid AND number = $2::integer",
    )
    .bind(host)
    .bind(number)
    .affects(db)
}

/// Deletes the row with this `address`; gives whether there was one.
pub fn delete_by_address<'e>(
    db: impl PgExecutor<'e>,
    address: MacAddress,
) -> BoxFuture<'e, Result<bool, PortError>> {
    Query::new("DELETE FROM public.ports WHERE address = $1::macaddr")
        .bind(address)
        .affects(db)
}

/// Deletes the row with this `mask`; gives whether there was one.
pub fn delete_by_mask<'e>(
    db: impl PgExecutor<'e>,
    mask: &BitVec,
) -> BoxFuture<'e, Result<bool, PortError>> {
    Query::new("DELETE FROM public.ports WHERE mask = $1::bit varying")
        .bind(mask)
        .affects(db)
}
