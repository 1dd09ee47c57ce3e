// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// Keyword sets a campaign looks for.
///
/// A row of `public.http_keyword_campaign_keyword_sets`; primary key: `campaign_id`, `keyword_set_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordCampaignKeywordSet {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`
    pub keyword_set_id: Uuid,
}
