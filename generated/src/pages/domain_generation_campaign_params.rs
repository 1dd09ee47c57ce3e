// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::models::DomainGenerationCampaignParams;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, pattern_type, variable_length, character_set, ",
    "constant_string, tld, num_domains_to_generate, total_possible_combinations, ",
    "reserved_count, current_offset, config_hash, created_at, updated_at",
    " FROM public.domain_generation_campaign_params",
);

/// A position in the order of `domain_generation_campaign_params_pkey`: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignId {
    pub campaign_id: Uuid,
}

impl Order for ByCampaignId {
    type Row = DomainGenerationCampaignParams;

    const NAME: &'static str = "public.domain_generation_campaign_params by_campaign_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &DomainGenerationCampaignParams) -> Self {
        Self {
            campaign_id: row.campaign_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id`.
pub fn by_campaign_id() -> Pages<ByCampaignId> {
    Pages::new()
}

/// A position in the order of `domain_generation_campaign_params_config_idx`: `config_hash, campaign_id`.
///
/// Ties are broken by `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByConfigHash {
    pub config_hash: Sha256Digest,
    pub campaign_id: Uuid,
}

impl Order for ByConfigHash {
    type Row = DomainGenerationCampaignParams;

    const NAME: &'static str = "public.domain_generation_campaign_params by_config_hash";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("config_hash", "bytea"),
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &DomainGenerationCampaignParams) -> Self {
        Self {
            config_hash: row.config_hash.clone(),
            campaign_id: row.campaign_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.config_hash));
        to.key(Some(self.campaign_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            config_hash: from.key()?,
            campaign_id: from.key()?,
        })
    }
}

/// Pages over all rows: `config_hash, campaign_id`.
pub fn by_config_hash() -> Pages<ByConfigHash> {
    Pages::new()
}
