// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// HTTP personas a campaign rotates through.
///
/// A row of `public.http_keyword_campaign_personas`; primary key: `campaign_id`, `persona_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordCampaignPersona {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`
    pub persona_id: Uuid,
}
