// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Takes up to so many jobs from workers whose lease ran out: back to the queue, or dead if that was the last attempt. Returns how many. To be called every few seconds; several callers do not disturb each other.
///
/// Calls the function `public.rescue_expired_jobs`.
///
/// The schema's default of `p_limit` is `100`.
pub fn rescue_expired_jobs<'e>(
    db: impl PgExecutor<'e>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.rescue_expired_jobs($1::integer)")
        .bind(p_limit.into())
        .fetch_value(db)
}
