// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use sqlx::PgExecutor;

use super::super::models::Kept;

macro_rules! columns {
    () => {
        "name, taken_at"
    };
}

/// The row with this `name`, `taken_at`.
pub async fn get_by_name_and_taken_at(
    db: impl PgExecutor<'_>,
    name: &str,
    taken_at: DateTime<Utc>,
) -> Result<Option<Kept>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.kept",
        " WHERE name = $1::public.citext AND taken_at = $2::timestamp with time zone",
    ))
    .bind(name)
    .bind(taken_at)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `name`, `taken_at`.
pub async fn exists_by_name_and_taken_at(
    db: impl PgExecutor<'_>,
    name: &str,
    taken_at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.kept WHERE name = $1::public.citext AND ",
        "taken_at = $2::timestamp with time zone)",
    ))
    .bind(name)
    .bind(taken_at)
    .fetch_one(db)
    .await
}

/// How many rows `public.kept` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.kept")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Kept, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.kept",
    ))
    .fetch(db)
}
