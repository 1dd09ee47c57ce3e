// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;

use super::super::support::Query;

/// Removes invalidations that were carried out or failed so long ago; their log stays.
///
/// Calls the function `public.purge_cache_invalidations`.
///
/// The schema's default of `p_older_than` is `interval '7 days'`.
/// The schema's default of `p_limit` is `1000`.
pub fn purge_cache_invalidations<'e>(
    db: impl PgExecutor<'e>,
    p_older_than: impl Into<Option<PgInterval>>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.purge_cache_invalidations($1::interval, $2::integer)",
    )
    .bind(p_older_than.into())
    .bind(p_limit.into())
    .fetch_value(db)
}
