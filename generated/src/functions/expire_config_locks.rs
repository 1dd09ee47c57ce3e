// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

/// Releases locks that expired and that nobody has wanted since.
///
/// Calls the function `public.expire_config_locks`.
///
/// The schema's default of `p_limit` is `1000`.
pub async fn expire_config_locks(
    db: impl PgExecutor<'_>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.expire_config_locks($1::integer)")
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
