// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::HttpKeywordCampaignPersona;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT campaign_id, persona_id",
    " FROM public.http_keyword_campaign_personas",
);

/// A position in the order of `http_keyword_campaign_personas_pkey`: `campaign_id, persona_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndPersonaId {
    pub campaign_id: Uuid,
    pub persona_id: Uuid,
}

impl Order for ByCampaignIdAndPersonaId {
    type Row = HttpKeywordCampaignPersona;

    const NAME: &'static str = "public.http_keyword_campaign_personas by_campaign_id_and_persona_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("persona_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignPersona) -> Self {
        Self {
            campaign_id: row.campaign_id,
            persona_id: row.persona_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.persona_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            persona_id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, persona_id`.
pub fn by_campaign_id_and_persona_id() -> Pages<ByCampaignIdAndPersonaId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `persona_id`.
pub fn of_campaign_id_by_persona_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndPersonaId> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `http_keyword_campaign_personas_persona_idx`: `persona_id, campaign_id`.
///
/// Ties are broken by `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPersonaId {
    pub persona_id: Uuid,
    pub campaign_id: Uuid,
}

impl Order for ByPersonaId {
    type Row = HttpKeywordCampaignPersona;

    const NAME: &'static str = "public.http_keyword_campaign_personas by_persona_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("persona_id", "uuid"),
        Key::ascending("campaign_id", "uuid"),
    ];

    fn position(row: &HttpKeywordCampaignPersona) -> Self {
        Self {
            persona_id: row.persona_id,
            campaign_id: row.campaign_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.persona_id));
        to.key(Some(self.campaign_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            persona_id: from.key()?,
            campaign_id: from.key()?,
        })
    }
}

/// Pages over all rows: `persona_id, campaign_id`.
pub fn by_persona_id() -> Pages<ByPersonaId> {
    Pages::new()
}
