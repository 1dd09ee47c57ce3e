// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Domains per campaign and status, kept by triggers on generated_domains. Spread over 16 shards so that workers of one campaign do not queue for one row: the count is the SUM over shards, and a single shard may go below zero.
///
/// A row of `public.campaign_domain_counters`; primary key: `campaign_id`, `shard`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignDomainCounter {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// Process id of the writing backend modulo 16.
    ///
    /// `smallint NOT NULL`; `CHECK (shard BETWEEN 0 AND 15)`
    pub shard: i16,
    /// `bigint NOT NULL DEFAULT 0`
    pub total: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_pending: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_ok: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_error: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_timeout: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_pending: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_ok: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_error: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_timeout: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_pending: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_match: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_no_match: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_error: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_timeout: i64,
}

impl Record for CampaignDomainCounter {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            shard: row.column("shard")?,
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

impl<'r> FromRow<'r, PgRow> for CampaignDomainCounter {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_domain_counters`; it comes back as [`CampaignDomainCounter`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignDomainCounter {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `smallint NOT NULL`; `CHECK (shard BETWEEN 0 AND 15)`
    pub shard: i16,
    /// `bigint NOT NULL DEFAULT 0`
    pub total: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_pending: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_ok: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_error: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_timeout: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_pending: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_ok: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_error: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_timeout: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_pending: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_match: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_no_match: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_error: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_timeout: OrDefault<i64>,
}

impl NewCampaignDomainCounter {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, shard: i16) -> Self {
        Self {
            campaign_id,
            shard,
            total: OrDefault::Default,
            dns_pending: OrDefault::Default,
            dns_ok: OrDefault::Default,
            dns_error: OrDefault::Default,
            dns_timeout: OrDefault::Default,
            http_pending: OrDefault::Default,
            http_ok: OrDefault::Default,
            http_error: OrDefault::Default,
            http_timeout: OrDefault::Default,
            lead_pending: OrDefault::Default,
            lead_match: OrDefault::Default,
            lead_no_match: OrDefault::Default,
            lead_error: OrDefault::Default,
            lead_timeout: OrDefault::Default,
        }
    }

    /// Sets `total`.
    #[must_use]
    pub fn with_total(mut self, total: i64) -> Self {
        self.total = OrDefault::Value(total);
        self
    }

    /// Sets `dns_pending`.
    #[must_use]
    pub fn with_dns_pending(mut self, dns_pending: i64) -> Self {
        self.dns_pending = OrDefault::Value(dns_pending);
        self
    }

    /// Sets `dns_ok`.
    #[must_use]
    pub fn with_dns_ok(mut self, dns_ok: i64) -> Self {
        self.dns_ok = OrDefault::Value(dns_ok);
        self
    }

    /// Sets `dns_error`.
    #[must_use]
    pub fn with_dns_error(mut self, dns_error: i64) -> Self {
        self.dns_error = OrDefault::Value(dns_error);
        self
    }

    /// Sets `dns_timeout`.
    #[must_use]
    pub fn with_dns_timeout(mut self, dns_timeout: i64) -> Self {
        self.dns_timeout = OrDefault::Value(dns_timeout);
        self
    }

    /// Sets `http_pending`.
    #[must_use]
    pub fn with_http_pending(mut self, http_pending: i64) -> Self {
        self.http_pending = OrDefault::Value(http_pending);
        self
    }

    /// Sets `http_ok`.
    #[must_use]
    pub fn with_http_ok(mut self, http_ok: i64) -> Self {
        self.http_ok = OrDefault::Value(http_ok);
        self
    }

    /// Sets `http_error`.
    #[must_use]
    pub fn with_http_error(mut self, http_error: i64) -> Self {
        self.http_error = OrDefault::Value(http_error);
        self
    }

    /// Sets `http_timeout`.
    #[must_use]
    pub fn with_http_timeout(mut self, http_timeout: i64) -> Self {
        self.http_timeout = OrDefault::Value(http_timeout);
        self
    }

    /// Sets `lead_pending`.
    #[must_use]
    pub fn with_lead_pending(mut self, lead_pending: i64) -> Self {
        self.lead_pending = OrDefault::Value(lead_pending);
        self
    }

    /// Sets `lead_match`.
    #[must_use]
    pub fn with_lead_match(mut self, lead_match: i64) -> Self {
        self.lead_match = OrDefault::Value(lead_match);
        self
    }

    /// Sets `lead_no_match`.
    #[must_use]
    pub fn with_lead_no_match(mut self, lead_no_match: i64) -> Self {
        self.lead_no_match = OrDefault::Value(lead_no_match);
        self
    }

    /// Sets `lead_error`.
    #[must_use]
    pub fn with_lead_error(mut self, lead_error: i64) -> Self {
        self.lead_error = OrDefault::Value(lead_error);
        self
    }

    /// Sets `lead_timeout`.
    #[must_use]
    pub fn with_lead_timeout(mut self, lead_timeout: i64) -> Self {
        self.lead_timeout = OrDefault::Value(lead_timeout);
        self
    }
}

/// A partial update of [`CampaignDomainCounter`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignDomainCounterPatch {
    /// `bigint NOT NULL DEFAULT 0`
    pub total: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_pending: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_ok: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_error: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub dns_timeout: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_pending: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_ok: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_error: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub http_timeout: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_pending: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_match: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_no_match: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_error: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lead_timeout: Option<i64>,
}
