// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Keyset pagination: pages in the order of an index, each found by the values where the last one ended, so that page
//! 10,000 costs what page 1 costs, and rows that come and go meanwhile shift nothing.

use std::fmt::Write as _;
use std::marker::PhantomData;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{Arguments, Encode, FromRow, PgExecutor, Postgres, Type};

use super::cursor::{Filter, KeyReader};
use super::exact::Exact;
use super::{Cursor, Query, Record};

/// A column of an order, as its index has it.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    column: &'static str,
    /// The type that its values are compared as.
    cast: &'static str,
    /// ` COLLATE` and a name, or nothing.
    collate: &'static str,
    descending: bool,
    nulls_first: bool,
    nullable: bool,
}

impl Key {
    /// Least first, NULLs last; column and type as SQL.
    pub const fn ascending(column: &'static str, cast: &'static str) -> Self {
        Self {
            column,
            cast,
            collate: "",
            descending: false,
            nulls_first: false,
            nullable: false,
        }
    }

    /// Greatest first, NULLs first.
    pub const fn descending(column: &'static str, cast: &'static str) -> Self {
        Self { descending: true, nulls_first: true, ..Self::ascending(column, cast) }
    }

    /// NULLs before everything else.
    #[must_use]
    pub const fn nulls_first(self) -> Self {
        Self { nulls_first: true, ..self }
    }

    /// NULLs after everything else.
    #[must_use]
    pub const fn nulls_last(self) -> Self {
        Self { nulls_first: false, ..self }
    }

    /// There can be NULLs.
    #[must_use]
    pub const fn nullable(self) -> Self {
        Self { nullable: true, ..self }
    }

    /// Compared otherwise than its column is: ` COLLATE` and a name.
    #[must_use]
    pub const fn collate(self, collate: &'static str) -> Self {
        Self { collate, ..self }
    }
}

/// An order that an index serves. Values of it are positions: the keys of one row.
pub trait Order: Clone + Send {
    /// What is ordered.
    type Row: Record + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static;
    /// Binds a cursor's text to this order.
    const NAME: &'static str;
    /// `SELECT … FROM …`, without conditions.
    const SELECT: &'static str;
    /// The columns; together they are unique.
    const KEYS: &'static [Key];

    /// Where a row stands.
    fn position(row: &Self::Row) -> Self;

    /// Gives the values of the keys, in order.
    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>);

    /// The position with these values, in the same order; nothing where they are no such values.
    fn read(from: &mut KeyReader) -> Option<Self>;
}

/// What takes the values of a position's keys, `None` being NULL.
pub trait KeyWriter<'k> {
    /// The value of the next key.
    fn key<T>(&mut self, value: Option<T>)
    where
        T: serde::Serialize + Encode<'k, Postgres> + Type<Postgres>;

    /// The value of the next key, a float: JSON has no NaN and no infinity, and a text may be read as a neighbour.
    fn float<T>(&mut self, value: Option<T>)
    where
        T: Exact + Encode<'k, Postgres> + Type<Postgres>;
}

/// Some rows of an order, and where to go on. Behind a cursor whose following rows are gone by now there are none, and no
/// way on: [`Pages::last`] is the page before it.
#[derive(Debug, Clone)]
pub struct Page<O: Order> {
    /// In the index's order, whichever way they were reached.
    pub rows: Vec<O::Row>,
    /// Where the rows after these begin, if there are any.
    pub next: Option<Cursor<O>>,
    /// Where the rows before these end, if there are any.
    pub previous: Option<Cursor<O>>,
}

/// Why a page could not be fetched.
#[derive(Debug)]
#[non_exhaustive]
pub enum PageError {
    /// The cursor is one of other pages of this order: their leading columns have other values.
    OtherPages,
    /// The server or the connection.
    Sqlx(sqlx::Error),
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::OtherPages => {
                f.write_str("the cursor belongs to pages with other filters")
            }
            Self::Sqlx(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PageError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::OtherPages => None,
            Self::Sqlx(error) => Some(error),
        }
    }
}

