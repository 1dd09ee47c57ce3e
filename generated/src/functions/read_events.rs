// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::models::EventStore;
use super::super::support::Query;

/// Follows the log from a position (log_order, global_position of the last event read; 0, 0 = from the start). Only what no transaction under way can still come before is returned, so that no event is ever skipped; the price is that one long transaction holds all readers up.
///
/// Calls the function `public.read_events`.
///
/// The schema's default of `p_after_log_order` is `0`.
/// The schema's default of `p_after_position` is `0`.
/// The schema's default of `p_limit` is `500`.
pub fn read_events<'e>(
    db: impl PgExecutor<'e>,
    p_after_log_order: impl Into<Option<i64>>,
    p_after_position: impl Into<Option<i64>>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Vec<EventStore>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT global_position, log_order, event_id, aggregate_type, aggregate_id, ",
        "event_version, event_type, event_data, metadata, causation_id, correlation_id, ",
        "created_at",
        " FROM public.read_events($1::bigint, $2::bigint, $3::integer)",
    ))
    .bind(p_after_log_order.into())
    .bind(p_after_position.into())
    .bind(p_limit.into())
    .fetch_all(db)
}
