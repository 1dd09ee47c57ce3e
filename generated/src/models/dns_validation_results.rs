// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::composites::DnsMxRecord;
use super::super::enums::DomainDnsStatusEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per DNS check of a domain, with the records it found.
///
/// A row of `public.dns_validation_results`; primary key: `campaign_id`, `domain_id`, `attempt`.
#[derive(Debug, Clone, PartialEq)]
pub struct DnsValidationResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// From 1, per domain.
    ///
    /// `smallint NOT NULL`; `CHECK (attempt > 0)`
    pub attempt: i16,
    /// `public.domain_dns_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: DomainDnsStatusEnum,
    /// `text`
    pub reason: Option<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub a_records: Vec<IpNetwork>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub aaaa_records: Vec<IpNetwork>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub cname_records: Vec<String>,
    /// `public.dns_mx_record[] NOT NULL DEFAULT '{}'`
    pub mx_records: Vec<DnsMxRecord>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ns_records: Vec<String>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub txt_records: Vec<String>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Option<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: DateTime<Utc>,
}

impl Record for DnsValidationResult {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            domain_id: row.column("domain_id")?,
            attempt: row.column("attempt")?,
            status: row.column("status")?,
            reason: row.column("reason")?,
            a_records: row.column("a_records")?,
            aaaa_records: row.column("aaaa_records")?,
            cname_records: row.column("cname_records")?,
            mx_records: row.column("mx_records")?,
            ns_records: row.column("ns_records")?,
            txt_records: row.column("txt_records")?,
            response_time_ms: row.column("response_time_ms")?,
            validated_by_persona_id: row.column("validated_by_persona_id")?,
            checked_at: row.finite("checked_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for DnsValidationResult {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.dns_validation_results`; it comes back as [`DnsValidationResult`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewDnsValidationResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// `smallint NOT NULL`; `CHECK (attempt > 0)`
    pub attempt: i16,
    /// `public.domain_dns_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: DomainDnsStatusEnum,
    /// `text`
    pub reason: Option<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub a_records: OrDefault<Vec<IpNetwork>>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub aaaa_records: OrDefault<Vec<IpNetwork>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub cname_records: OrDefault<Vec<String>>,
    /// `public.dns_mx_record[] NOT NULL DEFAULT '{}'`
    pub mx_records: OrDefault<Vec<DnsMxRecord>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ns_records: OrDefault<Vec<String>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub txt_records: OrDefault<Vec<String>>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Option<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: OrDefault<DateTime<Utc>>,
}

impl NewDnsValidationResult {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        domain_id: i64,
        attempt: i16,
        status: DomainDnsStatusEnum,
    ) -> Self {
        Self {
            campaign_id,
            domain_id,
            attempt,
            status,
            reason: None,
            a_records: OrDefault::Default,
            aaaa_records: OrDefault::Default,
            cname_records: OrDefault::Default,
            mx_records: OrDefault::Default,
            ns_records: OrDefault::Default,
            txt_records: OrDefault::Default,
            response_time_ms: None,
            validated_by_persona_id: None,
            checked_at: OrDefault::Default,
        }
    }

    /// Sets `reason`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets `a_records`.
    #[must_use]
    pub fn with_a_records(mut self, a_records: Vec<IpNetwork>) -> Self {
        self.a_records = OrDefault::Value(a_records);
        self
    }

    /// Sets `aaaa_records`.
    #[must_use]
    pub fn with_aaaa_records(mut self, aaaa_records: Vec<IpNetwork>) -> Self {
        self.aaaa_records = OrDefault::Value(aaaa_records);
        self
    }

    /// Sets `cname_records`.
    #[must_use]
    pub fn with_cname_records(mut self, cname_records: Vec<String>) -> Self {
        self.cname_records = OrDefault::Value(cname_records);
        self
    }

    /// Sets `mx_records`.
    #[must_use]
    pub fn with_mx_records(mut self, mx_records: Vec<DnsMxRecord>) -> Self {
        self.mx_records = OrDefault::Value(mx_records);
        self
    }

    /// Sets `ns_records`.
    #[must_use]
    pub fn with_ns_records(mut self, ns_records: Vec<String>) -> Self {
        self.ns_records = OrDefault::Value(ns_records);
        self
    }

    /// Sets `txt_records`.
    #[must_use]
    pub fn with_txt_records(mut self, txt_records: Vec<String>) -> Self {
        self.txt_records = OrDefault::Value(txt_records);
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

    /// Sets `checked_at`.
    #[must_use]
    pub fn with_checked_at(mut self, checked_at: DateTime<Utc>) -> Self {
        self.checked_at = OrDefault::Value(checked_at);
        self
    }
}

/// A partial update of [`DnsValidationResult`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DnsValidationResultPatch {
    /// `public.domain_dns_status_enum NOT NULL`; `CHECK (status <> 'pending')`
    pub status: Option<DomainDnsStatusEnum>,
    /// `text`
    pub reason: Change<String>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub a_records: Option<Vec<IpNetwork>>,
    /// `inet[] NOT NULL DEFAULT '{}'`
    pub aaaa_records: Option<Vec<IpNetwork>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub cname_records: Option<Vec<String>>,
    /// `public.dns_mx_record[] NOT NULL DEFAULT '{}'`
    pub mx_records: Option<Vec<DnsMxRecord>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub ns_records: Option<Vec<String>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub txt_records: Option<Vec<String>>,
    /// `integer`; `CHECK (response_time_ms >= 0)`
    pub response_time_ms: Change<i32>,
    /// `uuid`; refers to `public.personas`
    pub validated_by_persona_id: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: Option<DateTime<Utc>>,
}