impl From<sqlx::Error> for PageError {
    fn from(error: sqlx::Error) -> Self {
        Self::Sqlx(error)
    }
}

#[derive(Debug)]
enum Start<O> {
    First,
    After(Cursor<O>),
    Before(Cursor<O>),
    Last,
}

/// Pages of an order, all rows or those whose leading columns have given values.
#[derive(Debug)]
#[must_use = "nothing is asked before `fetch`"]
pub struct Pages<O> {
    start: Start<O>,
    limit: u32,
    /// The values of the leading columns, in order; a NULL is no argument.
    fixed: Vec<bool>,
    arguments: PgArguments,
    filter: Filter,
    /// Why a leading column's value could not be taken; said when a page is asked for.
    failed: Option<sqlx::Error>,
    order: PhantomData<fn() -> O>,
}

impl<O: Order> Pages<O> {
    /// How many rows a page holds where nothing is said.
    pub const LIMIT: u32 = 50;

    pub(crate) fn new() -> Self {
        Self {
            start: Start::First,
            limit: Self::LIMIT,
            fixed: Vec::new(),
            arguments: PgArguments::default(),
            filter: Filter::default(),
            failed: None,
            order: PhantomData,
        }
    }

    /// Only the rows where the next leading column has this value, or is NULL.
    pub(crate) fn fix<T>(mut self, value: Option<T>) -> Self
    where
        T: serde::Serialize + for<'q> Encode<'q, Postgres> + Type<Postgres>,
    {
        self.fixed.push(value.is_some());
        let taken = self
            .filter
            .add(&value)
            .map_err(sqlx::error::BoxDynError::from)
            .and_then(|()| value.map_or(Ok(()), |value| self.arguments.add(value)));
        if let Err(error) = taken {
            self.failed.get_or_insert(sqlx::Error::Encode(error));
        }
        self
    }

    /// The most rows of a page, at least 1.
    pub fn limit(mut self, rows: u32) -> Self {
        self.limit = rows.clamp(1, u32::MAX - 1);
        self
    }

    /// Starts behind the row where the cursor stands.
    pub fn after(mut self, cursor: Cursor<O>) -> Self {
        self.start = Start::After(cursor);
        self
    }

    /// Ends before the row where the cursor stands.
    pub fn before(mut self, cursor: Cursor<O>) -> Self {
        self.start = Start::Before(cursor);
        self
    }

    /// The last page.
    pub fn last(mut self) -> Self {
        self.start = Start::Last;
        self
    }

    /// Fetches the page.
    ///
    /// # Errors
    /// When the cursor belongs to other pages, and what the server says.
    pub async fn fetch(mut self, db: impl PgExecutor<'_>) -> Result<Page<O>, PageError> {
        if let Some(error) = self.failed.take() {
            return Err(error.into());
        }
        let (position, backward) = self.walk()?;
        let has_position = position.is_some();
        let (sql, arguments) = self.statement(position, backward)?;
        let mut rows: Vec<O::Row> =
            Query::made(sql, Ok(arguments)).fetch_all::<_, PageError>(db).await?;
        let more = rows.len() > self.limit as usize;
        rows.truncate(self.limit as usize);
        if backward {
            rows.reverse();
        }
        let cursor = |row: Option<&O::Row>| {
            row.map(|row| Cursor::new(O::position(row), self.filter))
        };
        let (has_next, has_previous) =
            if backward { (has_position, more) } else { (more, has_position) };
        let next = if has_next { cursor(rows.last()) } else { None };
        let previous = if has_previous { cursor(rows.first()) } else { None };
        Ok(Page { rows, next, previous })
    }

    /// The SQL that [`Self::fetch`] runs, such as for `EXPLAIN`; its last argument is the limit, one more than a page holds.
    ///
    /// # Errors
    /// When the cursor belongs to other pages.
    pub fn sql(&self) -> Result<String, PageError> {
        let (position, backward) = self.walk()?;
        Ok(self.statement(position, backward)?.0)
    }

