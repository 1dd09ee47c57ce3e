// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Calls the function `public.last_day`.
pub fn last_day<'e>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<bool>>,
) -> BoxFuture<'e, Result<Option<NaiveDate>, sqlx::Error>> {
    Query::new("SELECT public.last_day($1::boolean) AS value")
        .bind(argument_1.into())
        .fetch_finite(db)
}
