// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::PhaseStatusEnum;

/// The moves a phase may make; a trigger refuses every other (SQLSTATE SC002).
///
/// A row of `public.campaign_phase_status_transitions`; primary key: `from_status`, `to_status`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignPhaseStatusTransition {
    /// `public.phase_status_enum NOT NULL`
    pub from_status: PhaseStatusEnum,
    /// `public.phase_status_enum NOT NULL`
    pub to_status: PhaseStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}