    /// The values of the placeholders of [`Self::sql`].
    ///
    /// # Errors
    /// When the cursor belongs to other pages.
    pub fn arguments(&self) -> Result<PgArguments, PageError> {
        let (position, backward) = self.walk()?;
        Ok(self.statement(position, backward)?.1)
    }

    /// Where to begin, and whether to go backward from there.
    fn walk(&self) -> Result<(Option<&O>, bool), PageError> {
        Ok(match &self.start {
            Start::First => (None, false),
            Start::Last => (None, true),
            Start::After(cursor) => (Some(self.position(cursor)?), false),
            Start::Before(cursor) => (Some(self.position(cursor)?), true),
        })
    }

    fn position<'c>(&self, cursor: &'c Cursor<O>) -> Result<&'c O, PageError> {
        cursor.position(self.filter).ok_or(PageError::OtherPages)
    }

    /// The statement and its arguments.
    fn statement(
        &self,
        position: Option<&O>,
        backward: bool,
    ) -> Result<(String, PgArguments), sqlx::Error> {
        let mut arguments = self.arguments.clone();
        let mut count = 0;
        let mut conditions = Vec::new();
        for (key, given) in O::KEYS.iter().zip(&self.fixed) {
            conditions.push(if *given {
                count += 1;
                key.equals(count)
            } else {
                format!("{} IS NULL", key.column)
            });
        }
        let order = order_by(O::KEYS, backward);
        let Some(position) = position else {
            let sql = format!(
                "{}{} ORDER BY {order} LIMIT ${}",
                O::SELECT,
                r#where(&conditions),
                count + 1
            );
            self.limit_to(&mut arguments)?;
            return Ok((sql, arguments));
        };
        // The keys after those that are fixed, each with its placeholder unless it is NULL.
        let mut binder = Binder {
            skip: self.fixed.len(),
            arguments,
            count,
            placeholders: Vec::new(),
            failed: None,
        };
        position.keys(&mut binder);
        if let Some(error) = binder.failed {
            return Err(sqlx::Error::Encode(error));
        }
        let Binder { mut arguments, count, placeholders, .. } = binder;
        self.limit_to(&mut arguments)?;
        let keys: Vec<_> =
            O::KEYS.iter().skip(self.fixed.len()).zip(placeholders).collect();
        let limit = count + 1;
        let uniform = keys.iter().all(|(key, value)| {
            !key.nullable
                && value.is_some()
                && key.collate.is_empty()
                && key.descending == keys[0].0.descending
        });
        let sql = if uniform {
            conditions.push(row_comparison(&keys, backward));
            format!(
                "{}{} ORDER BY {order} LIMIT ${limit}",
                O::SELECT,
                r#where(&conditions)
            )
        } else {
            let mut branches = String::new();
            for beyond in branch_conditions(&keys, backward) {
                let all: Vec<String> =
                    conditions.iter().cloned().chain(beyond).collect();
                let _ = write!(
                    branches,
                    "{}({}{} ORDER BY {order} LIMIT ${limit})",
                    if branches.is_empty() { "" } else { " UNION ALL " },
                    O::SELECT,
                    r#where(&all),
                );
            }
            if branches.is_empty() {
                // Nothing lies beyond; the arguments must have a type all the same.
                let all: Vec<String> =
                    conditions.into_iter().chain(["false".to_owned()]).collect();
                let unused = unused_arguments(&keys);
                format!("{}{}{unused} LIMIT ${limit}", O::SELECT, r#where(&all))
            } else {
                format!(
                    "SELECT * FROM ({branches}) AS page ORDER BY {order} LIMIT ${limit}"
                )
            }
        };
        Ok((sql, arguments))
    }

    /// Binds the limit: one row more, which tells whether there are others.
    fn limit_to(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error> {
        arguments.add(i64::from(self.limit) + 1).map_err(sqlx::Error::Encode)
    }
}

/// Binds the keys of a position behind those that are fixed.
struct Binder {
    skip: usize,
    arguments: PgArguments,
    count: usize,
    placeholders: Vec<Option<usize>>,
    failed: Option<sqlx::error::BoxDynError>,
}

impl Binder {
    fn bind<'k, T>(&mut self, value: Option<T>)
    where
        T: Encode<'k, Postgres> + Type<Postgres>,
    {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let Some(value) = value else {
            self.placeholders.push(None);
            return;
        };
        if let Err(error) = self.arguments.add(value) {
            self.failed.get_or_insert(error);
        }
        self.count += 1;
        self.placeholders.push(Some(self.count));
    }
}

impl<'k> KeyWriter<'k> for Binder {
    fn key<T>(&mut self, value: Option<T>)
    where
        T: serde::Serialize + Encode<'k, Postgres> + Type<Postgres>,
    {
        self.bind(value);
    }

    fn float<T>(&mut self, value: Option<T>)
    where
        T: Exact + Encode<'k, Postgres> + Type<Postgres>,
    {
        self.bind(value);
    }
}

impl Key {
    fn equals(&self, argument: usize) -> String {
        format!("{}{} = ${argument}::{}", self.column, self.collate, self.cast)
    }

    /// `column > $1`, in the direction of the walk.
    fn beyond(&self, argument: usize, backward: bool) -> String {
        let operator = if self.descending == backward { '>' } else { '<' };
        format!("{}{} {operator} ${argument}::{}", self.column, self.collate, self.cast)
    }
}

fn r#where(conditions: &[String]) -> String {
    if conditions.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", conditions.join(" AND "))
    }
}

