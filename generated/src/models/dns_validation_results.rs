// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

use super::super::composites::DnsMxRecord;
use super::super::enums::DomainDnsStatusEnum;

/// One row per DNS check of a domain, with the records it found.
///
/// A row of `public.dns_validation_results`; primary key: `campaign_id`, `domain_id`, `attempt`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct DnsValidationResult {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// From 1, per domain.
    ///
    /// `smallint NOT NULL`
    pub attempt: i16,
    /// `public.domain_dns_status_enum NOT NULL`
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
    /// `integer`
    pub response_time_ms: Option<i32>,
    /// `uuid`
    pub validated_by_persona_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub checked_at: DateTime<Utc>,
}
