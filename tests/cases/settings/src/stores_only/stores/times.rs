// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::super::errors::TimeError;
use super::super::models::{NewTime, Time, TimePatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("day, hour, zoned, plain, instant, until, days, plains, instants, shifts, a_day, ",
        "day_list, hour_list, instant_list, range_list",)
    };
}

const TABLE: &str = "public.times";
const COLUMNS: &str = columns!();

/// The row with this `day`, `hour`.
pub async fn get(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
) -> Result<Option<Time>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
    .await
}

/// The row with this `plain`.
pub async fn get_by_plain(
    db: impl PgExecutor<'_>,
    plain: PrimitiveDateTime,
) -> Result<Option<Time>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE plain = $1::timestamp without time zone",
    ))
    .bind(plain)
    .fetch_optional(db)
    .await
}

/// The row with this `until`.
pub async fn get_by_until(
    db: impl PgExecutor<'_>,
    until: OffsetDateTime,
) -> Result<Option<Time>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE until = $1::timestamp with time zone",
    ))
    .bind(until)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `day`, `hour`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE day = $1::date AND hour = ",
        "$2::time without time zone)",
    ))
    .bind(day)
    .bind(hour)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `plain`.
pub async fn exists_by_plain(
    db: impl PgExecutor<'_>,
    plain: PrimitiveDateTime,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE plain = $1::timestamp without ",
        "time zone)",
    ))
    .bind(plain)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `until`.
pub async fn exists_by_until(
    db: impl PgExecutor<'_>,
    until: OffsetDateTime,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.times WHERE until = $1::timestamp with ",
        "time zone)",
    ))
    .bind(until)
    .fetch_one(db)
    .await
}

/// The rows with these values of `day`, `hour`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Date, time::Time)],
) -> Result<HashMap<(Date, time::Time), Time>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<Time> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE (day, hour) IN (SELECT * FROM UNNEST($1::date[], $2::time without ",
        "time zone[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.day, row.hour), row)).collect())
}

/// The row with this `day`, `hour`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
) -> Result<Option<Time>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
        " FOR UPDATE",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
    .await
}

/// The row with this `day`, `hour`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
) -> Result<Option<Time>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
        " WHERE day = $1::date AND hour = $2::time without time zone",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(day)
    .bind(hour)
    .fetch_optional(db)
    .await
}

