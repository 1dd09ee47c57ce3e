// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::WideKeyError;
use super::super::models::{NewWideKey, WideKey};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "one, two, three, four, five, six, seven, eight"
    };
}

const TABLE: &str = "public.wide_key";
const COLUMNS: &str = columns!();

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
pub async fn get(
    db: impl PgExecutor<'_>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> Result<Option<WideKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
        " WHERE one = $1::text AND two = $2::text AND three = $3::text AND four = ",
        "$4::text AND five = $5::text AND six = $6::text AND seven = $7::text AND ",
        "eight = $8::text",
    ))
    .bind(one)
    .bind(two)
    .bind(three)
    .bind(four)
    .bind(five)
    .bind(six)
    .bind(seven)
    .bind(eight)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.wide_key WHERE one = $1::text AND two = ",
        "$2::text AND three = $3::text AND four = $4::text AND five = $5::text AND ",
        "six = $6::text AND seven = $7::text AND eight = $8::text)",
    ))
    .bind(one)
    .bind(two)
    .bind(three)
    .bind(four)
    .bind(five)
    .bind(six)
    .bind(seven)
    .bind(eight)
    .fetch_one(db)
    .await
}

/// The rows with these values of `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(String, String, String, String, String, String, String, String)],
) -> Result<
    HashMap<(String, String, String, String, String, String, String, String), WideKey>,
    sqlx::Error,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    let keys_4: Vec<_> = keys.iter().map(|key| &key.4).collect();
    let keys_5: Vec<_> = keys.iter().map(|key| &key.5).collect();
    let keys_6: Vec<_> = keys.iter().map(|key| &key.6).collect();
    let keys_7: Vec<_> = keys.iter().map(|key| &key.7).collect();
    let rows: Vec<WideKey> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.wide_key",
                " WHERE (one, two, three, four, five, six, seven, eight) IN (SELECT * FROM ",
                "UNNEST($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], ",
                "$6::text[], $7::text[], $8::text[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .bind(keys_2)
        .bind(keys_3)
        .bind(keys_4)
        .bind(keys_5)
        .bind(keys_6)
        .bind(keys_7)
        .fetch_all(db)
        .await?;
    Ok(
        rows
            .into_iter()
            .map(|row| (
                (
                    row.one.clone(),
                    row.two.clone(),
                    row.three.clone(),
                    row.four.clone(),
                    row.five.clone(),
                    row.six.clone(),
                    row.seven.clone(),
                    row.eight.clone(),
                ),
                row,
            ))
            .collect(),
    )
}

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> Result<Option<WideKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
        " WHERE one = $1::text AND two = $2::text AND three = $3::text AND four = ",
        "$4::text AND five = $5::text AND six = $6::text AND seven = $7::text AND ",
        "eight = $8::text",
        " FOR UPDATE",
    ))
    .bind(one)
    .bind(two)
    .bind(three)
    .bind(four)
    .bind(five)
    .bind(six)
    .bind(seven)
    .bind(eight)
    .fetch_optional(db)
    .await
}

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> Result<Option<WideKey>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
        " WHERE one = $1::text AND two = $2::text AND three = $3::text AND four = ",
        "$4::text AND five = $5::text AND six = $6::text AND seven = $7::text AND ",
        "eight = $8::text",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(one)
    .bind(two)
    .bind(three)
    .bind(four)
    .bind(five)
    .bind(six)
    .bind(seven)
    .bind(eight)
    .fetch_optional(db)
    .await
}

/// How many rows `public.wide_key` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.wide_key")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<WideKey, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewWideKey,
) -> Result<WideKey, WideKeyError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewWideKey],
) -> Result<Vec<WideKey>, WideKeyError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("one", "text", new.iter().map(|row| &row.one))?;
    rows.column("two", "text", new.iter().map(|row| &row.two))?;
    rows.column("three", "text", new.iter().map(|row| &row.three))?;
    rows.column("four", "text", new.iter().map(|row| &row.four))?;
    rows.column("five", "text", new.iter().map(|row| &row.five))?;
    rows.column("six", "text", new.iter().map(|row| &row.six))?;
    rows.column("seven", "text", new.iter().map(|row| &row.seven))?;
    rows.column("eight", "text", new.iter().map(|row| &row.eight))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewWideKey],
) -> Result<u64, WideKeyError> {
    let mut copy = Copy::begin(
            db,
            TABLE,
            &["one", "two", "three", "four", "five", "six", "seven", "eight"],
        )
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(&row.one)?;
        copy.value(&row.two)?;
        copy.value(&row.three)?;
        copy.value(&row.four)?;
        copy.value(&row.five)?;
        copy.value(&row.six)?;
        copy.value(&row.seven)?;
        copy.value(&row.eight)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewWideKey,
) -> Result<WideKey, WideKeyError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(one, two, three, four, five, six, seven, eight)",
            &["one", "two", "three", "four", "five", "six", "seven", "eight"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewWideKey) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("one", &new.one)?;
    set.set("two", &new.two)?;
    set.set("three", &new.three)?;
    set.set("four", &new.four)?;
    set.set("five", &new.five)?;
    set.set("six", &new.six)?;
    set.set("seven", &new.seven)?;
    set.set("eight", &new.eight)?;
    Ok(set)
}

/// Deletes the row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> Result<bool, WideKeyError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.wide_key WHERE one = $1::text AND two = $2::text AND ",
        "three = $3::text AND four = $4::text AND five = $5::text AND six = $6::text ",
        "AND seven = $7::text AND eight = $8::text",
    ))
    .bind(one)
    .bind(two)
    .bind(three)
    .bind(four)
    .bind(five)
    .bind(six)
    .bind(seven)
    .bind(eight)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
