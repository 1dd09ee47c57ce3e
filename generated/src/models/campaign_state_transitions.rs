// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{CampaignStatusEnum, PhaseStatusEnum, PhaseTypeEnum};

/// Every transition made, with its event, and those refused, with the reason why.
///
/// A row of `public.campaign_state_transitions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignStateTransition {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// The event that records it; NULL exactly when the move was refused.
    ///
    /// `uuid`
    pub state_event_id: Option<Uuid>,
    /// NULL = the campaign itself moved; otherwise which of its phases did.
    ///
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub from_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub to_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub from_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub to_phase_status: Option<PhaseStatusEnum>,
    /// `boolean NOT NULL`
    pub is_valid: bool,
    /// `text`
    pub refusal_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub requested_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: DateTime<Utc>,
}
