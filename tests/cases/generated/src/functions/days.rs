// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Calls the function `public.days`.
pub fn days<'e>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<bool>>,
) -> BoxFuture<'e, Result<Vec<Option<NaiveDate>>, sqlx::Error>> {
    Query::new("SELECT public.days($1::boolean) AS value")
        .bind(argument_1.into())
        .fetch_finites(db)
}
