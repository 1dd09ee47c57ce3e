// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Takes a snapshot after the latest event, unless there is one; returns its id.
///
/// Calls the function `public.snapshot_campaign_state`.
pub async fn snapshot_campaign_state(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.snapshot_campaign_state($1::uuid)")
    .bind(p_campaign_id.into())
    .fetch_one(db)
    .await
}
