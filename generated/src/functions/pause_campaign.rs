// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Pauses a running campaign and holds its queued jobs back; jobs that run may end. Returns the new version. SQLSTATE SC001, SC005.
///
/// Calls the function `public.pause_campaign`.
///
/// The schema's default of `p_user_id` is `NULL`.
/// The schema's default of `p_reason` is `NULL`.
/// The schema's default of `p_expected_version` is `NULL`.
pub fn pause_campaign<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&'q str>>,
    p_expected_version: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.pause_campaign($1::uuid, $2::uuid, $3::text, $4::integer)",
    )
    .bind(p_campaign_id.into())
    .bind(p_user_id.into())
    .bind(p_reason.into())
    .bind(p_expected_version.into())
    .fetch_value(db)
}
