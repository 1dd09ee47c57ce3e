// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;

/// Removes authentication events that old.
///
/// Calls the function `public.purge_auth_audit_logs`.
///
/// The schema's default of `p_older_than` is `interval '2 years'`.
/// The schema's default of `p_limit` is `1000`.
pub async fn purge_auth_audit_logs(
    db: impl PgExecutor<'_>,
    p_older_than: impl Into<Option<PgInterval>>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.purge_auth_audit_logs($1::interval, $2::integer)",
    )
    .bind(p_older_than.into())
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
