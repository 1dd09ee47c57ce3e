// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::JobStatusEnum;

/// The moves a job may make; a trigger refuses every other (SQLSTATE SC003).
///
/// A row of `public.campaign_job_status_transitions`; primary key: `from_status`, `to_status`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignJobStatusTransition {
    /// `public.job_status_enum NOT NULL`
    pub from_status: JobStatusEnum,
    /// `public.job_status_enum NOT NULL`
    pub to_status: JobStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}
