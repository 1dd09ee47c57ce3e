// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::RotationStrategyEnum;

/// How a campaign fetches pages and what it looks for besides its keyword sets.
///
/// A row of `public.http_keyword_campaign_params`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordCampaignParams {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords: Vec<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub persona_rotation: RotationStrategyEnum,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub proxy_rotation: RotationStrategyEnum,
    /// Pool to go out through; NULL = the proxies of http_keyword_campaign_proxies, or none at all.
    ///
    /// `uuid`
    pub proxy_pool_id: Option<Uuid>,
    /// 0 = rotate at every request.
    ///
    /// `integer NOT NULL DEFAULT 0`
    pub rotation_interval_seconds: i32,
    /// `integer NOT NULL DEFAULT 60`
    pub max_requests_per_minute: i32,
    /// `integer NOT NULL DEFAULT 50`
    pub batch_size: i32,
    /// `smallint NOT NULL DEFAULT 1`
    pub max_retries: i16,
    /// `integer NOT NULL DEFAULT 5`
    pub retry_delay_seconds: i32,
    /// `integer[] NOT NULL DEFAULT '{80,443}'`
    pub target_ports: Vec<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
