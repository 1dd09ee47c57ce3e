// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// Head of each campaign's event log. Its row lock makes the sequence gap-free and visible in order of commit, which no SEQUENCE can promise.
///
/// A row of `public.campaign_event_sequences`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignEventSequence {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_sequence: i64,
}
