// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Statements whose columns are known only when they run: rows that leave columns to their defaults, and patches.
use std::fmt::Write as _;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::QueryAs;
use sqlx::{Arguments, AssertSqlSafe, Encode, FromRow, Postgres, Type};
use super::{Change, OrDefault};
fn encode_error(error: sqlx::error::BoxDynError) -> sqlx::Error {
    sqlx::Error::Encode(error)
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
}
impl Assignments {
    /// Binds a value that is not a column's, such as a key; its placeholder.
    pub(crate) fn argument<'q, T>(&mut self, value: T) -> Result<String, sqlx::Error>
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.arguments.add(value).map_err(encode_error)?;
        self.count += 1;
        Ok(format!("${}", self.count))
    }
    pub(crate) fn set<'q, T>(
        &mut self,
        column: &'static str,
        value: T,
    ) -> Result<(), sqlx::Error>
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.arguments.add(value).map_err(encode_error)?;
        self.count += 1;
        self.columns.push(column);
        Ok(())
    }
    pub(crate) fn or_default<'q, T>(
        &mut self,
        column: &'static str,
        value: &'q OrDefault<T>,
    ) -> Result<(), sqlx::Error>
    where
        &'q T: Encode<'q, Postgres> + Type<Postgres>,
    {
        value.value().map_or(Ok(()), |value| self.set(column, value))
    }
    pub(crate) fn given<'q, T>(
        &mut self,
        column: &'static str,
        value: Option<T>,
    ) -> Result<(), sqlx::Error>
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        value.map_or(Ok(()), |value| self.set(column, value))
    }
    pub(crate) fn change<'q, T>(
        &mut self,
        column: &'static str,
        value: &'q Change<T>,
    ) -> Result<(), sqlx::Error>
    where
        Option<&'q T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        value.written().map_or(Ok(()), |value| self.set(column, value))
    }
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }
    /// `INSERT`, with room for what follows it. Pieced together without `format!`, which would be a good part of what a
    /// call costs beside hand-written SQL.
    fn insert_sql(&self, table: &str, room: usize) -> String {
        let columns: usize = self
            .columns
            .iter()
            .map(|column| column.len() + ", $00".len())
            .sum();
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
    pub(crate) fn insert_only(
        self,
        table: &str,
    ) -> sqlx::query::Query<'static, Postgres, PgArguments> {
        sqlx::query_with(AssertSqlSafe(self.insert_sql(table, 0)), self.arguments)
    }
    /// One row. Must hold no [`Self::argument`].
    pub(crate) fn insert<O>(
        self,
        table: &str,
        returning: &str,
    ) -> QueryAs<'static, Postgres, O, PgArguments>
    where
        O: for<'r> FromRow<'r, PgRow>,
    {
        let mut sql = self.insert_sql(table, returning.len());
        sql.extend([" RETURNING ", returning]);
        sqlx::query_as_with(AssertSqlSafe(sql), self.arguments)
    }
    /// One row, or the row that has its key already: of that row the columns given here are written, but for those of
    /// `kept`.
    pub(crate) fn upsert<O>(
        self,
        table: &str,
        target: &str,
        kept: &[&str],
        returning: &str,
    ) -> QueryAs<'static, Postgres, O, PgArguments>
    where
        O: for<'r> FromRow<'r, PgRow>,
    {
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
        sqlx::query_as_with(AssertSqlSafe(sql), self.arguments)
    }
    /// The rows that `condition` picks. `also` is written in any case, such as the next version.
    pub(crate) fn update<O>(
        self,
        table: &str,
        also: &str,
        condition: &str,
        returning: &str,
    ) -> QueryAs<'static, Postgres, O, PgArguments>
    where
        O: for<'r> FromRow<'r, PgRow>,
    {
        let columns: usize = self.columns.iter().map(|column| column.len() + 8).sum();
        let room = 64 + table.len() + columns + also.len() + condition.len()
            + returning.len();
        let mut sql = String::with_capacity(room);
        sql.extend(["UPDATE ", table, " SET "]);
        for (at, column) in self.columns.iter().enumerate() {
            sql.extend([if at == 0 { "" } else { ", " }, column, " = $"]);
            push_number(&mut sql, at + 1);
        }
        if !also.is_empty() {
            sql.extend([if self.columns.is_empty() { "" } else { ", " }, also]);
        }
        sql.extend([" WHERE ", condition, " RETURNING ", returning]);
        sqlx::query_as_with(AssertSqlSafe(sql), self.arguments)
    }
}
/// Many rows in one statement, a column an array.
///
/// The arrays are taken apart side by side in a select list. `UNNEST` in `FROM` would make several columns of a
/// composite value.
pub(crate) struct Rows {
    length: usize,
    columns: Vec<&'static str>,
    /// What each column is read from, in order.
    values: Vec<String>,
    /// The arrays, each a placeholder with its type.
    arrays: Vec<String>,
    /// Arrays of arrays, joined by the row's number.
    lists: String,
    arguments: PgArguments,
    count: usize,
}
impl Rows {
    pub(crate) fn new(length: usize) -> Self {
        Self {
            length,
            columns: Vec::new(),
            values: Vec::new(),
            arrays: Vec::new(),
            lists: String::new(),
            arguments: PgArguments::default(),
            count: 0,
        }
    }
    fn array<'q, T>(&mut self, ty: &str, values: Vec<T>) -> Result<String, sqlx::Error>
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        self.arguments.add(values).map_err(encode_error)?;
        self.count += 1;
        Ok(format!("${}::{ty}[]", self.count))
    }
    fn unnest<'q, T>(&mut self, ty: &str, values: Vec<T>) -> Result<String, sqlx::Error>
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let array = self.array(ty, values)?;
        self.arrays.push(array);
        Ok(format!("new.c{}", self.arrays.len()))
    }
    fn flags(&mut self, flags: Vec<bool>) -> Result<String, sqlx::Error> {
        self.unnest("bool", flags)
    }
    fn numbers(&mut self, numbers: Vec<i64>) -> Result<String, sqlx::Error> {
        self.array("int8", numbers)
    }
    /// A value for each row.
    pub(crate) fn column<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        values: impl Iterator<Item = T>,
    ) -> Result<(), sqlx::Error>
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let value = self.unnest(ty, values.collect())?;
        self.columns.push(column);
        self.values.push(value);
        Ok(())
    }
    /// A value for some rows, the default for the others. A column that no row gives is left out, so that the server's
    /// own default stands; `default` is what it is by the schema, for rows beside others that give a value.
    pub(crate) fn or_default<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        values: impl Iterator<Item = &'a OrDefault<T>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<Option<&'a T>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let values: Vec<Option<&T>> = values.map(OrDefault::value).collect();
        let given: Vec<bool> = values.iter().map(Option::is_some).collect();
        self.some_given(column, ty, default, given, values)
    }
    /// The same for a column that can be NULL.
    pub(crate) fn null_or_default<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        values: impl Iterator<Item = &'a OrDefault<Option<T>>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<Option<&'a T>>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let values: Vec<&OrDefault<Option<T>>> = values.collect();
        let given: Vec<bool> = values.iter().map(|value| !value.is_default()).collect();
        let values = values
            .into_iter()
            .map(|value| value.value().and_then(Option::as_ref))
            .collect();
        self.some_given(column, ty, default, given, values)
    }
    fn some_given<'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        given: Vec<bool>,
        values: Vec<T>,
    ) -> Result<(), sqlx::Error>
    where
        Vec<T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        if !given.contains(&true) {
            return Ok(());
        }
        let all = !given.contains(&false);
        let value = self.unnest(ty, values)?;
        let value = if all {
            value
        } else {
            let given = self.flags(given)?;
            format!("CASE WHEN {given} THEN {value} ELSE {default} END")
        };
        self.columns.push(column);
        self.values.push(value);
        Ok(())
    }
    /// An array for each row, `None` being NULL. `UNNEST` takes an array of arrays apart to its elements, so they go as
    /// elements with the number of their row, and are put together again.
    pub(crate) fn list<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        values: impl Iterator<Item = Option<&'a Vec<T>>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let (mut elements, mut numbers, mut present) = (
            Vec::new(),
            Vec::new(),
            Vec::new(),
        );
        for (number, list) in (1_i64..).zip(values) {
            present.push(list.is_some());
            for element in list.into_iter().flatten() {
                elements.push(element);
                numbers.push(number);
            }
        }
        let elements = self.array(ty, elements)?;
        let numbers = self.numbers(numbers)?;
        let present = self.flags(present)?;
        let name = format!("l{}", self.columns.len() + 1);
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
        Ok(())
    }
    /// Arrays for some rows, the default for the others.
    pub(crate) fn list_or_default<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        values: impl Iterator<Item = &'a OrDefault<Vec<T>>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let values: Vec<&OrDefault<Vec<T>>> = values.collect();
        let given = values.iter().map(|value| !value.is_default()).collect();
        let lists = values.into_iter().map(OrDefault::value);
        self.some_lists_given(column, ty, default, given, lists)
    }
    /// The same for a column that can be NULL.
    pub(crate) fn null_list_or_default<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        values: impl Iterator<Item = &'a OrDefault<Option<Vec<T>>>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        let values: Vec<&OrDefault<Option<Vec<T>>>> = values.collect();
        let given = values.iter().map(|value| !value.is_default()).collect();
        let lists = values
            .into_iter()
            .map(|value| value.value().and_then(Option::as_ref));
        self.some_lists_given(column, ty, default, given, lists)
    }
    fn some_lists_given<'a, 'q, T>(
        &mut self,
        column: &'static str,
        ty: &str,
        default: &str,
        given: Vec<bool>,
        lists: impl Iterator<Item = Option<&'a Vec<T>>>,
    ) -> Result<(), sqlx::Error>
    where
        T: 'a,
        Vec<&'a T>: Encode<'q, Postgres> + Type<Postgres>,
    {
        if !given.contains(&true) {
            return Ok(());
        }
        let all = !given.contains(&false);
        self.list(column, ty, lists)?;
        if !all {
            let given = self.flags(given)?;
            if let Some(value) = self.values.last_mut() {
                *value = format!("CASE WHEN {given} THEN {value} ELSE {default} END");
            }
        }
        Ok(())
    }
    /// The statement; it returns the rows in the order given.
    pub(crate) fn insert<O>(
        mut self,
        table: &str,
        returning: &str,
    ) -> Result<QueryAs<'static, Postgres, O, PgArguments>, sqlx::Error>
    where
        O: for<'r> FromRow<'r, PgRow>,
    {
        if self.arrays.is_empty() {
            self.flags(vec![true; self.length])?;
        }
        let columns = if self.columns.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.columns.join(", "))
        };
        let mut new = String::new();
        for (at, array) in self.arrays.iter().enumerate() {
            let _ = write!(new, "UNNEST({array}) AS c{}, ", at + 1);
        }
        let sql = format!(
            "INSERT INTO {table}{columns} SELECT {} FROM (SELECT {new}generate_subscripts({}, 1) AS number) AS new{} \
             ORDER BY new.number RETURNING {returning}",
            self.values.join(", "), self.arrays[0], self.lists,
        );
        Ok(sqlx::query_as_with(AssertSqlSafe(sql), self.arguments))
    }
}
