// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_state_transitions`.
//!
//! Left out:
//!
//! - pages by `campaign_state_transitions_refused_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CampaignStateTransition;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, state_event_id, phase_type, from_status, to_status, ",
    "from_phase_status, to_phase_status, is_valid, refusal_reason, requested_at, ",
    "finished_at",
    " FROM public.campaign_state_transitions",
);

/// A position in the order of `campaign_state_transitions_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = CampaignStateTransition;

    const NAME: &'static str = "public.campaign_state_transitions by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CampaignStateTransition) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `campaign_state_transitions_state_event_id_key`: `state_event_id, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByStateEventId {
    pub state_event_id: Option<Uuid>,
    pub id: i64,
}

impl Order for ByStateEventId {
    type Row = CampaignStateTransition;

    const NAME: &'static str = "public.campaign_state_transitions by_state_event_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("state_event_id", "uuid").nullable(),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &CampaignStateTransition) -> Self {
        Self {
            state_event_id: row.state_event_id,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.state_event_id);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            state_event_id: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `state_event_id, id`.
pub fn by_state_event_id() -> Pages<ByStateEventId> {
    Pages::new()
}

/// A position in the order of `campaign_state_transitions_campaign_idx`: `campaign_id, requested_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndRequestedAtAndId {
    pub campaign_id: Uuid,
    pub requested_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByCampaignIdAndRequestedAtAndId {
    type Row = CampaignStateTransition;

    const NAME: &'static str = "public.campaign_state_transitions by_campaign_id_and_requested_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::descending("requested_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &CampaignStateTransition) -> Self {
        Self {
            campaign_id: row.campaign_id,
            requested_at: row.requested_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.requested_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            requested_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, requested_at DESC, id DESC`.
pub fn by_campaign_id_and_requested_at_and_id() -> Pages<ByCampaignIdAndRequestedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `requested_at DESC, id DESC`.
pub fn of_campaign_id_by_requested_at_and_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndRequestedAtAndId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `requested_at`: `id DESC`.
pub fn of_campaign_id_and_requested_at_by_id(
    campaign_id: Uuid,
    requested_at: DateTime<Utc>,
) -> Pages<ByCampaignIdAndRequestedAtAndId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(requested_at))
}
