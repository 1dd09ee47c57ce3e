// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Notes how far a projection has got, in the transaction that applied the events; false = it was further already, and the caller must roll back.
///
/// Calls the function `public.record_projection_progress`.
///
/// The schema's default of `p_lag_events` is `0`.
pub fn record_projection_progress<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_projection_name: impl Into<Option<&'q str>>,
    p_log_order: impl Into<Option<i64>>,
    p_position: impl Into<Option<i64>>,
    p_events_processed: impl Into<Option<i64>>,
    p_lag_events: impl Into<Option<i64>>,
) -> BoxFuture<'e, Result<Option<bool>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.record_projection_progress($1::text, $2::bigint, $3::bigint, ",
        "$4::bigint, $5::bigint)",
    ))
    .bind(p_projection_name.into())
    .bind(p_log_order.into())
    .bind(p_position.into())
    .bind(p_events_processed.into())
    .bind(p_lag_events.into())
    .fetch_value(db)
}
