// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use rust_decimal::Decimal;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{CampaignStatusEnum, PhaseTypeEnum};
use super::super::support::{AnyRow, Query, Record, RowReader};

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

impl Record for CampaignAnalyticsRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            campaign_status: row.column("campaign_status")?,
            current_phase: row.column("current_phase")?,
            progress_percentage: row.column("progress_percentage")?,
            total_domains: row.column("total_domains")?,
            dns_ok: row.column("dns_ok")?,
            dns_failed: row.column("dns_failed")?,
            http_ok: row.column("http_ok")?,
            http_failed: row.column("http_failed")?,
            leads: row.column("leads")?,
            dns_success_rate: row.column("dns_success_rate")?,
            http_success_rate: row.column("http_success_rate")?,
            lead_rate: row.column("lead_rate")?,
            jobs_waiting: row.column("jobs_waiting")?,
            jobs_running: row.column("jobs_running")?,
            jobs_failed: row.column("jobs_failed")?,
            elapsed_seconds: row.column("elapsed_seconds")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignAnalyticsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
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
