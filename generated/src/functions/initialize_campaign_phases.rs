// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Makes the phases that the type of the campaign calls for, unless they are there; returns how many it made.
///
/// Calls the function `public.initialize_campaign_phases`.
pub async fn initialize_campaign_phases(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.initialize_campaign_phases($1::uuid)")
    .bind(p_campaign_id.into())
    .fetch_one(db)
    .await
}
