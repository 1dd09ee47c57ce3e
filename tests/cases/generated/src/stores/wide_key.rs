// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::errors::WideKeyError;
use super::super::models::{NewWideKey, WideKey};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "one, two, three, four, five, six, seven, eight"
    };
}

const TABLE: &str = "public.wide_key";
const COLUMNS: &str = columns!();

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> BoxFuture<'e, Result<Option<WideKey>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// Whether there is a row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
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
    .fetch_value(db)
}

/// The rows with these values of `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(String, String, String, String, String, String, String, String)],
) -> BoxFuture<
    'e,
    Result<HashMap<(
        String,
        String,
        String,
        String,
        String,
        String,
        String,
        String,
    ), WideKey>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let keys_2: Vec<_> = keys.iter().map(|key| &key.2).collect();
    let keys_3: Vec<_> = keys.iter().map(|key| &key.3).collect();
    let keys_4: Vec<_> = keys.iter().map(|key| &key.4).collect();
    let keys_5: Vec<_> = keys.iter().map(|key| &key.5).collect();
    let keys_6: Vec<_> = keys.iter().map(|key| &key.6).collect();
    let keys_7: Vec<_> = keys.iter().map(|key| &key.7).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
        " WHERE (one, two, three, four, five, six, seven, eight) IN (SELECT * FROM ",
        "UNNEST($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], ",
        "$6::text[], $7::text[], $8::text[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .bind(keys_2)
    .bind(keys_3)
    .bind(keys_4)
    .bind(keys_5)
    .bind(keys_6)
    .bind(keys_7)
    .fetch_map(
        db,
        |row| Some(
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
        ),
    )
}

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> BoxFuture<'e, Result<Option<WideKey>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> BoxFuture<'e, Result<Option<WideKey>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// How many rows `public.wide_key` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.wide_key").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<WideKey, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.wide_key",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewWideKey,
) -> BoxFuture<'e, Result<WideKey, WideKeyError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewWideKey],
) -> BoxFuture<'e, Result<Vec<WideKey>, WideKeyError>> {
    let mut rows = Rows::new(new);
    rows.column("one", "text", |row| &row.one);
    rows.column("two", "text", |row| &row.two);
    rows.column("three", "text", |row| &row.three);
    rows.column("four", "text", |row| &row.four);
    rows.column("five", "text", |row| &row.five);
    rows.column("six", "text", |row| &row.six);
    rows.column("seven", "text", |row| &row.seven);
    rows.column("eight", "text", |row| &row.eight);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewWideKey],
) -> BoxFuture<'e, Result<u64, WideKeyError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewWideKey,
) -> BoxFuture<'e, Result<WideKey, WideKeyError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(one, two, three, four, five, six, seven, eight)",
            &["one", "two", "three", "four", "five", "six", "seven", "eight"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewWideKey {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("one", &self.one);
        to.set("two", &self.two);
        to.set("three", &self.three);
        to.set("four", &self.four);
        to.set("five", &self.five);
        to.set("six", &self.six);
        to.set("seven", &self.seven);
        to.set("eight", &self.eight);
    }
}

/// Deletes the row with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    one: &str,
    two: &str,
    three: &str,
    four: &str,
    five: &str,
    six: &str,
    seven: &str,
    eight: &str,
) -> BoxFuture<'e, Result<bool, WideKeyError>> {
    Query::new(concat!(
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
    .affects(db)
}
