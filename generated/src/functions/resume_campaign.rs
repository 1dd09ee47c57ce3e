// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Resumes a paused campaign and releases its jobs; returns the new version. SQLSTATE SC001, SC005.
///
/// Calls the function `public.resume_campaign`.
///
/// The schema's default of `p_user_id` is `NULL`.
/// The schema's default of `p_reason` is `NULL`.
/// The schema's default of `p_expected_version` is `NULL`.
pub fn resume_campaign<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&'q str>>,
    p_expected_version: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.resume_campaign($1::uuid, $2::uuid, $3::text, $4::integer)",
    )
    .bind(p_campaign_id.into())
    .bind(p_user_id.into())
    .bind(p_reason.into())
    .bind(p_expected_version.into())
    .fetch_value(db)
}
