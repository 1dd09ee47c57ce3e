// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::HttpKeywordResultMatch;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, domain_id, attempt, keyword_set_id, keywords",
    " FROM public.http_keyword_result_matches",
);

/// A position in the order of `http_keyword_result_matches_pkey`: `campaign_id, domain_id, attempt, keyword_set_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId {
    pub campaign_id: Uuid,
    pub domain_id: i64,
    pub attempt: i16,
    pub keyword_set_id: Uuid,
}

impl Order for ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId {
    type Row = HttpKeywordResultMatch;

    const NAME: &'static str = "public.http_keyword_result_matches by_campaign_id_and_domain_id_and_attempt_and_keyword_set_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("domain_id", "bigint"),
        Key::ascending("attempt", "smallint"),
        Key::ascending("keyword_set_id", "uuid"),
    ];

    fn position(row: &HttpKeywordResultMatch) -> Self {
        Self {
            campaign_id: row.campaign_id,
            domain_id: row.domain_id,
            attempt: row.attempt,
            keyword_set_id: row.keyword_set_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.domain_id));
        to.key(Some(self.attempt));
        to.key(Some(self.keyword_set_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            domain_id: from.key()?,
            attempt: from.key()?,
            keyword_set_id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, domain_id, attempt, keyword_set_id`.
pub fn by_campaign_id_and_domain_id_and_attempt_and_keyword_set_id() -> Pages<ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `domain_id, attempt, keyword_set_id`.
pub fn of_campaign_id_by_domain_id_and_attempt_and_keyword_set_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `domain_id`: `attempt, keyword_set_id`.
pub fn of_campaign_id_and_domain_id_by_attempt_and_keyword_set_id(
    campaign_id: Uuid,
    domain_id: i64,
) -> Pages<ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(domain_id))
}

/// Pages over the rows with this `campaign_id`, `domain_id`, `attempt`: `keyword_set_id`.
pub fn of_campaign_id_and_domain_id_and_attempt_by_keyword_set_id(
    campaign_id: Uuid,
    domain_id: i64,
    attempt: i16,
) -> Pages<ByCampaignIdAndDomainIdAndAttemptAndKeywordSetId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(domain_id)).fix(Some(attempt))
}

/// A position in the order of `http_keyword_result_matches_set_idx`: `keyword_set_id, campaign_id, domain_id, attempt`.
///
/// Ties are broken by `attempt`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKeywordSetIdAndCampaignIdAndDomainId {
    pub keyword_set_id: Uuid,
    pub campaign_id: Uuid,
    pub domain_id: i64,
    pub attempt: i16,
}

impl Order for ByKeywordSetIdAndCampaignIdAndDomainId {
    type Row = HttpKeywordResultMatch;

    const NAME: &'static str = "public.http_keyword_result_matches by_keyword_set_id_and_campaign_id_and_domain_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("keyword_set_id", "uuid"),
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("domain_id", "bigint"),
        Key::ascending("attempt", "smallint"),
    ];

    fn position(row: &HttpKeywordResultMatch) -> Self {
        Self {
            keyword_set_id: row.keyword_set_id,
            campaign_id: row.campaign_id,
            domain_id: row.domain_id,
            attempt: row.attempt,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.keyword_set_id));
        to.key(Some(self.campaign_id));
        to.key(Some(self.domain_id));
        to.key(Some(self.attempt));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            keyword_set_id: from.key()?,
            campaign_id: from.key()?,
            domain_id: from.key()?,
            attempt: from.key()?,
        })
    }
}

/// Pages over all rows: `keyword_set_id, campaign_id, domain_id, attempt`.
pub fn by_keyword_set_id_and_campaign_id_and_domain_id() -> Pages<ByKeywordSetIdAndCampaignIdAndDomainId> {
    Pages::new()
}

/// Pages over the rows with this `keyword_set_id`: `campaign_id, domain_id, attempt`.
pub fn of_keyword_set_id_by_campaign_id_and_domain_id(
    keyword_set_id: Uuid,
) -> Pages<ByKeywordSetIdAndCampaignIdAndDomainId> {
    Pages::new().fix(Some(keyword_set_id))
}

/// Pages over the rows with this `keyword_set_id`, `campaign_id`: `domain_id, attempt`.
pub fn of_keyword_set_id_and_campaign_id_by_domain_id(
    keyword_set_id: Uuid,
    campaign_id: Uuid,
) -> Pages<ByKeywordSetIdAndCampaignIdAndDomainId> {
    Pages::new().fix(Some(keyword_set_id)).fix(Some(campaign_id))
}
