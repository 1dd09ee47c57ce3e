// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::CampaignStatusEnum;
use super::super::models::LeadGenerationCampaign;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, name, description, owner_id, campaign_type, status, current_phase, ",
    "phase_status, total_phases, completed_phases, total_items, processed_items, ",
    "successful_items, failed_items, progress_percentage, is_full_sequence_mode, ",
    "auto_advance_phases, domain_generation_config, dns_validation_config, ",
    "http_validation_config, analysis_config, processing_rate, ",
    "estimated_completion_at, last_heartbeat_at, error_message, error_details, ",
    "started_at, finished_at, version, created_at, updated_at",
    " FROM public.lead_generation_campaigns",
);

/// A position in the order of `lead_generation_campaigns_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = LeadGenerationCampaign;

    const NAME: &'static str = "public.lead_generation_campaigns by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &LeadGenerationCampaign) -> Self {
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

/// A position in the order of `lead_generation_campaigns_created_idx`: `created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndId {
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCreatedAtAndId {
    type Row = LeadGenerationCampaign;

    const NAME: &'static str = "public.lead_generation_campaigns by_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &LeadGenerationCampaign) -> Self {
        Self {
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `created_at DESC, id DESC`.
pub fn by_created_at_and_id() -> Pages<ByCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `created_at`: `id DESC`.
pub fn of_created_at_by_id(created_at: DateTime<Utc>) -> Pages<ByCreatedAtAndId> {
    Pages::new().fix(Some(created_at))
}

/// A position in the order of `lead_generation_campaigns_owner_idx`: `owner_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByOwnerIdAndCreatedAtAndId {
    pub owner_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByOwnerIdAndCreatedAtAndId {
    type Row = LeadGenerationCampaign;

    const NAME: &'static str = "public.lead_generation_campaigns by_owner_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("owner_id", "uuid"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &LeadGenerationCampaign) -> Self {
        Self {
            owner_id: row.owner_id,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.owner_id));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            owner_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `owner_id, created_at DESC, id DESC`.
pub fn by_owner_id_and_created_at_and_id() -> Pages<ByOwnerIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `owner_id`: `created_at DESC, id DESC`.
pub fn of_owner_id_by_created_at_and_id(
    owner_id: Uuid,
) -> Pages<ByOwnerIdAndCreatedAtAndId> {
    Pages::new().fix(Some(owner_id))
}

/// Pages over the rows with this `owner_id`, `created_at`: `id DESC`.
pub fn of_owner_id_and_created_at_by_id(
    owner_id: Uuid,
    created_at: DateTime<Utc>,
) -> Pages<ByOwnerIdAndCreatedAtAndId> {
    Pages::new().fix(Some(owner_id)).fix(Some(created_at))
}

/// A position in the order of `lead_generation_campaigns_status_idx`: `status, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByStatusAndCreatedAtAndId {
    pub status: CampaignStatusEnum,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByStatusAndCreatedAtAndId {
    type Row = LeadGenerationCampaign;

    const NAME: &'static str = "public.lead_generation_campaigns by_status_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("status", "public.campaign_status_enum"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &LeadGenerationCampaign) -> Self {
        Self {
            status: row.status,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.status));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            status: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `status, created_at DESC, id DESC`.
pub fn by_status_and_created_at_and_id() -> Pages<ByStatusAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `status`: `created_at DESC, id DESC`.
pub fn of_status_by_created_at_and_id(
    status: CampaignStatusEnum,
) -> Pages<ByStatusAndCreatedAtAndId> {
    Pages::new().fix(Some(status))
}

/// Pages over the rows with this `status`, `created_at`: `id DESC`.
pub fn of_status_and_created_at_by_id(
    status: CampaignStatusEnum,
    created_at: DateTime<Utc>,
) -> Pages<ByStatusAndCreatedAtAndId> {
    Pages::new().fix(Some(status)).fix(Some(created_at))
}