/// The order in words, turned round for a walk backward. NULLS FIRST or LAST is always said: an index serves an order
/// only when both agree on it.
fn order_by(keys: &[Key], backward: bool) -> String {
    let mut out = String::new();
    for key in keys {
        let _ = write!(
            out,
            "{}{}{} {} NULLS {}",
            if out.is_empty() { "" } else { ", " },
            key.column,
            key.collate,
            if key.descending == backward { "ASC" } else { "DESC" },
            if key.nulls_first == backward { "LAST" } else { "FIRST" },
        );
    }
    out
}

/// `(a, b) > ($1, $2)`: one range of the index, where all keys run the same way and none is NULL.
fn row_comparison(keys: &[(&Key, Option<usize>)], backward: bool) -> String {
    let operator = if keys[0].0.descending == backward { '>' } else { '<' };
    let columns: Vec<&str> = keys.iter().map(|(key, _)| key.column).collect();
    let values: Vec<String> = keys
        .iter()
        .filter_map(|(key, value)| value.map(|value| format!("${value}::{}", key.cast)))
        .collect();
    format!("({}) {operator} ({})", columns.join(", "), values.join(", "))
}

/// What lies beyond a position, as ranges of the index, the nearest first: equal in all keys but the last and beyond
/// in that, then equal in all but the last two, and so on; with NULLs where the index has them.
fn branch_conditions(
    keys: &[(&Key, Option<usize>)],
    backward: bool,
) -> Vec<Vec<String>> {
    let mut branches = Vec::new();
    for last in (0..keys.len()).rev() {
        let equal = keys[..last].iter().map(|(key, value)| match value {
            Some(value) => key.equals(*value),
            None => format!("{} IS NULL", key.column),
        });
        let equal: Vec<String> = equal.collect();
        let mut branch = |condition: String| {
            branches.push(equal.iter().cloned().chain([condition]).collect());
        };
        let (key, value) = keys[last];
        let nulls_first = key.nulls_first != backward;
        match value {
            Some(value) => {
                branch(key.beyond(value, backward));
                if key.nullable && !nulls_first {
                    branch(format!("{} IS NULL", key.column));
                }
            }
            None if nulls_first => branch(format!("{} IS NOT NULL", key.column)),
            None => {}
        }
    }
    branches
}

fn unused_arguments(keys: &[(&Key, Option<usize>)]) -> String {
    let mut out = String::new();
    for (key, value) in keys {
        if let Some(value) = value {
            let _ = write!(out, " AND ${value}::{} IS NOT NULL", key.cast);
        }
    }
    out
}
