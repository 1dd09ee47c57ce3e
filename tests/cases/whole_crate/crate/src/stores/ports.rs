// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bit_vec::BitVec;
use futures_core::stream::BoxStream;
use mac_address::MacAddress;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::PortError;
use super::super::models::{NewPort, Port, PortPatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("host, number, address, addresses, flags, mask, masks, peer, net, rate, opened, ",
        "report",)
    };
}

const TABLE: &str = "public.ports";
const COLUMNS: &str = columns!();

/// The row with this `host`, `number`.
pub async fn get(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
) -> Result<Option<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `address`.
pub async fn get_by_address(
    db: impl PgExecutor<'_>,
    address: MacAddress,
) -> Result<Option<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE address = $1::macaddr",
    ))
    .bind(address)
    .fetch_optional(db)
    .await
}

/// The row with this `mask`.
pub async fn get_by_mask(
    db: impl PgExecutor<'_>,
    mask: &BitVec,
) -> Result<Option<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE mask = $1::bit varying",
    ))
    .bind(mask)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `host`, `number`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.ports WHERE host = $1::uuid AND number = ",
        "$2::integer)",
    ))
    .bind(host)
    .bind(number)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `address`.
pub async fn exists_by_address(
    db: impl PgExecutor<'_>,
    address: MacAddress,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.ports WHERE address = $1::macaddr)",
    )
    .bind(address)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `mask`.
pub async fn exists_by_mask(
    db: impl PgExecutor<'_>,
    mask: &BitVec,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.ports WHERE mask = $1::bit varying)",
    )
    .bind(mask)
    .fetch_one(db)
    .await
}

/// The rows with these values of `host`, `number`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i32)],
) -> Result<HashMap<(Uuid, i32), Port>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Port> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE (host, number) IN (SELECT * FROM UNNEST($1::uuid[], $2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.host, row.number), row)).collect())
}

/// The row with this `host`, `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
) -> Result<Option<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
        " FOR UPDATE",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `host`, `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
) -> Result<Option<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid AND number = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(host)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// All rows with this `host`, by primary key.
pub async fn list_by_host(
    db: impl PgExecutor<'_>,
    host: Uuid,
) -> Result<Vec<Port>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = $1::uuid",
        " ORDER BY host, number",
    ))
    .bind(host)
    .fetch_all(db)
    .await
}

/// All rows with these values of `host`, by value, in one statement.
pub async fn list_by_hosts(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Port>>, sqlx::Error> {
    let rows: Vec<Port> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
        " WHERE host = ANY($1::uuid[])",
        " ORDER BY host, number",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Port>> = HashMap::new();
    for row in rows {
        found.entry(row.host).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.ports` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.ports")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Port, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.ports",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewPort) -> Result<Port, PortError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPort],
) -> Result<Vec<Port>, PortError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("host", "uuid", new.iter().map(|row| &row.host))?;
    rows.column("number", "integer", new.iter().map(|row| &row.number))?;
    rows.column("address", "macaddr", new.iter().map(|row| &row.address))?;
    rows.list_or_default(
        "addresses",
        "macaddr",
        "('{}')",
        new.iter().map(|row| &row.addresses),
    )?;
    rows.or_default(
        "flags",
        "bit varying",
        "(B'00000000')",
        new.iter().map(|row| &row.flags),
    )?;
    rows.column("mask", "bit varying", new.iter().map(|row| &row.mask))?;
    rows.list("masks", "bit varying", new.iter().map(|row| row.masks.as_ref()))?;
    rows.column("peer", "inet", new.iter().map(|row| &row.peer))?;
    rows.column("net", "cidr", new.iter().map(|row| &row.net))?;
    rows.column("rate", "numeric", new.iter().map(|row| &row.rate))?;
    rows.or_default(
        "opened",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.opened),
    )?;
    rows.column("report", "json", new.iter().map(|row| &row.report))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(db: &mut PgConnection, new: &[NewPort]) -> Result<u64, PortError> {
    let element_1 = element_type(&mut *db, "macaddr").await?;
    let element_2 = element_type(&mut *db, "bit varying").await?;
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewPort>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.addresses.is_default(),
            !row.flags.is_default(),
            !row.opened.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "host", "number", "address", "mask", "masks", "peer", "net", "rate", "report"
        ];
        if given[0] {
            columns.push("addresses");
        }
        if given[1] {
            columns.push("flags");
        }
        if given[2] {
            columns.push("opened");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.host)?;
            copy.value(row.number)?;
            copy.value(row.address)?;
            copy.value(&row.mask)?;
            copy.array(&row.masks, element_2)?;
            copy.value(row.peer)?;
            copy.value(row.net)?;
            copy.value(row.rate)?;
            copy.json(&row.report)?;
            if let Some(value) = row.addresses.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.flags.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.opened.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `host`, `number` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewPort) -> Result<Port, PortError> {
    let row = assignments(new)?
        .upsert(TABLE, "(host, number)", &["host", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `address` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_address(
    db: impl PgExecutor<'_>,
    new: &NewPort,
) -> Result<Port, PortError> {
    let row = assignments(new)?
        .upsert(TABLE, "(address)", &["address", "host", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `mask` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_mask(
    db: impl PgExecutor<'_>,
    new: &NewPort,
) -> Result<Port, PortError> {
    let row = assignments(new)?
        .upsert(TABLE, "(mask)", &["mask", "host", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPort) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("host", new.host)?;
    set.set("number", new.number)?;
    set.set("address", new.address)?;
    set.or_default("addresses", &new.addresses)?;
    set.or_default("flags", &new.flags)?;
    set.set("mask", &new.mask)?;
    set.set("masks", &new.masks)?;
    set.set("peer", new.peer)?;
    set.set("net", new.net)?;
    set.set("rate", new.rate)?;
    set.or_default("opened", &new.opened)?;
    set.set("report", &new.report)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `host`, `number`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
    patch: &PortPatch,
) -> Result<Option<Port>, PortError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, host, number).await?);
    }
    let key_0 = set.argument(host)?;
    let key_1 = set.argument(number)?;
    let condition = format!("host = {key_0}::uuid AND number = {key_1}::integer");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PortPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("address", patch.address)?;
    set.given("addresses", patch.addresses.as_ref())?;
    set.given("flags", patch.flags.as_ref())?;
    set.change("mask", &patch.mask)?;
    set.change("masks", &patch.masks)?;
    set.change("peer", &patch.peer)?;
    set.change("net", &patch.net)?;
    set.change("rate", &patch.rate)?;
    set.given("opened", patch.opened)?;
    set.change("report", &patch.report)?;
    Ok(set)
}

/// Deletes the row with this `host`, `number`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    host: Uuid,
    number: i32,
) -> Result<bool, PortError> {
    let done = sqlx::query(
        "DELETE FROM public.ports WHERE host = $1::uuid AND number = $2::integer",
    )
    .bind(host)
    .bind(number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `address`; whether there was one.
pub async fn delete_by_address(
    db: impl PgExecutor<'_>,
    address: MacAddress,
) -> Result<bool, PortError> {
    let done = sqlx::query("DELETE FROM public.ports WHERE address = $1::macaddr")
    .bind(address)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `mask`; whether there was one.
pub async fn delete_by_mask(
    db: impl PgExecutor<'_>,
    mask: &BitVec,
) -> Result<bool, PortError> {
    let done = sqlx::query("DELETE FROM public.ports WHERE mask = $1::bit varying")
    .bind(mask)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
