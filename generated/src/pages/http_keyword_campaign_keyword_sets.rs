// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::HttpKeywordCampaignKeywordSet;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, keyword_set_id",
    " FROM public.http_keyword_campaign_keyword_sets",
);

/// A position in the order of `http_keyword_campaign_keyword_sets_pkey`: `campaign_id, keyword_set_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndKeywordSetId {
    pub campaign_id: Uuid,
    pub keyword_set_id: Uuid,
}

impl Order for ByCampaignIdAndKeywordSetId {
    type Row = HttpKeywordCampaignKeywordSet;

    const NAME: &'static str = "public.http_keyword_campaign_keyword_sets by_campaign_id_and_keyword_set_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("keyword_set_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignKeywordSet) -> Self {
        Self {
            campaign_id: row.campaign_id,
            keyword_set_id: row.keyword_set_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.keyword_set_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            keyword_set_id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, keyword_set_id`.
pub fn by_campaign_id_and_keyword_set_id() -> Pages<ByCampaignIdAndKeywordSetId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `keyword_set_id`.
pub fn of_campaign_id_by_keyword_set_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndKeywordSetId> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `http_keyword_campaign_keyword_sets_set_idx`: `keyword_set_id, campaign_id`.
///
/// Ties are broken by `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKeywordSetId {
    pub keyword_set_id: Uuid,
    pub campaign_id: Uuid,
}

impl Order for ByKeywordSetId {
    type Row = HttpKeywordCampaignKeywordSet;

    const NAME: &'static str = "public.http_keyword_campaign_keyword_sets by_keyword_set_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("keyword_set_id", "uuid"),
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignKeywordSet) -> Self {
        Self {
            keyword_set_id: row.keyword_set_id,
            campaign_id: row.campaign_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.keyword_set_id));
        to.key(Some(self.campaign_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            keyword_set_id: from.key()?,
            campaign_id: from.key()?,
        })
    }
}

/// Pages over all rows: `keyword_set_id, campaign_id`.
pub fn by_keyword_set_id() -> Pages<ByKeywordSetId> {
    Pages::new()
}
