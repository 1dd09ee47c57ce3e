// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.generated_domains`.
//!
//! Left out:
//!
//! - pages by `generated_domains_dns_pending_idx`: it holds only some of the rows.
//! - pages by `generated_domains_http_pending_idx`: it holds only some of the rows.
//! - pages by `generated_domains_lead_pending_idx`: it holds only some of the rows.
//! - pages by `generated_domains_dns_timeout_idx`: it holds only some of the rows.
//! - pages by `generated_domains_http_reached_idx`: it holds only some of the rows.
//! - pages by `generated_domains_http_failed_idx`: it holds only some of the rows.
//! - pages by `generated_domains_leads_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::GeneratedDomain;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, id, offset_index, domain_name, source_keyword, ",
    "source_pattern, tld, dns_status, dns_reason, dns_addresses, dns_attempts, ",
    "http_status, http_reason, http_status_code, http_title, http_keywords, ",
    "http_attempts, lead_status, lead_score, last_validated_at, created_at, ",
    "updated_at",
    " FROM public.generated_domains",
);

/// A position in the order of `generated_domains_pkey`: `campaign_id, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndId {
    pub campaign_id: Uuid,
    pub id: i64,
}

impl Order for ByCampaignIdAndId {
    type Row = GeneratedDomain;

    const NAME: &'static str = "public.generated_domains by_campaign_id_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &GeneratedDomain) -> Self {
        Self {
            campaign_id: row.campaign_id,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, id`.
pub fn by_campaign_id_and_id() -> Pages<ByCampaignIdAndId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `id`.
pub fn of_campaign_id_by_id(campaign_id: Uuid) -> Pages<ByCampaignIdAndId> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `generated_domains_campaign_id_offset_index_key`: `campaign_id, offset_index`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndOffsetIndex {
    pub campaign_id: Uuid,
    pub offset_index: i64,
}

impl Order for ByCampaignIdAndOffsetIndex {
    type Row = GeneratedDomain;

    const NAME: &'static str = "public.generated_domains by_campaign_id_and_offset_index";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("offset_index", "bigint"),
    ];

    fn position(row: &GeneratedDomain) -> Self {
        Self {
            campaign_id: row.campaign_id,
            offset_index: row.offset_index,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.offset_index));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            offset_index: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, offset_index`.
pub fn by_campaign_id_and_offset_index() -> Pages<ByCampaignIdAndOffsetIndex> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `offset_index`.
pub fn of_campaign_id_by_offset_index(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndOffsetIndex> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `generated_domains_campaign_id_domain_name_key`: `campaign_id, domain_name`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndDomainName {
    pub campaign_id: Uuid,
    pub domain_name: String,
}

impl Order for ByCampaignIdAndDomainName {
    type Row = GeneratedDomain;

    const NAME: &'static str = "public.generated_domains by_campaign_id_and_domain_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("domain_name", "character varying"),
    ];

    fn position(row: &GeneratedDomain) -> Self {
        Self {
            campaign_id: row.campaign_id,
            domain_name: row.domain_name.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(&self.domain_name));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            domain_name: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, domain_name`.
pub fn by_campaign_id_and_domain_name() -> Pages<ByCampaignIdAndDomainName> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `domain_name`.
pub fn of_campaign_id_by_domain_name(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndDomainName> {
    Pages::new().fix(Some(campaign_id))
}
