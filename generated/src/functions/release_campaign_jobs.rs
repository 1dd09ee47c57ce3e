// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Lets the jobs of a campaign be claimed; part of starting and resuming it.
///
/// Calls the function `public.release_campaign_jobs`.
pub async fn release_campaign_jobs(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.release_campaign_jobs($1::uuid)")
    .bind(p_campaign_id.into())
    .fetch_one(db)
    .await
}
