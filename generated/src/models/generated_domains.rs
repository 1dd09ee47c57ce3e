// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{
    DomainDnsStatusEnum, DomainHttpStatusEnum, DomainLeadStatusEnum,
};

/// Names a campaign generated and what became of each. Unique per campaign: two campaigns may generate the same name.
///
/// A row of `public.generated_domains`; primary key: `campaign_id`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct GeneratedDomain {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// Place in the generator's space, from 0; the same parameters yield the same name at the same offset.
    ///
    /// `bigint NOT NULL`
    pub offset_index: i64,
    /// `character varying(253) NOT NULL`
    pub domain_name: String,
    /// `character varying(63)`
    pub source_keyword: Option<String>,
    /// `character varying(255)`
    pub source_pattern: Option<String>,
    /// `character varying(63) NOT NULL`
    pub tld: String,
    /// `public.domain_dns_status_enum NOT NULL DEFAULT 'pending'`
    pub dns_status: DomainDnsStatusEnum,
    /// `text`
    pub dns_reason: Option<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub dns_addresses: Vec<IpNetwork>,
    /// Checks made so far; also the attempt number of the latest row in dns_validation_results.
    ///
    /// `smallint NOT NULL DEFAULT 0`
    pub dns_attempts: i16,
    /// `public.domain_http_status_enum NOT NULL DEFAULT 'pending'`
    pub http_status: DomainHttpStatusEnum,
    /// `text`
    pub http_reason: Option<String>,
    /// `smallint`
    pub http_status_code: Option<i16>,
    /// `character varying(1000)`
    pub http_title: Option<String>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub http_keywords: Vec<String>,
    /// Checks made so far; also the attempt number of the latest row in http_keyword_results.
    ///
    /// `smallint NOT NULL DEFAULT 0`
    pub http_attempts: i16,
    /// `public.domain_lead_status_enum NOT NULL DEFAULT 'pending'`
    pub lead_status: DomainLeadStatusEnum,
    /// NULL until the analysis phase has judged the domain.
    ///
    /// `public.score`
    pub lead_score: Option<Decimal>,
    /// `timestamp with time zone`
    pub last_validated_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
