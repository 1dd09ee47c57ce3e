// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::DomainHttpStatusEnum;

/// One row per HTTP check of a domain.
///
/// A row of `public.http_keyword_results`; primary key: `campaign_id`, `domain_id`, `attempt`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// From 1, per domain.
    ///
    /// `smallint NOT NULL`
    pub attempt: i16,
    /// `public.domain_http_status_enum NOT NULL`
    pub status: DomainHttpStatusEnum,
    /// `text`
    pub reason: Option<String>,
    /// `smallint`
    pub status_code: Option<i16>,
    /// `character varying(2048)`
    pub final_url: Option<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub response_headers: serde_json::Value,
    /// `character varying(1000)`
    pub page_title: Option<String>,
    /// `text`
    pub content_snippet: Option<String>,
    /// SHA-256 of the body, to find parked domains that all show one page.
    ///
    /// `public.sha256_digest`
    pub content_hash: Option<Vec<u8>>,
    /// Bytes of the body.
    ///
    /// `bigint`
    pub content_length: Option<i64>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords_found: Vec<String>,
    /// `integer`
    pub response_time_ms: Option<i32>,
    /// `uuid`
    pub validated_by_persona_id: Option<Uuid>,
    /// `uuid`
    pub used_proxy_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: DateTime<Utc>,
}
