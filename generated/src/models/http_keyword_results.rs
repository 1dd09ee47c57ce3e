// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::enums::DomainHttpStatusEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per HTTP check of a domain.
///
/// A row of `public.http_keyword_results`; primary key: `campaign_id`, `domain_id`, `attempt`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// From 1, per domain.
    ///
    /// `smallint NOT NULL`; `CHECK (attempt > 0)`
    pub attempt: i16,
    /// `public.domain_http_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: DomainHttpStatusEnum,
    /// `text`
    pub reason: Option<String>,
    /// `smallint`; `CHECK (status_code BETWEEN 100 AND 599)`
    pub status_code: Option<i16>,
    /// `character varying(2048)`
    pub final_url: Option<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(response_headers) = 'object')`
    pub response_headers: serde_json::Value,
    /// `character varying(1000)`
    pub page_title: Option<String>,
    /// `text`; `CHECK (length(content_snippet) <= 10000)`
    pub content_snippet: Option<String>,
    /// SHA-256 of the body, to find parked domains that all show one page.
    ///
    /// `public.sha256_digest`
    pub content_hash: Option<Sha256Digest>,
    /// Bytes of the body.
    ///
    /// `bigint`; `CHECK (content_length >= 0)`
    pub content_length: Option<i64>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords_found: Vec<String>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Option<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Option<Uuid>,
    /// `uuid`; refers to `public.proxies`
    pub used_proxy_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: DateTime<Utc>,
}

impl Record for HttpKeywordResult {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            domain_id: row.column("domain_id")?,
            attempt: row.column("attempt")?,
            status: row.column("status")?,
            reason: row.column("reason")?,
            status_code: row.column("status_code")?,
            final_url: row.column("final_url")?,
            response_headers: row.column("response_headers")?,
            page_title: row.column("page_title")?,
            content_snippet: row.column("content_snippet")?,
            content_hash: row.column("content_hash")?,
            content_length: row.column("content_length")?,
            ad_hoc_keywords_found: row.column("ad_hoc_keywords_found")?,
            response_time_ms: row.column("response_time_ms")?,
            validated_by_persona_id: row.column("validated_by_persona_id")?,
            used_proxy_id: row.column("used_proxy_id")?,
            checked_at: row.finite("checked_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordResult {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_results`; it comes back as [`HttpKeywordResult`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// `smallint NOT NULL`; `CHECK (attempt > 0)`
    pub attempt: i16,
    /// `public.domain_http_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: DomainHttpStatusEnum,
    /// `text`
    pub reason: Option<String>,
    /// `smallint`; `CHECK (status_code BETWEEN 100 AND 599)`
    pub status_code: Option<i16>,
    /// `character varying(2048)`
    pub final_url: Option<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(response_headers) = 'object')`
    pub response_headers: OrDefault<serde_json::Value>,
    /// `character varying(1000)`
    pub page_title: Option<String>,
    /// `text`; `CHECK (length(content_snippet) <= 10000)`
    pub content_snippet: Option<String>,
    /// `public.sha256_digest`
    pub content_hash: Option<Sha256Digest>,
    /// `bigint`; `CHECK (content_length >= 0)`
    pub content_length: Option<i64>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords_found: OrDefault<Vec<String>>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Option<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Option<Uuid>,
    /// `uuid`; refers to `public.proxies`
    pub used_proxy_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: OrDefault<DateTime<Utc>>,
}

impl NewHttpKeywordResult {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        domain_id: i64,
        attempt: i16,
        status: DomainHttpStatusEnum,
    ) -> Self {
        Self {
            campaign_id,
            domain_id,
            attempt,
            status,
            reason: None,
            status_code: None,
            final_url: None,
            response_headers: OrDefault::Default,
            page_title: None,
            content_snippet: None,
            content_hash: None,
            content_length: None,
            ad_hoc_keywords_found: OrDefault::Default,
            response_time_ms: None,
            validated_by_persona_id: None,
            used_proxy_id: None,
            checked_at: OrDefault::Default,
        }
    }

    /// Sets `reason`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets `status_code`.
    #[must_use]
    pub fn with_status_code(mut self, status_code: i16) -> Self {
        self.status_code = Some(status_code);
        self
    }

    /// Sets `final_url`.
    #[must_use]
    pub fn with_final_url(mut self, final_url: impl Into<String>) -> Self {
        self.final_url = Some(final_url.into());
        self
    }

    /// Sets `response_headers`.
    #[must_use]
    pub fn with_response_headers(mut self, response_headers: serde_json::Value) -> Self {
        self.response_headers = OrDefault::Value(response_headers);
        self
    }

    /// Sets `page_title`.
    #[must_use]
    pub fn with_page_title(mut self, page_title: impl Into<String>) -> Self {
        self.page_title = Some(page_title.into());
        self
    }

    /// Sets `content_snippet`.
    #[must_use]
    pub fn with_content_snippet(mut self, content_snippet: impl Into<String>) -> Self {
        self.content_snippet = Some(content_snippet.into());
        self
    }

    /// Sets `content_hash`.
    #[must_use]
    pub fn with_content_hash(mut self, content_hash: Sha256Digest) -> Self {
        self.content_hash = Some(content_hash);
        self
    }

    /// Sets `content_length`.
    #[must_use]
    pub fn with_content_length(mut self, content_length: i64) -> Self {
        self.content_length = Some(content_length);
        self
    }

    /// Sets `ad_hoc_keywords_found`.
    #[must_use]
    pub fn with_ad_hoc_keywords_found(
        mut self,
        ad_hoc_keywords_found: Vec<String>,
    ) -> Self {
        self.ad_hoc_keywords_found = OrDefault::Value(ad_hoc_keywords_found);
        self
    }

    /// Sets `response_time_ms`.
    #[must_use]
    pub fn with_response_time_ms(mut self, response_time_ms: i32) -> Self {
        self.response_time_ms = Some(response_time_ms);
        self
    }

    /// Sets `validated_by_persona_id`.
    #[must_use]
    pub fn with_validated_by_persona_id(
        mut self,
        validated_by_persona_id: Uuid,
    ) -> Self {
        self.validated_by_persona_id = Some(validated_by_persona_id);
        self
    }

    /// Sets `used_proxy_id`.
    #[must_use]
    pub fn with_used_proxy_id(mut self, used_proxy_id: Uuid) -> Self {
        self.used_proxy_id = Some(used_proxy_id);
        self
    }

    /// Sets `checked_at`.
    #[must_use]
    pub fn with_checked_at(mut self, checked_at: DateTime<Utc>) -> Self {
        self.checked_at = OrDefault::Value(checked_at);
        self
    }
}

/// A partial update of [`HttpKeywordResult`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HttpKeywordResultPatch {
    /// `public.domain_http_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: Option<DomainHttpStatusEnum>,
    /// `text`
    pub reason: Change<String>,
    /// `smallint`; `CHECK (status_code BETWEEN 100 AND 599)`
    pub status_code: Change<i16>,
    /// `character varying(2048)`
    pub final_url: Change<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(response_headers) = 'object')`
    pub response_headers: Option<serde_json::Value>,
    /// `character varying(1000)`
    pub page_title: Change<String>,
    /// `text`; `CHECK (length(content_snippet) <= 10000)`
    pub content_snippet: Change<String>,
    /// `public.sha256_digest`
    pub content_hash: Change<Sha256Digest>,
    /// `bigint`; `CHECK (content_length >= 0)`
    pub content_length: Change<i64>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords_found: Option<Vec<String>>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Change<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Change<Uuid>,
    /// `uuid`; refers to `public.proxies`
    pub used_proxy_id: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: Option<DateTime<Utc>>,
}
