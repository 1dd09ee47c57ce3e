// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_state_events`.
//!
//! Left out:
//!
//! - pages by `campaign_state_events_unprocessed_idx`: it holds only some of the rows.
//! - pages by `campaign_state_events_user_idx`: it holds only some of the rows.
//! - pages by `campaign_state_events_correlation_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::CampaignStateEvent;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, sequence_number, event_type, phase_type, source_status, ",
    "target_status, source_phase_status, target_phase_status, reason, triggered_by, ",
    "event_data, context, correlation_id, processing_status, processed_at, ",
    "processing_error, created_at",
    " FROM public.campaign_state_events",
);

/// A position in the order of `campaign_state_events_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignStateEvent;

    const NAME: &'static str = "public.campaign_state_events by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignStateEvent) -> Self {
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

/// A position in the order of `campaign_state_events_campaign_id_sequence_number_key`: `campaign_id, sequence_number`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndSequenceNumber {
    pub campaign_id: Uuid,
    pub sequence_number: i64,
}

impl Order for ByCampaignIdAndSequenceNumber {
    type Row = CampaignStateEvent;

    const NAME: &'static str = "public.campaign_state_events by_campaign_id_and_sequence_number";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("sequence_number", "bigint"),
    ];

    fn position(row: &CampaignStateEvent) -> Self {
        Self {
            campaign_id: row.campaign_id,
            sequence_number: row.sequence_number,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.sequence_number));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            sequence_number: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, sequence_number`.
pub fn by_campaign_id_and_sequence_number() -> Pages<ByCampaignIdAndSequenceNumber> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `sequence_number`.
pub fn of_campaign_id_by_sequence_number(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndSequenceNumber> {
    Pages::new().fix(Some(campaign_id))
}
