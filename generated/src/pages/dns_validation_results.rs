// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.dns_validation_results`.
//!
//! Left out:
//!
//! - pages by `dns_validation_results_persona_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::DnsValidationResult;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, domain_id, attempt, status, reason, a_records, ",
    "aaaa_records, cname_records, mx_records, ns_records, txt_records, ",
    "response_time_ms, validated_by_persona_id, checked_at",
    " FROM public.dns_validation_results",
);

/// A position in the order of `dns_validation_results_pkey`: `campaign_id, domain_id, attempt`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndDomainIdAndAttempt {
    pub campaign_id: Uuid,
    pub domain_id: i64,
    pub attempt: i16,
}

impl Order for ByCampaignIdAndDomainIdAndAttempt {
    type Row = DnsValidationResult;

    const NAME: &'static str = "public.dns_validation_results by_campaign_id_and_domain_id_and_attempt";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("domain_id", "bigint"),
        Key::ascending("attempt", "smallint"),
    ];

    fn position(row: &DnsValidationResult) -> Self {
        Self {
            campaign_id: row.campaign_id,
            domain_id: row.domain_id,
            attempt: row.attempt,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.domain_id));
        to.key(Some(self.attempt));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            domain_id: from.key()?,
            attempt: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, domain_id, attempt`.
pub fn by_campaign_id_and_domain_id_and_attempt() -> Pages<ByCampaignIdAndDomainIdAndAttempt> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `domain_id, attempt`.
pub fn of_campaign_id_by_domain_id_and_attempt(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndDomainIdAndAttempt> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `domain_id`: `attempt`.
pub fn of_campaign_id_and_domain_id_by_attempt(
    campaign_id: Uuid,
    domain_id: i64,
) -> Pages<ByCampaignIdAndDomainIdAndAttempt> {
    Pages::new().fix(Some(campaign_id)).fix(Some(domain_id))
}

/// A position in the order of `dns_validation_results_recent_idx`: `campaign_id, checked_at DESC, domain_id DESC, attempt DESC`.
///
/// Ties are broken by `attempt`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndCheckedAtAndDomainId {
    pub campaign_id: Uuid,
    pub checked_at: DateTime<Utc>,
    pub domain_id: i64,
    pub attempt: i16,
}

impl Order for ByCampaignIdAndCheckedAtAndDomainId {
    type Row = DnsValidationResult;

    const NAME: &'static str = "public.dns_validation_results by_campaign_id_and_checked_at_and_domain_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::descending("checked_at", "timestamp with time zone"),
        Key::descending("domain_id", "bigint"),
        Key::descending("attempt", "smallint"),
    ];

    fn position(row: &DnsValidationResult) -> Self {
        Self {
            campaign_id: row.campaign_id,
            checked_at: row.checked_at,
            domain_id: row.domain_id,
            attempt: row.attempt,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.checked_at));
        to.key(Some(self.domain_id));
        to.key(Some(self.attempt));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            checked_at: from.key()?,
            domain_id: from.key()?,
            attempt: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, checked_at DESC, domain_id DESC, attempt DESC`.
pub fn by_campaign_id_and_checked_at_and_domain_id() -> Pages<ByCampaignIdAndCheckedAtAndDomainId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `checked_at DESC, domain_id DESC, attempt DESC`.
pub fn of_campaign_id_by_checked_at_and_domain_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndCheckedAtAndDomainId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `checked_at`: `domain_id DESC, attempt DESC`.
pub fn of_campaign_id_and_checked_at_by_domain_id(
    campaign_id: Uuid,
    checked_at: DateTime<Utc>,
) -> Pages<ByCampaignIdAndCheckedAtAndDomainId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(checked_at))
}
