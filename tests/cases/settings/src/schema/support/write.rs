// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Statements whose columns are known only when they run: rows that leave columns to their defaults, and patches.

use std::fmt::Write as _;
use std::future::ready;

use futures_core::future::BoxFuture;
use sqlx::postgres::PgArguments;
use sqlx::{Arguments, Encode, PgExecutor, Postgres, Type};

use super::{Change, Declared, OrDefault, Query, Record};

/// What a new row gives, column by column, in the table's order. Column names are quoted already.
pub(crate) trait NewRow: Sync {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>);
}

/// How a value is written where the server does not convert it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Plain,
    Json,
    /// An array, with the type of its elements.
    List(&'static str),
}

/// What takes the columns of a new row.
pub(crate) trait Columns<'a> {
    /// A column and its value; nothing where the row leaves it to its default.
    fn column<T>(&mut self, name: &'static str, form: Form, value: Option<T>)
    where
        T: Encode<'a, Postgres> + Type<Postgres>;

    fn set<T>(&mut self, name: &'static str, value: T)
    where
        T: Encode<'a, Postgres> + Type<Postgres>,
    {
        self.column(name, Form::Plain, Some(value));
    }

    fn or_default<T>(&mut self, name: &'static str, value: &'a OrDefault<T>)
    where
        &'a T: Encode<'a, Postgres> + Type<Postgres>,
    {
        self.column(name, Form::Plain, value.value());
    }
}

/// In decimal.
fn push_number(sql: &mut String, number: usize) {
    if number >= 10 {
        push_number(sql, number / 10);
    }
    let digit = number % 10;
    sql.push_str(&"0123456789"[digit..=digit]);
}

/// The columns that one statement writes, and their values. Column names are quoted already.
#[derive(Default)]
pub(crate) struct Assignments {
    columns: Vec<&'static str>,
    arguments: PgArguments,
    count: usize,
    /// Which rows an update writes.
    condition: String,
    /// What an update writes in any case, such as the next version.
    also: &'static str,
    /// Why a value could not be encoded.
    failed: Option<sqlx::Error>,
}

impl<'a> Columns<'a> for Assignments {
    fn column<T>(&mut self, name: &'static str, _: Form, value: Option<T>)
    where
        T: Encode<'a, Postgres> + Type<Postgres>,
    {
        if let Some(value) = value {
            self.bind(value);
            self.columns.push(name);
        }
    }
}

impl Assignments {
    /// What a new row gives.
    pub(crate) fn of(new: &impl NewRow) -> Self {
        let mut assignments = Self::default();
        new.columns(&mut assignments);
        assignments
    }

    fn bind<'q, T>(&mut self, value: T)
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        if let Err(error) = self.arguments.add(value) {
            self.failed.get_or_insert(sqlx::Error::Encode(error));
        }
        self.count += 1;
    }

    fn query(self, sql: String) -> Query {
        Query::made(sql, self.failed.map_or(Ok(self.arguments), Err))
    }

    /// A column that a patch may write.
    pub(crate) fn given<'q, T>(&mut self, column: &'static str, value: Option<T>)
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.column(column, Form::Plain, value);
    }

    /// The same of a column that can be NULL.
    pub(crate) fn change<'q, T>(&mut self, column: &'static str, value: &'q Change<T>)
    where
        Option<&'q T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.column(column, Form::Plain, value.written());
    }

    /// Only rows where the column has this value. To be said after what is written.
    pub(crate) fn key<'q, T>(mut self, column: &str, cast: &str, value: T) -> Self
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.bind(value);
        self.condition.extend([
            if self.condition.is_empty() { "" } else { " AND " },
            column,
            " = $",
        ]);
        push_number(&mut self.condition, self.count);
        self.condition.extend(["::", cast]);
        self
    }

    /// Writes this, too.
    pub(crate) fn also(mut self, sql: &'static str) -> Self {
        self.also = sql;
        self
    }

    /// `INSERT`, with room for what follows it. Pieced together without `format!`, which would be a good part of what a
    /// call costs beside hand-written SQL.
    fn insert_sql(&self, table: &str, room: usize) -> String {
        let columns: usize =
            self.columns.iter().map(|column| column.len() + ", $00".len()).sum();
        let mut sql = String::with_capacity(64 + table.len() + columns + room);
        sql.extend(["INSERT INTO ", table]);
        if self.columns.is_empty() {
            sql.push_str(" DEFAULT VALUES");
            return sql;
        }
        for (at, column) in self.columns.iter().enumerate() {
            sql.extend([if at == 0 { " (" } else { ", " }, column]);
        }
        for at in 1..=self.columns.len() {
            sql.push_str(if at == 1 { ") VALUES ($" } else { ", $" });
            push_number(&mut sql, at);
        }
        sql.push(')');
        sql
    }

    /// One row, and nothing back.
    pub(crate) fn insert_only(self, table: &str) -> Query {
        let sql = self.insert_sql(table, 0);
        self.query(sql)
    }

    /// One row.
    pub(crate) fn insert(self, table: &str, returning: &str) -> Query {
        let mut sql = self.insert_sql(table, " RETURNING ".len() + returning.len());
        sql.extend([" RETURNING ", returning]);
        self.query(sql)
    }

    /// One row, or the row that has its key already: of that row the columns given here are written, but for those of
    /// `kept`.
    pub(crate) fn upsert(
        self,
        table: &str,
        target: &str,
        kept: &[&str],
        returning: &str,
    ) -> Query {
        let room: usize = self.columns.iter().map(|column| 2 * column.len() + 16).sum();
        let mut sql = self.insert_sql(table, 64 + target.len() + room + returning.len());
        sql.extend([" ON CONFLICT ", target, " DO UPDATE SET "]);
        let mut written: Vec<&str> = self
            .columns
            .iter()
            .copied()
            .filter(|column| !kept.contains(column))
            .collect();
        if written.is_empty() {
            // Something must be written, or RETURNING has no row.
            written.extend(kept.first());
        }
        for (at, column) in written.iter().enumerate() {
            sql.extend([
                if at == 0 { "" } else { ", " },
                column,
                " = EXCLUDED.",
                column,
            ]);
        }
        sql.extend([" RETURNING ", returning]);
        self.query(sql)
    }

    /// The rows with the key, as they are then; where there is nothing to write, as they are.
    pub(crate) fn update(self, table: &str, returning: &str) -> Query {
        let columns: usize = self.columns.iter().map(|column| column.len() + 8).sum();
        let room = 64
            + table.len()
            + columns
            + self.also.len()
            + self.condition.len()
            + returning.len();
        let mut sql = String::with_capacity(room);
        if self.columns.is_empty() && self.also.is_empty() {
            sql.extend([
                "SELECT ",
                returning,
                " FROM ",
                table,
                " WHERE ",
                &self.condition,
            ]);
            return self.query(sql);
        }
        sql.extend(["UPDATE ", table, " SET "]);
        for (at, column) in self.columns.iter().enumerate() {
            sql.extend([if at == 0 { "" } else { ", " }, column, " = $"]);
            push_number(&mut sql, at + 1);
        }
        if !self.also.is_empty() {
            sql.extend([if self.columns.is_empty() { "" } else { ", " }, self.also]);
        }
        sql.extend([" WHERE ", &self.condition, " RETURNING ", returning]);
        self.query(sql)
    }
}

