// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_state_snapshots`.
//!
//! Left out:
//!
//! - pages by `campaign_state_snapshots_valid_key`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CampaignStateSnapshot;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, last_event_sequence, state_data, checksum, is_valid, ",
    "invalid_reason, created_at",
    " FROM public.campaign_state_snapshots",
);

/// A position in the order of `campaign_state_snapshots_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignStateSnapshot;

    const NAME: &'static str = "public.campaign_state_snapshots by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignStateSnapshot) -> Self {
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

/// A position in the order of `campaign_state_snapshots_campaign_idx`: `campaign_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndCreatedAtAndId {
    pub campaign_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCampaignIdAndCreatedAtAndId {
    type Row = CampaignStateSnapshot;

    const NAME: &'static str = "public.campaign_state_snapshots by_campaign_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &CampaignStateSnapshot) -> Self {
        Self {
            campaign_id: row.campaign_id,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, created_at DESC, id DESC`.
pub fn by_campaign_id_and_created_at_and_id() -> Pages<ByCampaignIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `created_at DESC, id DESC`.
pub fn of_campaign_id_by_created_at_and_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndCreatedAtAndId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `created_at`: `id DESC`.
pub fn of_campaign_id_and_created_at_by_id(
    campaign_id: Uuid,
    created_at: DateTime<Utc>,
) -> Pages<ByCampaignIdAndCreatedAtAndId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(created_at))
}
