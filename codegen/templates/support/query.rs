//! A statement and its values, and what is asked of it.
//!
//! What runs a statement is written here once. A function of a store only says what it runs and gives the future on, which
//! compiles in a tenth of the time of an `async` function of its own.

use std::collections::HashMap;
use std::future::{poll_fn, ready};
use std::hash::Hash;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::future::BoxFuture;
use futures_core::stream::{BoxStream, Stream};
use sqlx::postgres::{PgArguments, PgQueryResult, PgRow};
use sqlx::{
    Arguments, AssertSqlSafe, Decode, Either, Encode, FromRow, PgExecutor, Postgres, Row, SqlSafeStr, SqlStr,
    Type,
};

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
    pub(crate) fn made(sql: String, arguments: Result<PgArguments, sqlx::Error>) -> Self {
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
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let row = self.row(db);
        Box::pin(async move { Ok(row.await?.map(|row| R::from_row(&row)).transpose()?) })
    }

    /// The row.
    pub(crate) fn fetch_one<'e, R, E>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<R, E>>
    where
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let row = self.row(db);
        Box::pin(async move { Ok(R::from_row(&row.await?.ok_or(sqlx::Error::RowNotFound)?)?) })
    }

    /// The first column of the row.
    pub(crate) fn fetch_value<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<T, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + 'e,
    {
        let row = self.row(db);
        Box::pin(async move { row.await?.ok_or(sqlx::Error::RowNotFound)?.try_get(0) })
    }

    /// The first column of each row.
    pub(crate) fn fetch_values<'e, T>(
        self,
        db: impl PgExecutor<'e>,
    ) -> BoxFuture<'e, Result<Vec<T>, sqlx::Error>>
    where
        T: for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin + 'e,
    {
        self.collect(db, |values: &mut Vec<T>, (value,)| values.push(value))
    }

    /// All rows.
    pub(crate) fn fetch_all<'e, R, E>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<Vec<R>, E>>
    where
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        self.collect(db, Vec::push)
    }

    /// All rows as the server sends them.
    pub(crate) fn stream<'e, R>(
        self,
        db: impl PgExecutor<'e> + 'e,
    ) -> BoxStream<'e, Result<R, sqlx::Error>>
    where
        R: for<'r> FromRow<'r, PgRow> + Send + Unpin + 'e,
    {
        match self.arguments {
            Ok(arguments) => sqlx::query_as_with(self.sql, arguments).fetch(db),
            Err(error) => Box::pin(Failed { error: Some(error), row: PhantomData }),
        }
    }

    /// The rows by a key that is unique; those that have none are not in the map.
    pub(crate) fn fetch_map<'e, K, R>(
        self,
        db: impl PgExecutor<'e>,
        key: fn(&R) -> Option<K>,
    ) -> BoxFuture<'e, Result<HashMap<K, R>, sqlx::Error>>
    where
        K: Eq + Hash + Send + 'e,
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
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
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
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
        R: for<'r> FromRow<'r, PgRow> + Send + 'e,
        C: Default + Send + 'e,
        E: From<sqlx::Error> + Send + 'e,
    {
        let arguments = match self.arguments {
            Ok(arguments) => arguments,
            Err(error) => return Box::pin(ready(Err(error.into()))),
        };
        let mut rows = db.fetch_many(sqlx::query_with(self.sql, arguments));
        Box::pin(async move {
            let mut collected = C::default();
            while let Some(step) = poll_fn(|context| rows.as_mut().poll_next(context)).await {
                if let Either::Right(row) = step? {
                    put(&mut collected, R::from_row(&row)?);
                }
            }
            Ok(collected)
        })
    }

    fn row<'e>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<Option<PgRow>, sqlx::Error>> {
        match self.arguments {
            Ok(arguments) => db.fetch_optional(sqlx::query_with(self.sql, arguments)),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    fn done<'e>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<PgQueryResult, sqlx::Error>> {
        match self.arguments {
            Ok(arguments) => db.execute(sqlx::query_with(self.sql, arguments)),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    /// Runs the statement, whatever it gives.
    pub(crate) fn execute<'e>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<(), sqlx::Error>> {
        let done = self.done(db);
        Box::pin(async move { done.await.map(drop) })
    }

    /// Runs the statement; whether it wrote a row.
    pub(crate) fn affects<'e, E>(self, db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<bool, E>>
    where
        E: From<sqlx::Error> + Send + 'e,
    {
        let done = self.done(db);
        Box::pin(async move { Ok(done.await?.rows_affected() > 0) })
    }
}

/// A stream that only says what went wrong before it began.
struct Failed<R> {
    error: Option<sqlx::Error>,
    row: PhantomData<fn() -> R>,
}

impl<R> Stream for Failed<R> {
    type Item = Result<R, sqlx::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.error.take().map(Err))
    }
}
