// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;

/// Removes counters that have not been used for so long and block nobody.
///
/// Calls the function `public.purge_rate_limits`.
///
/// The schema's default of `p_older_than` is `interval '1 day'`.
/// The schema's default of `p_limit` is `1000`.
pub async fn purge_rate_limits(
    db: impl PgExecutor<'_>,
    p_older_than: impl Into<Option<PgInterval>>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.purge_rate_limits($1::interval, $2::integer)",
    )
    .bind(p_older_than.into())
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
