//! A statement and its values, and what is asked of it.
//!
//! What runs a statement is written here once. A function of a store only says what it runs and gives the future on, which
//! compiles in a tenth of the time of an `async` function of its own.

use std::collections::HashMap;
use std::future::{self, poll_fn};
use std::hash::Hash;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::future::BoxFuture;
use futures_core::stream::{BoxStream, Stream};
use sqlx::postgres::{PgArguments, PgQueryResult, PgRow};
use sqlx::{
    Arguments, AssertSqlSafe, Decode, Either, Encode, PgExecutor, Postgres, SqlSafeStr,
    SqlStr, Type,
};

use super::row::{AnyRow, Finite, FiniteRange, Range, Record, ResultReader, Value};

/// A statement with its values.
pub(crate) struct Query {
    sql: SqlStr,
    /// What could not be encoded is said when the statement is run.
    arguments: Result<PgArguments, sqlx::Error>,
}

impl Query {
    /// A statement without values, as yet.
    pub(crate) fn new(sql: &'static str) -> Self {
        Self { sql: sql.into_sql_str(), arguments: Ok(PgArguments::default()) }
    }

    /// A statement that was pieced together, of which no part is from outside.
    pub(crate) fn made(
        sql: String,
        arguments: Result<PgArguments, sqlx::Error>,
    ) -> Self {
        Self { sql: AssertSqlSafe(sql).into_sql_str(), arguments }
    }

    /// The value of the next placeholder.
    pub(crate) fn bind<'q, T>(mut self, value: T) -> Self
    where
        T: Encode<'q, Postgres> + Type<Postgres>,
    {
        if let Ok(arguments) = &mut self.arguments
            && let Err(error) = arguments.add(value)
        {
            self.arguments = Err(sqlx::Error::Encode(error));
        }
        self
    }

