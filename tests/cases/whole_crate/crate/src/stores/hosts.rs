// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use ipnet::IpNet;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::HostError;
use super::super::models::{Host, HostPatch, NewHost};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "id, own, since, price, about"
    };
}

const TABLE: &str = "public.hosts";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `own`.
pub async fn get_by_own(
    db: impl PgExecutor<'_>,
    own: IpNet,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE own = $1::inet",
    ))
    .bind(own)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.hosts WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `own`.
pub async fn exists_by_own(
    db: impl PgExecutor<'_>,
    own: IpNet,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.hosts WHERE own = $1::inet)",
    )
    .bind(own)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Host>, sqlx::Error> {
    let rows: Vec<Host> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Host>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// How many rows `public.hosts` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.hosts")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Host, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.hosts",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewHost) -> Result<Host, HostError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewHost],
) -> Result<Vec<Host>, HostError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("id", "uuid", new.iter().map(|row| &row.id))?;
    rows.column("own", "inet", new.iter().map(|row| &row.own))?;
    rows.or_default(
        "since",
        "date",
        "('2026-01-01')",
        new.iter().map(|row| &row.since),
    )?;
    rows.column("price", "numeric", new.iter().map(|row| &row.price))?;
    rows.or_default("about", "jsonb", "('{}')", new.iter().map(|row| &row.about))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(db: &mut PgConnection, new: &[NewHost]) -> Result<u64, HostError> {
    let mut kinds: BTreeMap<[bool; 2], Vec<&NewHost>> = BTreeMap::new();
    for row in new {
        let given = [!row.since.is_default(), !row.about.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["id", "own", "price"];
        if given[0] {
            columns.push("since");
        }
        if given[1] {
            columns.push("about");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.id)?;
            copy.value(row.own)?;
            copy.value(&row.price)?;
            if let Some(value) = row.since.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.about.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewHost) -> Result<Host, HostError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `own` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_own(
    db: impl PgExecutor<'_>,
    new: &NewHost,
) -> Result<Host, HostError> {
    let row = assignments(new)?
        .upsert(TABLE, "(own)", &["own", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewHost) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("id", new.id)?;
    set.set("own", new.own)?;
    set.or_default("since", &new.since)?;
    set.set("price", &new.price)?;
    set.or_default("about", &new.about)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &HostPatch,
) -> Result<Option<Host>, HostError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &HostPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("own", patch.own)?;
    set.given("since", patch.since)?;
    set.given("price", patch.price.as_ref())?;
    set.given("about", patch.about.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, HostError> {
    let done = sqlx::query("DELETE FROM public.hosts WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `own`; whether there was one.
pub async fn delete_by_own(
    db: impl PgExecutor<'_>,
    own: IpNet,
) -> Result<bool, HostError> {
    let done = sqlx::query("DELETE FROM public.hosts WHERE own = $1::inet")
    .bind(own)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
