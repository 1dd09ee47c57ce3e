// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use rust_decimal::Decimal;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{CampaignStatusEnum, PhaseTypeEnum};
use super::super::support::{Query, column};

/// What `campaign_analytics()` gives.
#[derive(Debug, Clone, PartialEq)]
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

impl<'r> FromRow<'r, PgRow> for CampaignAnalyticsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: column(row, 0, "campaign_id")?,
            campaign_status: column(row, 1, "campaign_status")?,
            current_phase: column(row, 2, "current_phase")?,
            progress_percentage: column(row, 3, "progress_percentage")?,
            total_domains: column(row, 4, "total_domains")?,
            dns_ok: column(row, 5, "dns_ok")?,
            dns_failed: column(row, 6, "dns_failed")?,
            http_ok: column(row, 7, "http_ok")?,
            http_failed: column(row, 8, "http_failed")?,
            leads: column(row, 9, "leads")?,
            dns_success_rate: column(row, 10, "dns_success_rate")?,
            http_success_rate: column(row, 11, "http_success_rate")?,
            lead_rate: column(row, 12, "lead_rate")?,
            jobs_waiting: column(row, 13, "jobs_waiting")?,
            jobs_running: column(row, 14, "jobs_running")?,
            jobs_failed: column(row, 15, "jobs_failed")?,
            elapsed_seconds: column(row, 16, "elapsed_seconds")?,
        })
    }
}

/// Where a campaign stands. Rates are in percent of what was decided, NULL if nothing was; jobs are those not yet archived. No row = no such campaign.
///
/// Calls the function `public.campaign_analytics`.
pub fn campaign_analytics<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Vec<CampaignAnalyticsRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT campaign_id, campaign_status, current_phase, progress_percentage, ",
        "total_domains, dns_ok, dns_failed, http_ok, http_failed, leads, ",
        "dns_success_rate, http_success_rate, lead_rate, jobs_waiting, jobs_running, ",
        "jobs_failed, elapsed_seconds FROM public.campaign_analytics($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
}
