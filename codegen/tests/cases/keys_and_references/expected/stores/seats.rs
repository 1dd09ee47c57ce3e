use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::SeatError;
use super::super::models::{NewSeat, Seat, SeatPatch};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "row_number, number, hall_city, hall_name, guest, ticket, is_front"
    };
}

const TABLE: &str = "public.seats";
const COLUMNS: &str = columns!();

/// The row with this `row_number`, `number`.
pub async fn get(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
) -> Result<Option<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `ticket`.
pub async fn get_by_ticket(
    db: impl PgExecutor<'_>,
    ticket: Uuid,
) -> Result<Option<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE ticket = $1::uuid",
    ))
    .bind(ticket)
    .fetch_optional(db)
    .await
}

/// The row with this `guest`.
pub async fn get_by_guest(
    db: impl PgExecutor<'_>,
    guest: Uuid,
) -> Result<Option<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = $1::uuid AND (is_front)",
    ))
    .bind(guest)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `row_number`, `number`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.seats WHERE row_number = $1::integer AND ",
        "number = $2::integer)",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `ticket`.
pub async fn exists_by_ticket(
    db: impl PgExecutor<'_>,
    ticket: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.seats WHERE ticket = $1::uuid)",
    )
    .bind(ticket)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `guest`.
pub async fn exists_by_guest(
    db: impl PgExecutor<'_>,
    guest: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.seats WHERE guest = $1::uuid AND ",
        "(is_front))",
    ))
    .bind(guest)
    .fetch_one(db)
    .await
}

/// The rows with these values of `row_number`, `number`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(i32, i32)],
) -> Result<HashMap<(i32, i32), Seat>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Seat> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE (row_number, number) IN (SELECT * FROM UNNEST($1::integer[], ",
        "$2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.row_number, row.number), row)).collect())
}

/// The row with this `row_number`, `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
) -> Result<Option<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
        " FOR UPDATE",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// The row with this `row_number`, `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
) -> Result<Option<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
    .await
}

/// All rows with this `guest`, by primary key.
pub async fn list_by_guest(
    db: impl PgExecutor<'_>,
    guest: Uuid,
) -> Result<Vec<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = $1::uuid",
        " ORDER BY row_number, number",
    ))
    .bind(guest)
    .fetch_all(db)
    .await
}

/// All rows with these values of `guest`, by value, in one statement.
pub async fn list_by_guests(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Seat>>, sqlx::Error> {
    let rows: Vec<Seat> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = ANY($1::uuid[])",
        " ORDER BY row_number, number",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Seat>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.guest {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// The rows with these values of `ticket`, in one statement; what has no row is not in the map.
pub async fn get_many_by_ticket(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Seat>, sqlx::Error> {
    let rows: Vec<Seat> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE ticket = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.ticket, row)).collect())
}

/// All rows with this `hall_city`, `hall_name`, by primary key.
pub async fn list_by_hall_city_and_hall_name(
    db: impl PgExecutor<'_>,
    hall_city: &str,
    hall_name: &str,
) -> Result<Vec<Seat>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE hall_city = $1::text AND hall_name = $2::text",
        " ORDER BY row_number, number",
    ))
    .bind(hall_city)
    .bind(hall_name)
    .fetch_all(db)
    .await
}

/// All rows with these values of `hall_city`, `hall_name`, by value, in one statement.
pub async fn list_by_many_hall_city_and_hall_name(
    db: impl PgExecutor<'_>,
    keys: &[(String, String)],
) -> Result<HashMap<(String, String), Vec<Seat>>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Seat> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.seats",
                " WHERE (hall_city, hall_name) IN (SELECT * FROM UNNEST($1::text[], ",
                "$2::text[]))", " ORDER BY row_number, number",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    let mut found: HashMap<(String, String), Vec<Seat>> = HashMap::new();
    for row in rows {
        found
            .entry((row.hall_city.clone(), row.hall_name.clone()))
            .or_default()
            .push(row);
    }
    Ok(found)
}

