// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_phases`.
//!
//! Left out:
//!
//! - pages by `campaign_phases_in_progress_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::models::CampaignPhase;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, phase_type, phase_order, status, configuration, ",
    "total_items, processed_items, successful_items, failed_items, ",
    "progress_percentage, error_message, error_details, started_at, paused_at, ",
    "finished_at, created_at, updated_at",
    " FROM public.campaign_phases",
);

/// A position in the order of `campaign_phases_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignPhase;

    const NAME: &'static str = "public.campaign_phases by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignPhase) -> Self {
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

/// A position in the order of `campaign_phases_campaign_id_phase_type_key`: `campaign_id, phase_type`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndPhaseType {
    pub campaign_id: Uuid,
    pub phase_type: PhaseTypeEnum,
}

impl Order for ByCampaignIdAndPhaseType {
    type Row = CampaignPhase;

    const NAME: &'static str = "public.campaign_phases by_campaign_id_and_phase_type";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("phase_type", "public.phase_type_enum"),
    ];

    fn position(row: &CampaignPhase) -> Self {
        Self {
            campaign_id: row.campaign_id,
            phase_type: row.phase_type,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.phase_type));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            phase_type: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, phase_type`.
pub fn by_campaign_id_and_phase_type() -> Pages<ByCampaignIdAndPhaseType> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `phase_type`.
pub fn of_campaign_id_by_phase_type(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndPhaseType> {
    Pages::new().fix(Some(campaign_id))
}

/// A position in the order of `campaign_phases_campaign_id_phase_order_key`: `campaign_id, phase_order`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndPhaseOrder {
    pub campaign_id: Uuid,
    pub phase_order: i16,
}

impl Order for ByCampaignIdAndPhaseOrder {
    type Row = CampaignPhase;

    const NAME: &'static str = "public.campaign_phases by_campaign_id_and_phase_order";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("phase_order", "smallint"),
    ];

    fn position(row: &CampaignPhase) -> Self {
        Self {
            campaign_id: row.campaign_id,
            phase_order: row.phase_order,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.phase_order));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            phase_order: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, phase_order`.
pub fn by_campaign_id_and_phase_order() -> Pages<ByCampaignIdAndPhaseOrder> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `phase_order`.
pub fn of_campaign_id_by_phase_order(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndPhaseOrder> {
    Pages::new().fix(Some(campaign_id))
}
