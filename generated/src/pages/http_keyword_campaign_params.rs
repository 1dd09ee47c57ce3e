// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.http_keyword_campaign_params`.
//!
//! Left out:
//!
//! - pages by `http_keyword_campaign_params_pool_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::HttpKeywordCampaignParams;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, ad_hoc_keywords, persona_rotation, proxy_rotation, ",
    "proxy_pool_id, rotation_interval_seconds, max_requests_per_minute, batch_size, ",
    "max_retries, retry_delay_seconds, target_ports, created_at, updated_at",
    " FROM public.http_keyword_campaign_params",
);

/// A position in the order of `http_keyword_campaign_params_pkey`: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignId {
    pub campaign_id: Uuid,
}

impl Order for ByCampaignId {
    type Row = HttpKeywordCampaignParams;

    const NAME: &'static str = "public.http_keyword_campaign_params by_campaign_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignParams) -> Self {
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
