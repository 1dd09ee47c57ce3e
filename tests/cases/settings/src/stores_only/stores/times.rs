// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::super::errors::TimeError;
use super::super::models::{NewTime, Time, TimePatch};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "day, hour, zoned, plain, instant, until, days, plains, instants, a_day, ",
            "day_list, hour_list, instant_list, range_list",
        )
    };
}

const TABLE: &str = "public.times";
const COLUMNS: &str = columns!();

/// The row with this `day`, `hour`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
) -> BoxFuture<'e, Result<Option<Time>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
}

/// The row with this `plain`.
pub fn get_by_plain<'e>(
    db: impl PgExecutor<'e>,
    plain: PrimitiveDateTime,
) -> BoxFuture<'e, Result<Option<Time>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE plain = $1::timestamp without time zone",
    ))
    .bind(plain)
    .fetch_optional(db)
}

/// The row with this `until`.
pub fn get_by_until<'e>(
    db: impl PgExecutor<'e>,
    until: OffsetDateTime,
) -> BoxFuture<'e, Result<Option<Time>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE until = $1::timestamp with time zone",
    ))
    .bind(until)
    .fetch_optional(db)
}

/// Whether there is a row with this `day`, `hour`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE day = $1::date AND hour = ",
        "$2::time without time zone)",
    ))
    .bind(day)
    .bind(hour)
    .fetch_value(db)
}

/// Whether there is a row with this `plain`.
pub fn exists_by_plain<'e>(
    db: impl PgExecutor<'e>,
    plain: PrimitiveDateTime,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE plain = $1::timestamp without ",
        "time zone)",
    ))
    .bind(plain)
    .fetch_value(db)
}

/// Whether there is a row with this `until`.
pub fn exists_by_until<'e>(
    db: impl PgExecutor<'e>,
    until: OffsetDateTime,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE until = $1::timestamp with ",
        "time zone)",
    ))
    .bind(until)
    .fetch_value(db)
}

/// The rows with these values of `day`, `hour`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Date, time::Time)],
) -> BoxFuture<'e, Result<HashMap<(Date, time::Time), Time>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE (day, hour) IN (SELECT * FROM UNNEST($1::date[], $2::time without ",
        "time zone[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.day, row.hour)))
}

/// The row with this `day`, `hour`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
) -> BoxFuture<'e, Result<Option<Time>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
        " FOR UPDATE",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
}

/// The row with this `day`, `hour`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
) -> BoxFuture<'e, Result<Option<Time>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
}

/// How many rows `public.times` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.times").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Time, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTime,
) -> BoxFuture<'e, Result<Time, TimeError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewTime],
) -> BoxFuture<'e, Result<Vec<Time>, TimeError>> {
    let mut rows = Rows::new(new);
    rows.column("day", "date", |row| &row.day);
    rows.column("hour", "time without time zone", |row| &row.hour);
    rows.column("zoned", "time with time zone", |row| &row.zoned);
    rows.column("plain", "timestamp without time zone", |row| &row.plain);
    rows.or_default("instant", "timestamp with time zone", "(now())", |row| &row.instant);
    rows.column("until", "timestamp with time zone", |row| &row.until);
    rows.column("days", "daterange", |row| &row.days);
    rows.or_default("plains", "tsrange", "('(,)')", |row| &row.plains);
    rows.column("instants", "tstzrange", |row| &row.instants);
    rows.column("a_day", "date", |row| &row.a_day);
    rows.list("day_list", "date", |row| Some(&row.day_list));
    rows.null_list_or_default(
        "hour_list",
        "time without time zone",
        "('{}')",
        |row| &row.hour_list,
    );
    rows.list(
        "instant_list",
        "timestamp with time zone",
        |row| row.instant_list.as_ref(),
    );
    rows.list("range_list", "tstzrange", |row| row.range_list.as_ref());
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewTime],
) -> BoxFuture<'e, Result<u64, TimeError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `day`, `hour`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTime,
) -> BoxFuture<'e, Result<Time, TimeError>> {
    Assignments::of(new)
        .upsert(TABLE, "(day, hour)", &["day", "hour"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `plain`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_plain<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTime,
) -> BoxFuture<'e, Result<Time, TimeError>> {
    Assignments::of(new)
        .upsert(TABLE, "(plain)", &["plain", "day", "hour"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `until`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_until<'e>(
    db: impl PgExecutor<'e>,
    new: &NewTime,
) -> BoxFuture<'e, Result<Time, TimeError>> {
    Assignments::of(new)
        .upsert(TABLE, "(until)", &["until", "day", "hour"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewTime {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("day", self.day);
        to.set("hour", self.hour);
        to.set("zoned", self.zoned);
        to.set("plain", self.plain);
        to.or_default("instant", &self.instant);
        to.set("until", self.until);
        to.set("days", self.days);
        to.or_default("plains", &self.plains);
        to.set("instants", self.instants);
        to.set("a_day", self.a_day);
        to.column("day_list", Form::List("date"), Some(&self.day_list));
        to.column(
            "hour_list",
            Form::List("time without time zone"),
            self.hour_list.value(),
        );
        to.column(
            "instant_list",
            Form::List("timestamp with time zone"),
            Some(&self.instant_list),
        );
        to.column("range_list", Form::List("tstzrange"), Some(&self.range_list));
    }
}

/// Writes what the patch sets to the row with this `day`, `hour`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
    patch: &TimePatch,
) -> BoxFuture<'e, Result<Option<Time>, TimeError>> {
    changes(patch)
        .key("day", "date", day)
        .key("hour", "time without time zone", hour)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &TimePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("zoned", patch.zoned);
    set.given("plain", patch.plain);
    set.given("instant", patch.instant);
    set.change("until", &patch.until);
    set.change("days", &patch.days);
    set.given("plains", patch.plains);
    set.change("instants", &patch.instants);
    set.change("a_day", &patch.a_day);
    set.given("day_list", patch.day_list.as_ref());
    set.change("hour_list", &patch.hour_list);
    set.change("instant_list", &patch.instant_list);
    set.change("range_list", &patch.range_list);
    set
}

/// Deletes the row with this `day`, `hour`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    day: Date,
    hour: time::Time,
) -> BoxFuture<'e, Result<bool, TimeError>> {
    Query::new(concat!(
        "DELETE FROM public.times WHERE day = $1::date AND hour = $2::time without ",
        "time zone",
    ))
    .bind(day)
    .bind(hour)
    .affects(db)
}

/// Deletes the row with this `plain`; gives whether there was one.
pub fn delete_by_plain<'e>(
    db: impl PgExecutor<'e>,
    plain: PrimitiveDateTime,
) -> BoxFuture<'e, Result<bool, TimeError>> {
    Query::new(
        "DELETE FROM public.times WHERE plain = $1::timestamp without time zone",
    )
    .bind(plain)
    .affects(db)
}

/// Deletes the row with this `until`; gives whether there was one.
pub fn delete_by_until<'e>(
    db: impl PgExecutor<'e>,
    until: OffsetDateTime,
) -> BoxFuture<'e, Result<bool, TimeError>> {
    Query::new(
        "DELETE FROM public.times WHERE until = $1::timestamp with time zone",
    )
    .bind(until)
    .affects(db)
}
