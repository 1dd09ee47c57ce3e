// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::CampaignStatusEnum;

/// Notes that a move was refused. For the caller to use in a new transaction: the refusal rolled its own back.
///
/// Calls the function `public.record_refused_transition`.
pub async fn record_refused_transition(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_to_status: impl Into<Option<CampaignStatusEnum>>,
    p_reason: impl Into<Option<&str>>,
) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.record_refused_transition($1::uuid, ",
        "$2::public.campaign_status_enum, $3::text)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_to_status.into())
    .bind(p_reason.into())
    .fetch_one(db)
    .await
}
