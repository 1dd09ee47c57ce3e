// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Removes entries that expired or were invalidated.
///
/// Calls the function `public.purge_cache_entries`.
///
/// The schema's default of `p_limit` is `1000`.
pub fn purge_cache_entries<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.purge_cache_entries($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
