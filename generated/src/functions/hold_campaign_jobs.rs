// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Keeps the queued jobs of a campaign from being claimed; those that run may end.
///
/// Calls the function `public.hold_campaign_jobs`.
pub async fn hold_campaign_jobs(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.hold_campaign_jobs($1::uuid)")
    .bind(p_campaign_id.into())
    .fetch_one(db)
    .await
}
