// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

/// Ends sessions whose time has run out.
///
/// Calls the function `public.expire_sessions`.
///
/// The schema's default of `p_limit` is `1000`.
pub async fn expire_sessions(
    db: impl PgExecutor<'_>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.expire_sessions($1::integer)")
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
