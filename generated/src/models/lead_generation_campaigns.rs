// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{
    CampaignStatusEnum, CampaignTypeEnum, PhaseStatusEnum, PhaseTypeEnum,
};

/// Campaigns, and where each stands. Room is left in every page because progress is written often.
///
/// A row of `public.lead_generation_campaigns`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct LeadGenerationCampaign {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `uuid NOT NULL`
    pub owner_id: Uuid,
    /// `public.campaign_type_enum NOT NULL DEFAULT 'lead_generation'`
    pub campaign_type: CampaignTypeEnum,
    /// `public.campaign_status_enum NOT NULL DEFAULT 'draft'`
    pub status: CampaignStatusEnum,
    /// The phase that is worked on or was last; NULL before the first start.
    ///
    /// `public.phase_type_enum`
    pub current_phase: Option<PhaseTypeEnum>,
    /// Status of current_phase; campaign_phases holds the truth for all phases.
    ///
    /// `public.phase_status_enum`
    pub phase_status: Option<PhaseStatusEnum>,
    /// `integer NOT NULL DEFAULT 4`
    pub total_phases: i32,
    /// `integer NOT NULL DEFAULT 0`
    pub completed_phases: i32,
    /// `bigint NOT NULL DEFAULT 0`
    pub total_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub processed_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub successful_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub failed_items: i64,
    /// `numeric(5,2) NOT NULL DEFAULT 0`
    pub progress_percentage: Decimal,
    /// Every phase is to be run in its order; false = only the phases that were configured.
    ///
    /// `boolean NOT NULL DEFAULT false`
    pub is_full_sequence_mode: bool,
    /// The next phase starts by itself once the current one is complete.
    ///
    /// `boolean NOT NULL DEFAULT false`
    pub auto_advance_phases: bool,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub domain_generation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub dns_validation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub http_validation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub analysis_config: serde_json::Value,
    /// Items per second, averaged over the current phase.
    ///
    /// `numeric(12,3)`
    pub processing_rate: Option<Decimal>,
    /// `timestamp with time zone`
    pub estimated_completion_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_heartbeat_at: Option<DateTime<Utc>>,
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// Optimistic lock. The database bumps it, not the client: a trigger adds 1 to every update that changes more than progress. Clients write WHERE version = what they read.
    ///
    /// `integer NOT NULL DEFAULT 1`
    pub version: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
