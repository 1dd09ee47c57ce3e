// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Carries out up to so many invalidations that are due; returns how many it tried. Several callers do not disturb each other.
///
/// Calls the function `public.process_cache_invalidations`.
///
/// The schema's default of `p_limit` is `100`.
pub fn process_cache_invalidations<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.process_cache_invalidations($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
