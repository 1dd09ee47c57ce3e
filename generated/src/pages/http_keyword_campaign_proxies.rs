// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::HttpKeywordCampaignProxy;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, proxy_id",
    " FROM public.http_keyword_campaign_proxies",
);

/// A position in the order of `http_keyword_campaign_proxies_pkey`: `campaign_id, proxy_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndProxyId {
    pub campaign_id: Uuid,
    pub proxy_id: Uuid,
}

impl Order for ByCampaignIdAndProxyId {
    type Row = HttpKeywordCampaignProxy;

    const NAME: &'static str = "public.http_keyword_campaign_proxies by_campaign_id_and_proxy_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("proxy_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignProxy) -> Self {
        Self {
            campaign_id: row.campaign_id,
            proxy_id: row.proxy_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.proxy_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            proxy_id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, proxy_id`.
pub fn by_campaign_id_and_proxy_id() -> Pages<ByCampaignIdAndProxyId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `proxy_id`.
pub fn of_campaign_id_by_proxy_id(campaign_id: Uuid) -> Pages<ByCampaignIdAndProxyId> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `http_keyword_campaign_proxies_proxy_idx`: `proxy_id, campaign_id`.
///
/// Ties are broken by `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByProxyId {
    pub proxy_id: Uuid,
    pub campaign_id: Uuid,
}

impl Order for ByProxyId {
    type Row = HttpKeywordCampaignProxy;

    const NAME: &'static str = "public.http_keyword_campaign_proxies by_proxy_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("proxy_id", "uuid"),
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignProxy) -> Self {
        Self {
            proxy_id: row.proxy_id,
            campaign_id: row.campaign_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.proxy_id));
        to.key(Some(self.campaign_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            proxy_id: from.key()?,
            campaign_id: from.key()?,
        })
    }
}

/// Pages over all rows: `proxy_id, campaign_id`.
pub fn by_proxy_id() -> Pages<ByProxyId> {
    Pages::new()
}
