// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

/// Removes entries that expired or were invalidated.
///
/// Calls the function `public.purge_cache_entries`.
///
/// The schema's default of `p_limit` is `1000`.
pub async fn purge_cache_entries(
    db: impl PgExecutor<'_>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.purge_cache_entries($1::integer)")
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
