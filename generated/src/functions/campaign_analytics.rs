// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use rust_decimal::Decimal;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::{CampaignStatusEnum, PhaseTypeEnum};

/// What `campaign_analytics()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct CampaignAnalyticsRow {
    pub campaign_id: Option<Uuid>,
    pub campaign_status: Option<CampaignStatusEnum>,
    pub current_phase: Option<PhaseTypeEnum>,
    pub progress_percentage: Option<Decimal>,
    pub total_domains: Option<i64>,
    pub dns_ok: Option<i64>,
    pub dns_failed: Option<i64>,
    pub http_ok: Option<i64>,
    pub http_failed: Option<i64>,
    pub leads: Option<i64>,
    pub dns_success_rate: Option<Decimal>,
    pub http_success_rate: Option<Decimal>,
    pub lead_rate: Option<Decimal>,
    pub jobs_waiting: Option<i64>,
    pub jobs_running: Option<i64>,
    pub jobs_failed: Option<i64>,
    pub elapsed_seconds: Option<i64>,
}

/// Where a campaign stands. Rates are in percent of what was decided, NULL if nothing was; jobs are those not yet archived. No row = no such campaign.
///
/// Calls the function `public.campaign_analytics`.
pub async fn campaign_analytics(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Vec<CampaignAnalyticsRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT campaign_id, campaign_status, current_phase, progress_percentage, ",
        "total_domains, dns_ok, dns_failed, http_ok, http_failed, leads, ",
        "dns_success_rate, http_success_rate, lead_rate, jobs_waiting, jobs_running, ",
        "jobs_failed, elapsed_seconds FROM public.campaign_analytics($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
    .await
}
