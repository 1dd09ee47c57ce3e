// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{Query, column};

/// What `campaign_domain_counts()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignDomainCountsRow {
    pub total: Option<i64>,
    pub dns_pending: Option<i64>,
    pub dns_ok: Option<i64>,
    pub dns_error: Option<i64>,
    pub dns_timeout: Option<i64>,
    pub http_pending: Option<i64>,
    pub http_ok: Option<i64>,
    pub http_error: Option<i64>,
    pub http_timeout: Option<i64>,
    pub lead_pending: Option<i64>,
    pub lead_match: Option<i64>,
    pub lead_no_match: Option<i64>,
    pub lead_error: Option<i64>,
    pub lead_timeout: Option<i64>,
}

impl<'r> FromRow<'r, PgRow> for CampaignDomainCountsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            total: column(row, 0, "total")?,
            dns_pending: column(row, 1, "dns_pending")?,
            dns_ok: column(row, 2, "dns_ok")?,
            dns_error: column(row, 3, "dns_error")?,
            dns_timeout: column(row, 4, "dns_timeout")?,
            http_pending: column(row, 5, "http_pending")?,
            http_ok: column(row, 6, "http_ok")?,
            http_error: column(row, 7, "http_error")?,
            http_timeout: column(row, 8, "http_timeout")?,
            lead_pending: column(row, 9, "lead_pending")?,
            lead_match: column(row, 10, "lead_match")?,
            lead_no_match: column(row, 11, "lead_no_match")?,
            lead_error: column(row, 12, "lead_error")?,
            lead_timeout: column(row, 13, "lead_timeout")?,
        })
    }
}

/// Domains of a campaign by status, from at most 16 counter rows; always one row.
///
/// Calls the function `public.campaign_domain_counts`.
pub fn campaign_domain_counts<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Vec<CampaignDomainCountsRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT total, dns_pending, dns_ok, dns_error, dns_timeout, http_pending, ",
        "http_ok, http_error, http_timeout, lead_pending, lead_match, lead_no_match, ",
        "lead_error, lead_timeout FROM public.campaign_domain_counts($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
}
