// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;
use sqlx::PgExecutor;
use uuid::Uuid;

/// Takes the progress of a campaign and its current phase over from the counters, and beats its heart; returns the overall progress in percent. To be called now and then, not once per domain.
///
/// Calls the function `public.refresh_campaign_progress`.
pub async fn refresh_campaign_progress(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Option<Decimal>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.refresh_campaign_progress($1::uuid)")
    .bind(p_campaign_id.into())
    .fetch_one(db)
    .await
}
