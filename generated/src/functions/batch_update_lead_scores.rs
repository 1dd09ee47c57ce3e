// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::DomainLeadStatusEnum;

/// Takes over the verdicts of the analysis, from arrays of one length; a score may be NULL. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_lead_scores`.
pub async fn batch_update_lead_scores(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_domain_ids: impl Into<Option<&[i64]>>,
    p_statuses: impl Into<Option<&[DomainLeadStatusEnum]>>,
    p_scores: impl Into<Option<&[Decimal]>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.batch_update_lead_scores($1::uuid, $2::bigint[], ",
        "$3::public.domain_lead_status_enum[], $4::numeric[])",
    ))
    .bind(p_campaign_id.into())
    .bind(p_domain_ids.into())
    .bind(p_statuses.into())
    .bind(p_scores.into())
    .fetch_one(db)
    .await
}