/// Many rows in one statement, a column an array.
///
/// The arrays are taken apart side by side in a select list. `UNNEST` in `FROM` would make several columns of a
/// composite value.
pub(crate) struct Rows<'a, N> {
    new: &'a [N],
    columns: Vec<&'static str>,
    /// What each column is read from, in order.
    values: Vec<String>,
    /// The arrays, each a placeholder with its type.
    arrays: Vec<String>,
    /// Arrays of arrays, joined by the row's number.
    lists: String,
    arguments: PgArguments,
    count: usize,
    /// Why a value could not be encoded.
    failed: Option<sqlx::Error>,
}

impl<'a, N> Rows<'a, N> {
    pub(crate) fn new(new: &'a [N]) -> Self {
        Self {
            new,
            columns: Vec::new(),
            values: Vec::new(),
            arrays: Vec::new(),
            lists: String::new(),
            arguments: PgArguments::default(),
            count: 0,
            failed: None,
        }
    }

    fn array<'q, T>(&mut self, ty: &str, values: Vec<T>) -> String
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        if let Err(error) = self.arguments.add(values) {
            self.failed.get_or_insert(sqlx::Error::Encode(error));
        }
        self.count += 1;
        format!("${}::{ty}[]", self.count)
    }

    fn unnest<'q, T>(&mut self, ty: &str, values: Vec<T>) -> String
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let array = self.array(ty, values);
        self.arrays.push(array);
        format!("new.c{}", self.arrays.len())
    }

    fn flags(&mut self, flags: Vec<bool>) -> String {
        self.unnest("bool", flags)
    }

    fn numbers(&mut self, numbers: Vec<i64>) -> String {
        self.array("int8", numbers)
    }

    /// A value for each row.
    pub(crate) fn column<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        value: impl Fn(&'a N) -> T,
    ) where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let value = self.unnest(ty, self.new.iter().map(value).collect());
        self.columns.push(column);
        self.values.push(value);
    }

    /// A value for each row, declared by the name of its type.
    pub(crate) fn declared<'q, T>(
        &mut self,
        column: &'static str,
        ty: &'static str,
        value: impl Fn(&'a N) -> &'a T,
    ) where
        T: 'a,
        Vec<Declared<&'a T>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.column(column, ty, |row| Declared(ty, value(row)));
    }

    /// The same for a column with a default.
    pub(crate) fn declared_or_default<'q, T>(
        &mut self,
        column: &'static str,
        ty: &'static str,
        default: &str,
        value: impl Fn(&'a N) -> &'a OrDefault<T>,
    ) where
        T: 'a,
        Vec<Declared<Option<&'a T>>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let given = self.new.iter().map(|row| !value(row).is_default()).collect();
        let values = self.new.iter().map(
            |row| Declared(ty, value(row).value()),
        ).collect();
        self.some_given(column, ty, default, given, values);
    }

    /// A value for some rows, the default for the others. A column that no row gives is left out, so that the server's
    /// own default stands; `default` is what it is by the schema, for rows beside others that give a value.
    pub(crate) fn or_default<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        value: impl Fn(&'a N) -> &'a OrDefault<T>,
    ) where
        T: 'a,
        Vec<Option<&'a T>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let values: Vec<Option<&T>> =
            self.new.iter().map(|row| value(row).value()).collect();
        let given: Vec<bool> = values.iter().map(Option::is_some).collect();
        self.some_given(column, ty, default, given, values);
    }

    /// The same for a column that can be NULL.
    pub(crate) fn null_or_default<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        value: impl Fn(&'a N) -> &'a OrDefault<Option<T>>,
    ) where
        T: 'a,
        Vec<Option<&'a T>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let given: Vec<bool> =
            self.new.iter().map(|row| !value(row).is_default()).collect();
        let values = self
            .new
            .iter()
            .map(|row| value(row).value().and_then(Option::as_ref))
            .collect();
        self.some_given(column, ty, default, given, values);
    }

    fn some_given<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        given: Vec<bool>,
        values: Vec<T>,
    ) where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        if !given.contains(&true) {
            return;
        }
        let all = !given.contains(&false);
        let mut value = self.unnest(ty, values);
        if !all {
            let given = self.flags(given);
            value = format!("CASE WHEN {given} THEN {value} ELSE {default} END");
        }
        self.columns.push(column);
        self.values.push(value);
    }

    /// An array for each row, `None` being NULL. `UNNEST` takes an array of arrays apart to its elements, so they go as
    /// elements with the number of their row, and are put together again.
    pub(crate) fn list<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        value: impl Fn(&'a N) -> Option<&'a Vec<T>>,
    ) where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let (mut elements, mut numbers, mut present) =
            (Vec::new(), Vec::new(), Vec::new());
        for (number, row) in (1_i64..).zip(self.new) {
            let list = value(row);
            present.push(list.is_some());
            for element in list.into_iter().flatten() {
                elements.push(element);
                numbers.push(number);
            }
        }
        let elements = self.array(ty, elements);
        let numbers = self.numbers(numbers);
        let present = self.flags(present);
        let name = format!("l{}", self.columns.len() + 1);
        // Writing to a String cannot fail.
        let _ = write!(
            self.lists,
            " LEFT JOIN (SELECT e.number, array_agg(e.element ORDER BY e.place) AS list \
             FROM (SELECT UNNEST({elements}) AS element, UNNEST({numbers}) AS number, \
             generate_subscripts({numbers}, 1) AS place) AS e \
             GROUP BY e.number) AS {name} ON {name}.number = new.number"
        );
        self.columns.push(column);
        self.values
            .push(format!("CASE WHEN {present} THEN COALESCE({name}.list, '{{}}') END"));
    }

    /// Arrays for some rows, the default for the others.
    pub(crate) fn list_or_default<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        value: impl Fn(&'a N) -> &'a OrDefault<Vec<T>>,
    ) where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let given = self.new.iter().map(|row| !value(row).is_default()).collect();
        self.some_lists_given(column, ty, default, given, |row| value(row).value());
    }

    /// The same for a column that can be NULL.
    pub(crate) fn null_list_or_default<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        value: impl Fn(&'a N) -> &'a OrDefault<Option<Vec<T>>>,
    ) where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let given = self.new.iter().map(|row| !value(row).is_default()).collect();
        self.some_lists_given(column, ty, default, given, |row| {
            value(row).value().and_then(Option::as_ref)
        });
    }

    fn some_lists_given<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        given: Vec<bool>,
        list: impl Fn(&'a N) -> Option<&'a Vec<T>>,
    ) where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        if !given.contains(&true) {
            return;
        }
        let all = !given.contains(&false);
        self.list(column, ty, list);
        if !all {
            let given = self.flags(given);
            if let Some(value) = self.values.last_mut() {
                *value = format!("CASE WHEN {given} THEN {value} ELSE {default} END");
            }
        }
    }

    /// Inserts the rows, and gives them in the order given. Without rows the server is not asked.
    pub(crate) fn insert<'e, R, E>(
        mut self,
        table: &str,
        returning: &str,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<R>, E>>
    where
        R: Record + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        if self.new.is_empty() {
            return Box::pin(ready(Ok(Vec::new())));
        }
        if self.arrays.is_empty() {
            // Every column of every row is its default: this array only says how many there are.
            self.flags(vec![true; self.new.len()]);
        }
        let columns = if self.columns.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.columns.join(", "))
        };
        let mut new = String::new();
        for (at, array) in self.arrays.iter().enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(new, "UNNEST({array}) AS c{}, ", at + 1);
        }
        let sql = format!(
            "INSERT INTO {table}{columns} SELECT {} \
             FROM (SELECT {new}generate_subscripts({}, 1) AS number) AS new{} \
             ORDER BY new.number RETURNING {returning}",
            self.values.join(", "),
            self.arrays[0],
            self.lists,
        );
        Query::made(sql, self.failed.map_or(Ok(self.arguments), Err)).fetch_all(db)
    }
}
