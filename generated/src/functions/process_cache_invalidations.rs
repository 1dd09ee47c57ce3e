// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

/// Carries out up to so many invalidations that are due; returns how many it tried. Several callers do not disturb each other.
///
/// Calls the function `public.process_cache_invalidations`.
///
/// The schema's default of `p_limit` is `100`.
pub async fn process_cache_invalidations(
    db: impl PgExecutor<'_>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.process_cache_invalidations($1::integer)")
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
