// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Releases locks that expired and that nobody has wanted since.
///
/// Calls the function `public.expire_config_locks`.
///
/// The schema's default of `p_limit` is `1000`.
pub fn expire_config_locks<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.expire_config_locks($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