/// How many rows `public.times` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.times")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Time, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.times",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(db: impl PgExecutor<'_>, new: &NewTime) -> Result<Time, TimeError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewTime],
) -> Result<Vec<Time>, TimeError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("day", "date", new.iter().map(|row| &row.day))?;
    rows.column("hour", "time without time zone", new.iter().map(|row| &row.hour))?;
    rows.column("zoned", "time with time zone", new.iter().map(|row| &row.zoned))?;
    rows.column(
        "plain",
        "timestamp without time zone",
        new.iter().map(|row| &row.plain),
    )?;
    rows.or_default(
        "instant",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.instant),
    )?;
    rows.column("until", "timestamp with time zone", new.iter().map(|row| &row.until))?;
    rows.column("days", "daterange", new.iter().map(|row| &row.days))?;
    rows.or_default(
        "plains",
        "tsrange",
        "('empty')",
        new.iter().map(|row| &row.plains),
    )?;
    rows.column("instants", "tstzrange", new.iter().map(|row| &row.instants))?;
    rows.column("shifts", "public.shift", new.iter().map(|row| &row.shifts))?;
    rows.column("a_day", "date", new.iter().map(|row| &row.a_day))?;
    rows.list("day_list", "date", new.iter().map(|row| Some(&row.day_list)))?;
    rows.null_list_or_default(
        "hour_list",
        "time without time zone",
        "('{}')",
        new.iter().map(|row| &row.hour_list),
    )?;
    rows.list(
        "instant_list",
        "timestamp with time zone",
        new.iter().map(|row| row.instant_list.as_ref()),
    )?;
    rows.list("range_list", "tstzrange", new.iter().map(|row| row.range_list.as_ref()))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(db: &mut PgConnection, new: &[NewTime]) -> Result<u64, TimeError> {
    let element_1 = element_type(&mut *db, "date").await?;
    let element_2 = element_type(&mut *db, "time without time zone").await?;
    let element_3 = element_type(&mut *db, "timestamp with time zone").await?;
    let element_4 = element_type(&mut *db, "tstzrange").await?;
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewTime>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.instant.is_default(),
            !row.plains.is_default(),
            !row.hour_list.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "day", "hour", "zoned", "plain", "until", "days", "instants", "shifts",
            "a_day", "day_list", "instant_list", "range_list"
        ];
        if given[0] {
            columns.push("instant");
        }
        if given[1] {
            columns.push("plains");
        }
        if given[2] {
            columns.push("hour_list");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.day)?;
            copy.value(row.hour)?;
            copy.value(row.zoned)?;
            copy.value(row.plain)?;
            copy.value(row.until)?;
            copy.value(row.days)?;
            copy.value(row.instants)?;
            copy.value(row.shifts)?;
            copy.value(row.a_day)?;
            copy.array(&row.day_list, element_1)?;
            copy.array(&row.instant_list, element_3)?;
            copy.array(&row.range_list, element_4)?;
            if let Some(value) = row.instant.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.plains.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.hour_list.value() {
                copy.array(value, element_2)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `day`, `hour` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(db: impl PgExecutor<'_>, new: &NewTime) -> Result<Time, TimeError> {
    let row = assignments(new)?
        .upsert(TABLE, "(day, hour)", &["day", "hour"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `plain` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_plain(
    db: impl PgExecutor<'_>,
    new: &NewTime,
) -> Result<Time, TimeError> {
    let row = assignments(new)?
        .upsert(TABLE, "(plain)", &["plain", "day", "hour"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `until` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_until(
    db: impl PgExecutor<'_>,
    new: &NewTime,
) -> Result<Time, TimeError> {
    let row = assignments(new)?
        .upsert(TABLE, "(until)", &["until", "day", "hour"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewTime) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("day", new.day)?;
    set.set("hour", new.hour)?;
    set.set("zoned", new.zoned)?;
    set.set("plain", new.plain)?;
    set.or_default("instant", &new.instant)?;
    set.set("until", new.until)?;
    set.set("days", new.days)?;
    set.or_default("plains", &new.plains)?;
    set.set("instants", new.instants)?;
    set.set("shifts", new.shifts)?;
    set.set("a_day", new.a_day)?;
    set.set("day_list", &new.day_list)?;
    set.or_default("hour_list", &new.hour_list)?;
    set.set("instant_list", &new.instant_list)?;
    set.set("range_list", &new.range_list)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `day`, `hour`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
    patch: &TimePatch,
) -> Result<Option<Time>, TimeError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, day, hour).await?);
    }
    let key_0 = set.argument(day)?;
    let key_1 = set.argument(hour)?;
    let condition = format!(
        "day = {key_0}::date AND hour = {key_1}::time without time zone"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &TimePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("zoned", patch.zoned)?;
    set.given("plain", patch.plain)?;
    set.given("instant", patch.instant)?;
    set.change("until", &patch.until)?;
    set.change("days", &patch.days)?;
    set.given("plains", patch.plains)?;
    set.change("instants", &patch.instants)?;
    set.change("shifts", &patch.shifts)?;
    set.change("a_day", &patch.a_day)?;
    set.given("day_list", patch.day_list.as_ref())?;
    set.change("hour_list", &patch.hour_list)?;
    set.change("instant_list", &patch.instant_list)?;
    set.change("range_list", &patch.range_list)?;
    Ok(set)
}

/// Deletes the row with this `day`, `hour`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    day: Date,
    hour: time::Time,
) -> Result<bool, TimeError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.times WHERE day = $1::date AND hour = $2::time without ",
        "time zone",
    ))
    .bind(day)
    .bind(hour)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `plain`; whether there was one.
pub async fn delete_by_plain(
    db: impl PgExecutor<'_>,
    plain: PrimitiveDateTime,
) -> Result<bool, TimeError> {
    let done = sqlx::query(
        "DELETE FROM public.times WHERE plain = $1::timestamp without time zone",
    )
    .bind(plain)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `until`; whether there was one.
pub async fn delete_by_until(
    db: impl PgExecutor<'_>,
    until: OffsetDateTime,
) -> Result<bool, TimeError> {
    let done = sqlx::query(
        "DELETE FROM public.times WHERE until = $1::timestamp with time zone",
    )
    .bind(until)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
