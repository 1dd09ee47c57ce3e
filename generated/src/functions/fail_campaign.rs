// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Marks a campaign and its current phase as failed and holds its jobs, for start_campaign() to retry; returns the new version. SQLSTATE SC001.
///
/// Calls the function `public.fail_campaign`.
///
/// The schema's default of `p_error_details` is `NULL`.
pub async fn fail_campaign(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_error_message: impl Into<Option<&str>>,
    p_error_details: impl Into<Option<&serde_json::Value>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.fail_campaign($1::uuid, $2::text, $3::jsonb)",
    )
    .bind(p_campaign_id.into())
    .bind(p_error_message.into())
    .bind(p_error_details.into())
    .fetch_one(db)
    .await
}
