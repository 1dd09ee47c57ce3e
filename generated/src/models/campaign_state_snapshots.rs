// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// State of a campaign after a given event, so that replay need not begin at the first.
///
/// A row of `public.campaign_state_snapshots`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignStateSnapshot {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// The last event that state_data includes; 0 = none.
    ///
    /// `bigint NOT NULL`
    pub last_event_sequence: i64,
    /// `jsonb NOT NULL`
    pub state_data: serde_json::Value,
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (public.jsonb_sha256(state_data)) STORED`
    pub checksum: Vec<u8>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_valid: bool,
    /// `text`
    pub invalid_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}
