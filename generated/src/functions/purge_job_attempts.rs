// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;

use super::super::support::Query;

/// Removes attempts that ended so long ago.
///
/// Calls the function `public.purge_job_attempts`.
///
/// The schema's default of `p_older_than` is `interval '90 days'`.
/// The schema's default of `p_limit` is `1000`.
pub fn purge_job_attempts<'e>(
    db: impl PgExecutor<'e>,
    p_older_than: impl Into<Option<PgInterval>>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.purge_job_attempts($1::interval, $2::integer)",
    )
    .bind(p_older_than.into())
    .bind(p_limit.into())
    .fetch_value(db)
}
