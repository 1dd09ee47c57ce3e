// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::support::Query;

/// Completes the current phase and starts the next, which it returns; NULL = that was the last and the campaign is completed. SQLSTATE SC005; SC011 if jobs are open, or the next phase is not configured in full-sequence mode.
///
/// Calls the function `public.advance_campaign`.
///
/// The schema's default of `p_user_id` is `NULL`.
/// The schema's default of `p_reason` is `NULL`.
/// The schema's default of `p_expected_version` is `NULL`.
pub fn advance_campaign<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&'q str>>,
    p_expected_version: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<PhaseTypeEnum>, sqlx::Error>> {
    Query::new(
        "SELECT public.advance_campaign($1::uuid, $2::uuid, $3::text, $4::integer)",
    )
    .bind(p_campaign_id.into())
    .bind(p_user_id.into())
    .bind(p_reason.into())
    .bind(p_expected_version.into())
    .fetch_value(db)
}
