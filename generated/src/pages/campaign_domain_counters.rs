// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::CampaignDomainCounter;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, shard, total, dns_pending, dns_ok, dns_error, dns_timeout, ",
    "http_pending, http_ok, http_error, http_timeout, lead_pending, lead_match, ",
    "lead_no_match, lead_error, lead_timeout",
    " FROM public.campaign_domain_counters",
);

/// A position in the order of `campaign_domain_counters_pkey`: `campaign_id, shard`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndShard {
    pub campaign_id: Uuid,
    pub shard: i16,
}

impl Order for ByCampaignIdAndShard {
    type Row = CampaignDomainCounter;

    const NAME: &'static str = "public.campaign_domain_counters by_campaign_id_and_shard";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("shard", "smallint"),
    ];

    fn position(row: &CampaignDomainCounter) -> Self {
        Self {
            campaign_id: row.campaign_id,
            shard: row.shard,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.shard));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            shard: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, shard`.
pub fn by_campaign_id_and_shard() -> Pages<ByCampaignIdAndShard> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `shard`.
pub fn of_campaign_id_by_shard(campaign_id: Uuid) -> Pages<ByCampaignIdAndShard> {
    Pages::new().fix(Some(campaign_id))
}
