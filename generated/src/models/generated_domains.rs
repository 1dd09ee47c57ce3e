// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Score;
use super::super::enums::{
    DomainDnsStatusEnum, DomainHttpStatusEnum, DomainLeadStatusEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Names a campaign generated and what became of each. Unique per campaign: two campaigns may generate the same name.
///
/// A row of `public.generated_domains`; primary key: `campaign_id`, `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratedDomain {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// Place in the generator's space, from 0; the same parameters yield the same name at the same offset.
    ///
    /// `bigint NOT NULL`; `CHECK (offset_index >= 0)`
    pub offset_index: i64,
    /// `character varying(253) NOT NULL`; `CHECK (domain_name = lower(domain_name) AND domain_name <> '')`
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
    /// `smallint`; `CHECK (http_status_code BETWEEN 100 AND 599)`
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
    pub lead_score: Option<Score>,
    /// `timestamp with time zone`
    pub last_validated_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for GeneratedDomain {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            id: row.column("id")?,
            offset_index: row.column("offset_index")?,
            domain_name: row.column("domain_name")?,
            source_keyword: row.column("source_keyword")?,
            source_pattern: row.column("source_pattern")?,
            tld: row.column("tld")?,
            dns_status: row.column("dns_status")?,
            dns_reason: row.column("dns_reason")?,
            dns_addresses: row.column("dns_addresses")?,
            dns_attempts: row.column("dns_attempts")?,
            http_status: row.column("http_status")?,
            http_reason: row.column("http_reason")?,
            http_status_code: row.column("http_status_code")?,
            http_title: row.column("http_title")?,
            http_keywords: row.column("http_keywords")?,
            http_attempts: row.column("http_attempts")?,
            lead_status: row.column("lead_status")?,
            lead_score: row.column("lead_score")?,
            last_validated_at: row.finite("last_validated_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for GeneratedDomain {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.generated_domains`; it comes back as [`GeneratedDomain`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewGeneratedDomain {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`; `CHECK (offset_index >= 0)`
    pub offset_index: i64,
    /// `character varying(253) NOT NULL`; `CHECK (domain_name = lower(domain_name) AND domain_name <> '')`
    pub domain_name: String,
    /// `character varying(63)`
    pub source_keyword: Option<String>,
    /// `character varying(255)`
    pub source_pattern: Option<String>,
    /// `character varying(63) NOT NULL`
    pub tld: String,
    /// `public.domain_dns_status_enum NOT NULL DEFAULT 'pending'`
    pub dns_status: OrDefault<DomainDnsStatusEnum>,
    /// `text`
    pub dns_reason: Option<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub dns_addresses: OrDefault<Vec<IpNetwork>>,
    /// `smallint NOT NULL DEFAULT 0`
    pub dns_attempts: OrDefault<i16>,
    /// `public.domain_http_status_enum NOT NULL DEFAULT 'pending'`
    pub http_status: OrDefault<DomainHttpStatusEnum>,
    /// `text`
    pub http_reason: Option<String>,
    /// `smallint`; `CHECK (http_status_code BETWEEN 100 AND 599)`
    pub http_status_code: Option<i16>,
    /// `character varying(1000)`
    pub http_title: Option<String>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub http_keywords: OrDefault<Vec<String>>,
    /// `smallint NOT NULL DEFAULT 0`
    pub http_attempts: OrDefault<i16>,
    /// `public.domain_lead_status_enum NOT NULL DEFAULT 'pending'`
    pub lead_status: OrDefault<DomainLeadStatusEnum>,
    /// `public.score`
    pub lead_score: Option<Score>,
    /// `timestamp with time zone`
    pub last_validated_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewGeneratedDomain {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        offset_index: i64,
        domain_name: impl Into<String>,
        tld: impl Into<String>,
    ) -> Self {
        Self {
            campaign_id,
            offset_index,
            domain_name: domain_name.into(),
            source_keyword: None,
            source_pattern: None,
            tld: tld.into(),
            dns_status: OrDefault::Default,
            dns_reason: None,
            dns_addresses: OrDefault::Default,
            dns_attempts: OrDefault::Default,
            http_status: OrDefault::Default,
            http_reason: None,
            http_status_code: None,
            http_title: None,
            http_keywords: OrDefault::Default,
            http_attempts: OrDefault::Default,
            lead_status: OrDefault::Default,
            lead_score: None,
            last_validated_at: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `source_keyword`.
    #[must_use]
    pub fn with_source_keyword(mut self, source_keyword: impl Into<String>) -> Self {
        self.source_keyword = Some(source_keyword.into());
        self
    }

    /// Sets `source_pattern`.
    #[must_use]
    pub fn with_source_pattern(mut self, source_pattern: impl Into<String>) -> Self {
        self.source_pattern = Some(source_pattern.into());
        self
    }

    /// Sets `dns_status`.
    #[must_use]
    pub fn with_dns_status(mut self, dns_status: DomainDnsStatusEnum) -> Self {
        self.dns_status = OrDefault::Value(dns_status);
        self
    }

    /// Sets `dns_reason`.
    #[must_use]
    pub fn with_dns_reason(mut self, dns_reason: impl Into<String>) -> Self {
        self.dns_reason = Some(dns_reason.into());
        self
    }

    /// Sets `dns_addresses`.
    #[must_use]
    pub fn with_dns_addresses(mut self, dns_addresses: Vec<IpNetwork>) -> Self {
        self.dns_addresses = OrDefault::Value(dns_addresses);
        self
    }

    /// Sets `dns_attempts`.
    #[must_use]
    pub fn with_dns_attempts(mut self, dns_attempts: i16) -> Self {
        self.dns_attempts = OrDefault::Value(dns_attempts);
        self
    }

    /// Sets `http_status`.
    #[must_use]
    pub fn with_http_status(mut self, http_status: DomainHttpStatusEnum) -> Self {
        self.http_status = OrDefault::Value(http_status);
        self
    }

    /// Sets `http_reason`.
    #[must_use]
    pub fn with_http_reason(mut self, http_reason: impl Into<String>) -> Self {
        self.http_reason = Some(http_reason.into());
        self
    }

    /// Sets `http_status_code`.
    #[must_use]
    pub fn with_http_status_code(mut self, http_status_code: i16) -> Self {
        self.http_status_code = Some(http_status_code);
        self
    }

    /// Sets `http_title`.
    #[must_use]
    pub fn with_http_title(mut self, http_title: impl Into<String>) -> Self {
        self.http_title = Some(http_title.into());
        self
    }

    /// Sets `http_keywords`.
    #[must_use]
    pub fn with_http_keywords(mut self, http_keywords: Vec<String>) -> Self {
        self.http_keywords = OrDefault::Value(http_keywords);
        self
    }

    /// Sets `http_attempts`.
    #[must_use]
    pub fn with_http_attempts(mut self, http_attempts: i16) -> Self {
        self.http_attempts = OrDefault::Value(http_attempts);
        self
    }

    /// Sets `lead_status`.
    #[must_use]
    pub fn with_lead_status(mut self, lead_status: DomainLeadStatusEnum) -> Self {
        self.lead_status = OrDefault::Value(lead_status);
        self
    }

    /// Sets `lead_score`.
    #[must_use]
    pub fn with_lead_score(mut self, lead_score: Score) -> Self {
        self.lead_score = Some(lead_score);
        self
    }

    /// Sets `last_validated_at`.
    #[must_use]
    pub fn with_last_validated_at(mut self, last_validated_at: DateTime<Utc>) -> Self {
        self.last_validated_at = Some(last_validated_at);
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

/// A partial update of [`GeneratedDomain`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GeneratedDomainPatch {
    /// `bigint NOT NULL`; `CHECK (offset_index >= 0)`
    pub offset_index: Option<i64>,
    /// `character varying(253) NOT NULL`; `CHECK (domain_name = lower(domain_name) AND domain_name <> '')`
    pub domain_name: Option<String>,
    /// `character varying(63)`
    pub source_keyword: Change<String>,
    /// `character varying(255)`
    pub source_pattern: Change<String>,
    /// `character varying(63) NOT NULL`
    pub tld: Option<String>,
    /// `public.domain_dns_status_enum NOT NULL DEFAULT 'pending'`
    pub dns_status: Option<DomainDnsStatusEnum>,
    /// `text`
    pub dns_reason: Change<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub dns_addresses: Option<Vec<IpNetwork>>,
    /// `smallint NOT NULL DEFAULT 0`
    pub dns_attempts: Option<i16>,
    /// `public.domain_http_status_enum NOT NULL DEFAULT 'pending'`
    pub http_status: Option<DomainHttpStatusEnum>,
    /// `text`
    pub http_reason: Change<String>,
    /// `smallint`; `CHECK (http_status_code BETWEEN 100 AND 599)`
    pub http_status_code: Change<i16>,
    /// `character varying(1000)`
    pub http_title: Change<String>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub http_keywords: Option<Vec<String>>,
    /// `smallint NOT NULL DEFAULT 0`
    pub http_attempts: Option<i16>,
    /// `public.domain_lead_status_enum NOT NULL DEFAULT 'pending'`
    pub lead_status: Option<DomainLeadStatusEnum>,
    /// `public.score`
    pub lead_score: Change<Score>,
    /// `timestamp with time zone`
    pub last_validated_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
