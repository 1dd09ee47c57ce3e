// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;

use super::super::models::Kept;
use super::super::support::Query;

macro_rules! columns {
    () => {
        "name, taken_at"
    };
}

/// The row with this `name`, `taken_at`.
pub fn get_by_name_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
    taken_at: DateTime<Utc>,
) -> BoxFuture<'e, Result<Option<Kept>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.kept",
        " WHERE name = $1::public.citext AND taken_at = $2::timestamp with time zone",
    ))
    .bind(name)
    .bind(taken_at)
    .fetch_optional(db)
}

/// Whether there is a row with this `name`, `taken_at`.
pub fn exists_by_name_and_taken_at<'e>(
    db: impl PgExecutor<'e>,
    name: &str,
    taken_at: DateTime<Utc>,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.kept WHERE name = $1::public.citext AND ",
        "taken_at = $2::timestamp with time zone)",
    ))
    .bind(name)
    .bind(taken_at)
    .fetch_value(db)
}

/// How many rows `public.kept` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.kept").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(db: impl PgExecutor<'e>) -> BoxStream<'e, Result<Kept, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.kept",
    ))
    .stream(db)
}
