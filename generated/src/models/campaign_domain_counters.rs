// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// Domains per campaign and status, kept by triggers on generated_domains. Spread over 16 shards so that workers of one campaign do not queue for one row: the count is the SUM over shards, and a single shard may go below zero.
///
/// A row of `public.campaign_domain_counters`; primary key: `campaign_id`, `shard`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignDomainCounter {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// Process id of the writing backend modulo 16.
    ///
    /// `smallint NOT NULL`
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