    /// The row, if there is one.
    pub(crate) fn fetch_optional<'e, R, E>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Option<R>, E>>
    where
        R: Record + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let row = self.row(db);
        Box::pin(async move {
            Ok(row.await?.map(|row| R::read(&mut AnyRow::new(&row))).transpose()?)
        })
    }

    /// The row.
    pub(crate) fn fetch_one<'e, R, E>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<R, E>>
    where
        R: Record + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let row = self.row(db);
        Box::pin(async move {
            Ok(R::read(&mut AnyRow::new(&row.await?.ok_or(sqlx::Error::RowNotFound)?))?)
        })
    }

    /// The first column of the row.
    pub(crate) fn fetch_value<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<T, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + 'e,
    {
        let value = self.fetch_one::<Value<T>, _>(db);
        Box::pin(async move { value.await.map(|Value(value)| value) })
    }

    /// The first column of each row.
    pub(crate) fn fetch_values<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<T>, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin + 'e,
    {
        self.collect(db, |values: &mut Vec<T>, Value(value)| values.push(value))
    }

    /// The column `value` of the row: a date or a time stamp.
    pub(crate) fn fetch_finite<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<T, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + 'e,
    {
        let value = self.fetch_one::<Finite<T>, _>(db);
        Box::pin(async move { value.await.map(|Finite(value)| value) })
    }

    /// The column `value` of each row: a date or a time stamp.
    pub(crate) fn fetch_finites<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<T>, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin + 'e,
    {
        self.collect(db, |values: &mut Vec<T>, Finite(value)| values.push(value))
    }

    /// The column `value` of the row: a range.
    pub(crate) fn fetch_range<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<T, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + 'e,
    {
        let value = self.fetch_one::<Range<T>, _>(db);
        Box::pin(async move { value.await.map(|Range(value)| value) })
    }

    /// The column `value` of each row: a range.
    pub(crate) fn fetch_ranges<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<T>, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin + 'e,
    {
        self.collect(db, |values: &mut Vec<T>, Range(value)| values.push(value))
    }

    /// The column `value` of the row: a range of dates or time stamps.
    pub(crate) fn fetch_finite_range<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<T, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + 'e,
    {
        let value = self.fetch_one::<FiniteRange<T>, _>(db);
        Box::pin(async move { value.await.map(|FiniteRange(value)| value) })
    }

    /// The column `value` of each row: a range of dates or time stamps.
    pub(crate) fn fetch_finite_ranges<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<T>, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin + 'e,
    {
        self.collect(db, |values: &mut Vec<T>, FiniteRange(value)| values.push(value))
    }

    /// All rows.
    pub(crate) fn fetch_all<'e, R, E>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<R>, E>>
    where
        R: Record + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        self.collect(db, Vec::push)
    }

    /// All rows as the server sends them.
    pub(crate) fn stream<'e, R>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxStream<'e, Result<R, sqlx::Error>>
    where
        R: Record + Send + 'e,
    {
        Box::pin(self.records(db))
    }

    /// The rows by a key that is unique; those that have none are not in the map.
    pub(crate) fn fetch_map<'e, K, R>(
        self,
        db: impl PgExecutor<'e>,
        key: fn(&R) -> Option<K>,
    ) -> BoxFuture<'e, Result<HashMap<K, R>, sqlx::Error>>
    where
        K: Eq + Hash + Send + 'e,
        R: Record + Send + 'e,
    {
        self.collect(db, move |map: &mut HashMap<K, R>, row| {
            if let Some(key) = key(&row) {
                map.insert(key, row);
            }
        })
    }

    /// The rows by a key that several may have; those that have none are not in the map.
    pub(crate) fn fetch_groups<'e, K, R>(
        self,
        db: impl PgExecutor<'e>,
        key: fn(&R) -> Option<K>,
    ) -> BoxFuture<'e, Result<HashMap<K, Vec<R>>, sqlx::Error>>
    where
        K: Eq + Hash + Send + 'e,
        R: Record + Send + 'e,
    {
        self.collect(db, move |groups: &mut HashMap<K, Vec<R>>, row| {
            if let Some(key) = key(&row) {
                groups.entry(key).or_default().push(row);
            }
        })
    }

    /// Every row, put into a collection as it comes.
    fn collect<'e, R, C, E>(
        self,
        db: impl PgExecutor<'e>,
        put: impl Fn(&mut C, R) + Send + 'e,
    ) -> BoxFuture<'e, Result<C, E>>
    where
        R: Record + Send + 'e,
        C: Default + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let arguments = match self.arguments {
            Ok(arguments) => arguments,
            Err(error) => return Box::pin(future::ready(Err(error.into()))),
        };
        let mut steps = db.fetch_many(sqlx::query_with(self.sql, arguments));
        Box::pin(async move {
            let mut collected = C::default();
            let mut reader = ResultReader::default();
            while let Some(step) =
                poll_fn(|context| steps.as_mut().poll_next(context)).await
            {
                if let Either::Right(row) = step? {
                    put(&mut collected, reader.read(&row)?);
                }
            }
            Ok(collected)
        })
    }

    fn records<'e, R: Record>(self, db: impl PgExecutor<'e>) -> Records<'e, R> {
        let (steps, failed) = match self.arguments {
            Ok(arguments) => {
                (Some(db.fetch_many(sqlx::query_with(self.sql, arguments))), None)
            }
            Err(error) => (None, Some(error)),
        };
        Records { steps, failed, reader: ResultReader::default(), record: PhantomData }
    }

    fn row<'e>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Option<PgRow>, sqlx::Error>> {
        match self.arguments {
            Ok(arguments) => db.fetch_optional(sqlx::query_with(self.sql, arguments)),
            Err(error) => Box::pin(future::ready(Err(error))),
        }
    }

    fn done<'e>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<PgQueryResult, sqlx::Error>> {
        match self.arguments {
            Ok(arguments) => db.execute(sqlx::query_with(self.sql, arguments)),
            Err(error) => Box::pin(future::ready(Err(error))),
        }
    }

    /// Runs the statement, whatever it gives.
    pub(crate) fn execute<'e>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<(), sqlx::Error>> {
        let done = self.done(db);
        Box::pin(async move { done.await.map(drop) })
    }

    /// Runs the statement; whether it wrote a row.
    pub(crate) fn affects<'e, E>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<bool, E>>
    where
        E: From<sqlx::Error> + Send + 'e,
    {
        let done = self.done(db);
        Box::pin(async move { Ok(done.await?.rows_affected() > 0) })
    }
}

/// What a statement gives, as it comes.
struct Records<'e, R> {
    steps: Option<BoxStream<'e, Result<Either<PgQueryResult, PgRow>, sqlx::Error>>>,
    /// Why the statement was not run.
    failed: Option<sqlx::Error>,
    reader: ResultReader,
    record: PhantomData<fn() -> R>,
}

impl<R: Record> Records<'_, R> {
    fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<R, sqlx::Error>>> {
        let Some(steps) = &mut self.steps else {
            return Poll::Ready(self.failed.take().map(Err));
        };
        loop {
            return Poll::Ready(match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Right(row))) => Some(self.reader.read(&row)),
                Some(Ok(Either::Left(_))) => continue,
                Some(Err(error)) => Some(Err(error)),
                None => None,
            });
        }
    }
}

impl<R: Record> Stream for Records<'_, R> {
    type Item = Result<R, sqlx::Error>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}
