use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::SeatError;
use super::super::models::{NewSeat, Seat, SeatPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "row_number, number, hall_city, hall_name, guest, ticket, is_front"
    };
}

const TABLE: &str = "public.seats";
const COLUMNS: &str = columns!();

/// The row with this `row_number`, `number`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
) -> BoxFuture<'e, Result<Option<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `ticket`.
pub fn get_by_ticket<'e>(
    db: impl PgExecutor<'e>,
    ticket: Uuid,
) -> BoxFuture<'e, Result<Option<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE ticket = $1::uuid",
    ))
    .bind(ticket)
    .fetch_optional(db)
}

/// The row with this `guest`, of those where `is_front`.
pub fn get_by_guest<'e>(
    db: impl PgExecutor<'e>,
    guest: Uuid,
) -> BoxFuture<'e, Result<Option<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = $1::uuid AND (is_front)",
    ))
    .bind(guest)
    .fetch_optional(db)
}

/// Whether there is a row with this `row_number`, `number`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.seats WHERE row_number = $1::integer AND ",
        "number = $2::integer)",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_value(db)
}

/// Whether there is a row with this `ticket`.
pub fn exists_by_ticket<'e>(
    db: impl PgExecutor<'e>,
    ticket: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.seats WHERE ticket = $1::uuid)",
    )
    .bind(ticket)
    .fetch_value(db)
}

/// Whether there is a row with this `guest`, of those where `is_front`.
pub fn exists_by_guest<'e>(
    db: impl PgExecutor<'e>,
    guest: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.seats WHERE guest = $1::uuid AND ",
        "(is_front))",
    ))
    .bind(guest)
    .fetch_value(db)
}

/// The rows with these values of `row_number`, `number`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(i32, i32)],
) -> BoxFuture<'e, Result<HashMap<(i32, i32), Seat>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE (row_number, number) IN (SELECT * FROM UNNEST($1::integer[], ",
        "$2::integer[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.row_number, row.number)))
}

/// The row with this `row_number`, `number`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
) -> BoxFuture<'e, Result<Option<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
        " FOR UPDATE",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
}

/// The row with this `row_number`, `number`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
) -> BoxFuture<'e, Result<Option<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE row_number = $1::integer AND number = $2::integer",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(row_number)
    .bind(number)
    .fetch_optional(db)
}

/// All rows with this `guest`, by primary key.
pub fn list_by_guest<'e>(
    db: impl PgExecutor<'e>,
    guest: Uuid,
) -> BoxFuture<'e, Result<Vec<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = $1::uuid",
        " ORDER BY row_number, number",
    ))
    .bind(guest)
    .fetch_all(db)
}

/// The rows with each of these values of `guest`, in one statement; a value that no row has is not in the map.
pub fn list_by_guests<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<Seat>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE guest = ANY($1::uuid[])",
        " ORDER BY row_number, number",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.guest)
}

/// The rows with these values of `ticket`, in one statement; what has no row is not in the map.
pub fn get_many_by_ticket<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE ticket = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.ticket))
}

/// All rows with this `hall_city`, `hall_name`, by primary key.
pub fn list_by_hall_city_and_hall_name<'e>(
    db: impl PgExecutor<'e>,
    hall_city: &str,
    hall_name: &str,
) -> BoxFuture<'e, Result<Vec<Seat>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE hall_city = $1::text AND hall_name = $2::text",
        " ORDER BY row_number, number",
    ))
    .bind(hall_city)
    .bind(hall_name)
    .fetch_all(db)
}

/// The rows with each of these values of `hall_city`, `hall_name`, in one statement; a value that no row has is not in the map.
pub fn list_by_many_hall_city_and_hall_name<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, String)],
) -> BoxFuture<'e, Result<HashMap<(String, String), Vec<Seat>>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
        " WHERE (hall_city, hall_name) IN (SELECT * FROM UNNEST($1::text[], ",
        "$2::text[]))",
        " ORDER BY row_number, number",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_groups(db, |row| Some((row.hall_city.clone(), row.hall_name.clone())))
}

/// How many rows `public.seats` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.seats").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Seat, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.seats",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSeat,
) -> BoxFuture<'e, Result<Seat, SeatError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewSeat],
) -> BoxFuture<'e, Result<Vec<Seat>, SeatError>> {
    let mut rows = Rows::new(new);
    rows.column("row_number", "integer", |row| &row.row_number);
    rows.column("number", "integer", |row| &row.number);
    rows.column("hall_city", "text", |row| &row.hall_city);
    rows.column("hall_name", "text", |row| &row.hall_name);
    rows.column("guest", "uuid", |row| &row.guest);
    rows.column("ticket", "uuid", |row| &row.ticket);
    rows.or_default("is_front", "boolean", "(false)", |row| &row.is_front);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewSeat],
) -> BoxFuture<'e, Result<u64, SeatError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `row_number`, `number`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSeat,
) -> BoxFuture<'e, Result<Seat, SeatError>> {
    Assignments::of(new)
        .upsert(TABLE, "(row_number, number)", &["row_number", "number"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `ticket`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_ticket<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSeat,
) -> BoxFuture<'e, Result<Seat, SeatError>> {
    Assignments::of(new)
        .upsert(TABLE, "(ticket)", &["ticket", "row_number", "number"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `guest`, of those where `is_front`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_guest<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSeat,
) -> BoxFuture<'e, Result<Seat, SeatError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(guest) WHERE is_front",
            &["guest", "row_number", "number"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewSeat {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("row_number", self.row_number);
        to.set("number", self.number);
        to.set("hall_city", &self.hall_city);
        to.set("hall_name", &self.hall_name);
        to.set("guest", self.guest);
        to.set("ticket", self.ticket);
        to.or_default("is_front", &self.is_front);
    }
}

/// Writes what the patch sets to the row with this `row_number`, `number`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
    patch: &SeatPatch,
) -> BoxFuture<'e, Result<Option<Seat>, SeatError>> {
    changes(patch)
        .key("row_number", "integer", row_number)
        .key("number", "integer", number)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &SeatPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("hall_city", patch.hall_city.as_ref());
    set.given("hall_name", patch.hall_name.as_ref());
    set.change("guest", &patch.guest);
    set.given("ticket", patch.ticket);
    set.given("is_front", patch.is_front);
    set
}

/// Deletes the row with this `row_number`, `number`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    row_number: i32,
    number: i32,
) -> BoxFuture<'e, Result<bool, SeatError>> {
    Query::new(concat!(
        "DELETE FROM public.seats WHERE row_number = $1::integer AND number = ",
        "$2::integer",
    ))
    .bind(row_number)
    .bind(number)
    .affects(db)
}

/// Deletes the row with this `ticket`; gives whether there was one.
pub fn delete_by_ticket<'e>(
    db: impl PgExecutor<'e>,
    ticket: Uuid,
) -> BoxFuture<'e, Result<bool, SeatError>> {
    Query::new("DELETE FROM public.seats WHERE ticket = $1::uuid")
        .bind(ticket)
        .affects(db)
}

/// Deletes the row with this `guest`, of those where `is_front`; gives whether there was one.
pub fn delete_by_guest<'e>(
    db: impl PgExecutor<'e>,
    guest: Uuid,
) -> BoxFuture<'e, Result<bool, SeatError>> {
    Query::new(
        "DELETE FROM public.seats WHERE guest = $1::uuid AND (is_front)",
    )
    .bind(guest)
    .affects(db)
}
