// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Removes closed events whose own retention has run out; open ones stay until somebody has looked into them.
///
/// Calls the function `public.purge_security_events`.
///
/// The schema's default of `p_limit` is `1000`.
pub fn purge_security_events<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.purge_security_events($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
