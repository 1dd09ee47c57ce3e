use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;

use super::super::models::Total;
use super::super::support::Query;

macro_rules! columns {
    () => {
        "name, people"
    };
}

/// The row with this `name`.
pub fn get_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<Option<Total>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.totals",
        " WHERE name = $1::text",
    ))
    .bind(name)
    .fetch_optional(db)
}

/// Whether there is a row with this `name`.
pub fn exists_by_name<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.totals WHERE name = $1::text)",
    )
    .bind(name)
    .fetch_value(db)
}

/// How many rows `public.totals` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.totals").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Total, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.totals",
    ))
    .stream(db)
}
