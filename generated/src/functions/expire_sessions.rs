// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Ends sessions whose time has run out.
///
/// Calls the function `public.expire_sessions`.
///
/// The schema's default of `p_limit` is `1000`.
pub fn expire_sessions<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.expire_sessions($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
