// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Marks a campaign and its current phase as failed and holds its jobs, for start_campaign() to retry; returns the new version. SQLSTATE SC001.
///
/// Calls the function `public.fail_campaign`.
///
/// The schema's default of `p_error_details` is `NULL`.
pub fn fail_campaign<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_error_message: impl Into<Option<&'q str>>,
    p_error_details: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.fail_campaign($1::uuid, $2::text, $3::jsonb)",
    )
    .bind(p_campaign_id.into())
    .bind(p_error_message.into())
    .bind(p_error_details.into())
    .fetch_value(db)
}
