// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Query, Record, RowReader};

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

impl Record for CampaignDomainCountsRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            total: row.column("total")?,
            dns_pending: row.column("dns_pending")?,
            dns_ok: row.column("dns_ok")?,
            dns_error: row.column("dns_error")?,
            dns_timeout: row.column("dns_timeout")?,
            http_pending: row.column("http_pending")?,
            http_ok: row.column("http_ok")?,
            http_error: row.column("http_error")?,
            http_timeout: row.column("http_timeout")?,
            lead_pending: row.column("lead_pending")?,
            lead_match: row.column("lead_match")?,
            lead_no_match: row.column("lead_no_match")?,
            lead_error: row.column("lead_error")?,
            lead_timeout: row.column("lead_timeout")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignDomainCountsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
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
