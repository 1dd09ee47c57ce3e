// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use rust_decimal::Decimal;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Takes the progress of a campaign and its current phase over from the counters, and beats its heart; returns the overall progress in percent. To be called now and then, not once per domain.
///
/// Calls the function `public.refresh_campaign_progress`.
pub fn refresh_campaign_progress<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<Decimal>, sqlx::Error>> {
    Query::new("SELECT public.refresh_campaign_progress($1::uuid)")
        .bind(p_campaign_id.into())
        .fetch_value(db)
}
