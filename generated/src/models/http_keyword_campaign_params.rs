// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::RotationStrategyEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// How a campaign fetches pages and what it looks for besides its keyword sets.
///
/// A row of `public.http_keyword_campaign_params`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordCampaignParams {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords: Vec<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub persona_rotation: RotationStrategyEnum,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub proxy_rotation: RotationStrategyEnum,
    /// Pool to go out through; NULL = the proxies of http_keyword_campaign_proxies, or none at all.
    ///
    /// `uuid`; refers to `public.proxy_pools`
    pub proxy_pool_id: Option<Uuid>,
    /// 0 = rotate at every request.
    ///
    /// `integer NOT NULL DEFAULT 0`; `CHECK (rotation_interval_seconds >= 0)`
    pub rotation_interval_seconds: i32,
    /// `integer NOT NULL DEFAULT 60`; `CHECK (max_requests_per_minute > 0)`
    pub max_requests_per_minute: i32,
    /// `integer NOT NULL DEFAULT 50`; `CHECK (batch_size BETWEEN 1 AND 10000)`
    pub batch_size: i32,
    /// `smallint NOT NULL DEFAULT 1`
    pub max_retries: i16,
    /// `integer NOT NULL DEFAULT 5`
    pub retry_delay_seconds: i32,
    /// `integer[] NOT NULL DEFAULT '{80,443}'`; `CHECK (cardinality(target_ports) > 0 AND array_position(target_ports, NULL) IS NULL AND 1 <= ALL (target_ports) AND 65535 >= ALL (target_ports))`
    pub target_ports: Vec<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for HttpKeywordCampaignParams {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            ad_hoc_keywords: row.column("ad_hoc_keywords")?,
            persona_rotation: row.column("persona_rotation")?,
            proxy_rotation: row.column("proxy_rotation")?,
            proxy_pool_id: row.column("proxy_pool_id")?,
            rotation_interval_seconds: row.column("rotation_interval_seconds")?,
            max_requests_per_minute: row.column("max_requests_per_minute")?,
            batch_size: row.column("batch_size")?,
            max_retries: row.column("max_retries")?,
            retry_delay_seconds: row.column("retry_delay_seconds")?,
            target_ports: row.column("target_ports")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordCampaignParams {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_campaign_params`; it comes back as [`HttpKeywordCampaignParams`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordCampaignParams {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords: OrDefault<Vec<String>>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub persona_rotation: OrDefault<RotationStrategyEnum>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub proxy_rotation: OrDefault<RotationStrategyEnum>,
    /// `uuid`; refers to `public.proxy_pools`
    pub proxy_pool_id: Option<Uuid>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (rotation_interval_seconds >= 0)`
    pub rotation_interval_seconds: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 60`; `CHECK (max_requests_per_minute > 0)`
    pub max_requests_per_minute: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 50`; `CHECK (batch_size BETWEEN 1 AND 10000)`
    pub batch_size: OrDefault<i32>,
    /// `smallint NOT NULL DEFAULT 1`
    pub max_retries: OrDefault<i16>,
    /// `integer NOT NULL DEFAULT 5`
    pub retry_delay_seconds: OrDefault<i32>,
    /// `integer[] NOT NULL DEFAULT '{80,443}'`; `CHECK (cardinality(target_ports) > 0 AND array_position(target_ports, NULL) IS NULL AND 1 <= ALL (target_ports) AND 65535 >= ALL (target_ports))`
    pub target_ports: OrDefault<Vec<i32>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewHttpKeywordCampaignParams {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid) -> Self {
        Self {
            campaign_id,
            ad_hoc_keywords: OrDefault::Default,
            persona_rotation: OrDefault::Default,
            proxy_rotation: OrDefault::Default,
            proxy_pool_id: None,
            rotation_interval_seconds: OrDefault::Default,
            max_requests_per_minute: OrDefault::Default,
            batch_size: OrDefault::Default,
            max_retries: OrDefault::Default,
            retry_delay_seconds: OrDefault::Default,
            target_ports: OrDefault::Default,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `ad_hoc_keywords`.
    #[must_use]
    pub fn with_ad_hoc_keywords(mut self, ad_hoc_keywords: Vec<String>) -> Self {
        self.ad_hoc_keywords = OrDefault::Value(ad_hoc_keywords);
        self
    }

    /// Sets `persona_rotation`.
    #[must_use]
    pub fn with_persona_rotation(
        mut self,
        persona_rotation: RotationStrategyEnum,
    ) -> Self {
        self.persona_rotation = OrDefault::Value(persona_rotation);
        self
    }

    /// Sets `proxy_rotation`.
    #[must_use]
    pub fn with_proxy_rotation(mut self, proxy_rotation: RotationStrategyEnum) -> Self {
        self.proxy_rotation = OrDefault::Value(proxy_rotation);
        self
    }

    /// Sets `proxy_pool_id`.
    #[must_use]
    pub fn with_proxy_pool_id(mut self, proxy_pool_id: Uuid) -> Self {
        self.proxy_pool_id = Some(proxy_pool_id);
        self
    }

    /// Sets `rotation_interval_seconds`.
    #[must_use]
    pub fn with_rotation_interval_seconds(
        mut self,
        rotation_interval_seconds: i32,
    ) -> Self {
        self.rotation_interval_seconds = OrDefault::Value(rotation_interval_seconds);
        self
    }

    /// Sets `max_requests_per_minute`.
    #[must_use]
    pub fn with_max_requests_per_minute(mut self, max_requests_per_minute: i32) -> Self {
        self.max_requests_per_minute = OrDefault::Value(max_requests_per_minute);
        self
    }

    /// Sets `batch_size`.
    #[must_use]
    pub fn with_batch_size(mut self, batch_size: i32) -> Self {
        self.batch_size = OrDefault::Value(batch_size);
        self
    }

    /// Sets `max_retries`.
    #[must_use]
    pub fn with_max_retries(mut self, max_retries: i16) -> Self {
        self.max_retries = OrDefault::Value(max_retries);
        self
    }

    /// Sets `retry_delay_seconds`.
    #[must_use]
    pub fn with_retry_delay_seconds(mut self, retry_delay_seconds: i32) -> Self {
        self.retry_delay_seconds = OrDefault::Value(retry_delay_seconds);
        self
    }

    /// Sets `target_ports`.
    #[must_use]
    pub fn with_target_ports(mut self, target_ports: Vec<i32>) -> Self {
        self.target_ports = OrDefault::Value(target_ports);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`HttpKeywordCampaignParams`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HttpKeywordCampaignParamsPatch {
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ad_hoc_keywords: Option<Vec<String>>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub persona_rotation: Option<RotationStrategyEnum>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub proxy_rotation: Option<RotationStrategyEnum>,
    /// `uuid`; refers to `public.proxy_pools`
    pub proxy_pool_id: Change<Uuid>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (rotation_interval_seconds >= 0)`
    pub rotation_interval_seconds: Option<i32>,
    /// `integer NOT NULL DEFAULT 60`; `CHECK (max_requests_per_minute > 0)`
    pub max_requests_per_minute: Option<i32>,
    /// `integer NOT NULL DEFAULT 50`; `CHECK (batch_size BETWEEN 1 AND 10000)`
    pub batch_size: Option<i32>,
    /// `smallint NOT NULL DEFAULT 1`
    pub max_retries: Option<i16>,
    /// `integer NOT NULL DEFAULT 5`
    pub retry_delay_seconds: Option<i32>,
    /// `integer[] NOT NULL DEFAULT '{80,443}'`; `CHECK (cardinality(target_ports) > 0 AND array_position(target_ports, NULL) IS NULL AND 1 <= ALL (target_ports) AND 65535 >= ALL (target_ports))`
    pub target_ports: Option<Vec<i32>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
