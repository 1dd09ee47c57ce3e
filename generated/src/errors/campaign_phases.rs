// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_phases` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignPhaseError {
    /// `campaign_phases_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_phases_campaign_id_phase_type_key`: another row has this `campaign_id, phase_type`.
    CampaignIdPhaseTypeTaken,
    /// `campaign_phases_campaign_id_phase_order_key`: another row has this `campaign_id, phase_order`.
    CampaignIdPhaseOrderTaken,
    /// `campaign_phases_configuration_check`: `CHECK (jsonb_typeof(configuration) = 'object')`.
    ConfigurationInvalid,
    /// `campaign_phases_error_details_check`: `CHECK (jsonb_typeof(error_details) = 'object')`.
    ErrorDetailsInvalid,
    /// `campaign_phases_phase_order_check`: `CHECK (phase_order > 0)`.
    PhaseOrderInvalid,
    /// `campaign_phases_items_check`: `CHECK (successful_items >= 0 AND failed_items >= 0 AND processed_items >= successful_items + failed_items AND total_items >= processed_items)`.
    ItemsViolated,
    /// `campaign_phases_progress_check`: `CHECK (progress_percentage BETWEEN 0 AND 100)`.
    ProgressViolated,
    /// `campaign_phases_finished_at_check`: `CHECK (finished_at >= started_at)`.
    FinishedAtInvalid,
    /// `campaign_phases_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignPhaseError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_phases", "campaign_phases_pkey") => Self::IdTaken,
            ("campaign_phases", "campaign_phases_campaign_id_phase_type_key") => {
                Self::CampaignIdPhaseTypeTaken
            }
            ("campaign_phases", "campaign_phases_campaign_id_phase_order_key") => {
                Self::CampaignIdPhaseOrderTaken
            }
            ("campaign_phases", "campaign_phases_configuration_check") => {
                Self::ConfigurationInvalid
            }
            ("campaign_phases", "campaign_phases_error_details_check") => {
                Self::ErrorDetailsInvalid
            }
            ("campaign_phases", "campaign_phases_phase_order_check") => {
                Self::PhaseOrderInvalid
            }
            ("campaign_phases", "campaign_phases_items_check") => Self::ItemsViolated,
            ("campaign_phases", "campaign_phases_progress_check") => {
                Self::ProgressViolated
            }
            ("campaign_phases", "campaign_phases_finished_at_check") => {
                Self::FinishedAtInvalid
            }
            ("campaign_phases", "campaign_phases_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignPhaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_phases_pkey)",
            Self::CampaignIdPhaseTypeTaken => {
                "another row has this campaign_id, phase_type (campaign_phases_campaign_id_phase_type_key)"
            }
            Self::CampaignIdPhaseOrderTaken => {
                "another row has this campaign_id, phase_order (campaign_phases_campaign_id_phase_order_key)"
            }
            Self::ConfigurationInvalid => {
                "a value is against campaign_phases_configuration_check"
            }
            Self::ErrorDetailsInvalid => {
                "a value is against campaign_phases_error_details_check"
            }
            Self::PhaseOrderInvalid => {
                "a value is against campaign_phases_phase_order_check"
            }
            Self::ItemsViolated => "a value is against campaign_phases_items_check",
            Self::ProgressViolated => "a value is against campaign_phases_progress_check",
            Self::FinishedAtInvalid => {
                "a value is against campaign_phases_finished_at_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_phases_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignPhaseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
