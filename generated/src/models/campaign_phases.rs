// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{PhaseStatusEnum, PhaseTypeEnum};

/// One row per campaign and phase.
///
/// A row of `public.campaign_phases`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignPhase {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `public.phase_type_enum NOT NULL`
    pub phase_type: PhaseTypeEnum,
    /// Place in the sequence, from 1.
    ///
    /// `smallint NOT NULL`
    pub phase_order: i16,
    /// `public.phase_status_enum NOT NULL DEFAULT 'not_started'`
    pub status: PhaseStatusEnum,
    /// What the phase was accepted with; NULL until it is configured.
    ///
    /// `jsonb`
    pub configuration: Option<serde_json::Value>,
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
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub paused_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
