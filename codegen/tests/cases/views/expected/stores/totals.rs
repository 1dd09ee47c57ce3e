use futures_core::stream::BoxStream;
use sqlx::PgExecutor;

use super::super::models::Total;

macro_rules! columns {
    () => {
        "name, people"
    };
}

/// The row with this `name`.
pub async fn get_by_name(
    db: impl PgExecutor<'_>,
    name: &str,
) -> Result<Option<Total>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.totals",
        " WHERE name = $1::text",
    ))
    .bind(name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `name`.
pub async fn exists_by_name(
    db: impl PgExecutor<'_>,
    name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.totals WHERE name = $1::text)",
    )
    .bind(name)
    .fetch_one(db)
    .await
}

/// How many rows `public.totals` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.totals")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Total, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.totals",
    ))
    .fetch(db)
}
