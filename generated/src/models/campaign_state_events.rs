// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{
    CampaignStatusEnum, EventProcessingStatusEnum, PhaseStatusEnum, PhaseTypeEnum,
    StateEventTypeEnum,
};

/// What happened to each campaign, in order.
///
/// A row of `public.campaign_state_events`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignStateEvent {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// Place in the campaign's log, from 1 without gaps. 0 on insert asks the trigger for the next number.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub sequence_number: i64,
    /// `public.state_event_type_enum NOT NULL`
    pub event_type: StateEventTypeEnum,
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub source_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub target_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub source_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub target_phase_status: Option<PhaseStatusEnum>,
    /// `text`
    pub reason: Option<String>,
    /// The user who caused it; NULL = the system.
    ///
    /// `uuid`
    pub triggered_by: Option<Uuid>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub event_data: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub context: serde_json::Value,
    /// `uuid`
    pub correlation_id: Option<Uuid>,
    /// `public.event_processing_status_enum NOT NULL DEFAULT 'pending'`
    pub processing_status: EventProcessingStatusEnum,
    /// `timestamp with time zone`
    pub processed_at: Option<DateTime<Utc>>,
    /// `text`
    pub processing_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}
