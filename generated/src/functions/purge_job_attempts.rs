// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;

/// Removes attempts that ended so long ago.
///
/// Calls the function `public.purge_job_attempts`.
///
/// The schema's default of `p_older_than` is `interval '90 days'`.
/// The schema's default of `p_limit` is `1000`.
pub async fn purge_job_attempts(
    db: impl PgExecutor<'_>,
    p_older_than: impl Into<Option<PgInterval>>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.purge_job_attempts($1::interval, $2::integer)",
    )
    .bind(p_older_than.into())
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