/// How many rows `public.seats` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.seats")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Seat, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewSeat) -> Result<Seat, SeatError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewSeat],
) -> Result<Vec<Seat>, SeatError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("row_number", "integer", new.iter().map(|row| &row.row_number))?;
    rows.column("number", "integer", new.iter().map(|row| &row.number))?;
    rows.column("hall_city", "text", new.iter().map(|row| &row.hall_city))?;
    rows.column("hall_name", "text", new.iter().map(|row| &row.hall_name))?;
    rows.column("guest", "uuid", new.iter().map(|row| &row.guest))?;
    rows.column("ticket", "uuid", new.iter().map(|row| &row.ticket))?;
    rows.or_default(
        "is_front",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.is_front),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(db: &mut PgConnection, new: &[NewSeat]) -> Result<u64, SeatError> {
    let mut kinds: BTreeMap<[bool; 1], Vec<&NewSeat>> = BTreeMap::new();
    for row in new {
        let given = [!row.is_front.is_default()];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "row_number", "number", "hall_city", "hall_name", "guest", "ticket"
        ];
        if given[0] {
            columns.push("is_front");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.row_number)?;
            copy.value(row.number)?;
            copy.value(&row.hall_city)?;
            copy.value(&row.hall_name)?;
            copy.value(row.guest)?;
            copy.value(row.ticket)?;
            if let Some(value) = row.is_front.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `row_number`, `number` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewSeat) -> Result<Seat, SeatError> {
    let row = assignments(new)?
        .upsert(TABLE, "(row_number, number)", &["row_number", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `ticket` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_ticket(
    db: impl PgExecutor<'_>,
    new: &NewSeat,
) -> Result<Seat, SeatError> {
    let row = assignments(new)?
        .upsert(TABLE, "(ticket)", &["ticket", "row_number", "number"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `guest` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_guest(
    db: impl PgExecutor<'_>,
    new: &NewSeat,
) -> Result<Seat, SeatError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(guest) WHERE is_front",
            &["guest", "row_number", "number"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewSeat) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("row_number", new.row_number)?;
    set.set("number", new.number)?;
    set.set("hall_city", &new.hall_city)?;
    set.set("hall_name", &new.hall_name)?;
    set.set("guest", new.guest)?;
    set.set("ticket", new.ticket)?;
    set.or_default("is_front", &new.is_front)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `row_number`, `number`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
    patch: &SeatPatch,
) -> Result<Option<Seat>, SeatError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, row_number, number).await?);
    }
    let key_0 = set.argument(row_number)?;
    let key_1 = set.argument(number)?;
    let condition = format!(
        "row_number = {key_0}::integer AND number = {key_1}::integer"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &SeatPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("hall_city", patch.hall_city.as_ref())?;
    set.given("hall_name", patch.hall_name.as_ref())?;
    set.change("guest", &patch.guest)?;
    set.given("ticket", patch.ticket)?;
    set.given("is_front", patch.is_front)?;
    Ok(set)
}

/// Deletes the row with this `row_number`, `number`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    row_number: i32,
    number: i32,
) -> Result<bool, SeatError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.seats WHERE row_number = $1::integer AND number = ",
        "$2::integer",
    ))
    .bind(row_number)
    .bind(number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `ticket`; whether there was one.
pub async fn delete_by_ticket(
    db: impl PgExecutor<'_>,
    ticket: Uuid,
) -> Result<bool, SeatError> {
    let done = sqlx::query("DELETE FROM public.seats WHERE ticket = $1::uuid")
    .bind(ticket)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `guest`; whether there was one.
pub async fn delete_by_guest(
    db: impl PgExecutor<'_>,
    guest: Uuid,
) -> Result<bool, SeatError> {
    let done = sqlx::query(
        "DELETE FROM public.seats WHERE guest = $1::uuid AND (is_front)",
    )
    .bind(guest)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
