// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

/// Removes closed events whose own retention has run out; open ones stay until somebody has looked into them.
///
/// Calls the function `public.purge_security_events`.
///
/// The schema's default of `p_limit` is `1000`.
pub async fn purge_security_events(
    db: impl PgExecutor<'_>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.purge_security_events($1::integer)")
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
