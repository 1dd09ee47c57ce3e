// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// What `campaign_domain_counts()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
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

/// Domains of a campaign by status, from at most 16 counter rows; always one row.
///
/// Calls the function `public.campaign_domain_counts`.
pub async fn campaign_domain_counts(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Vec<CampaignDomainCountsRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT total, dns_pending, dns_ok, dns_error, dns_timeout, http_pending, ",
        "http_ok, http_error, http_timeout, lead_pending, lead_match, lead_no_match, ",
        "lead_error, lead_timeout FROM public.campaign_domain_counts($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
    .await
}
