// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgRange;

use super::super::support::Query;

/// Calls the function `public.numbers`.
pub fn numbers<'e>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<bool>>,
) -> BoxFuture<'e, Result<Vec<Option<PgRange<i32>>>, sqlx::Error>> {
    Query::new("SELECT public.numbers($1::boolean) AS value")
        .bind(argument_1.into())
        .fetch_ranges(db)
}
