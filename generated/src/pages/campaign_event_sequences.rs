// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::CampaignEventSequence;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, last_sequence",
    " FROM public.campaign_event_sequences",
);

/// A position in the order of `campaign_event_sequences_pkey`: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignId {
    pub campaign_id: Uuid,
}

impl Order for ByCampaignId {
    type Row = CampaignEventSequence;

    const NAME: &'static str = "public.campaign_event_sequences by_campaign_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &CampaignEventSequence) -> Self {
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
