// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// Single proxies a campaign rotates through when it names no pool.
///
/// A row of `public.http_keyword_campaign_proxies`; primary key: `campaign_id`, `proxy_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordCampaignProxy {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`
    pub proxy_id: Uuid,
}
