// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.lead_generation_campaigns` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum LeadGenerationCampaignError {
    /// `lead_generation_campaigns_pkey`: another row has this `id`.
    IdTaken,
    /// `lead_generation_campaigns_domain_generation_config_check`: `CHECK (jsonb_typeof(domain_generation_config) = 'object')`.
    DomainGenerationConfigInvalid,
    /// `lead_generation_campaigns_dns_validation_config_check`: `CHECK (jsonb_typeof(dns_validation_config) = 'object')`.
    DnsValidationConfigInvalid,
    /// `lead_generation_campaigns_http_validation_config_check`: `CHECK (jsonb_typeof(http_validation_config) = 'object')`.
    HttpValidationConfigInvalid,
    /// `lead_generation_campaigns_analysis_config_check`: `CHECK (jsonb_typeof(analysis_config) = 'object')`.
    AnalysisConfigInvalid,
    /// `lead_generation_campaigns_name_check`: `CHECK (length(btrim(name)) > 0)`.
    NameInvalid,
    /// `lead_generation_campaigns_phases_check`: `CHECK (total_phases > 0 AND completed_phases BETWEEN 0 AND total_phases)`.
    PhasesViolated,
    /// `lead_generation_campaigns_phase_pair_check`: `CHECK ((current_phase IS NULL) = (phase_status IS NULL))`.
    PhasePairViolated,
    /// `lead_generation_campaigns_items_check`: `CHECK (successful_items >= 0 AND failed_items >= 0 AND processed_items >= successful_items + failed_items AND total_items >= processed_items)`.
    ItemsViolated,
    /// `lead_generation_campaigns_progress_check`: `CHECK (progress_percentage BETWEEN 0 AND 100)`.
    ProgressViolated,
    /// `lead_generation_campaigns_rate_check`: `CHECK (processing_rate >= 0 AND processing_rate < 'NaN')`.
    RateViolated,
    /// `lead_generation_campaigns_error_details_check`: `CHECK (jsonb_typeof(error_details) = 'object')`.
    ErrorDetailsInvalid,
    /// `lead_generation_campaigns_finished_at_check`: `CHECK (finished_at >= started_at)`.
    FinishedAtInvalid,
    /// `lead_generation_campaigns_version_check`: `CHECK (version > 0)`.
    VersionInvalid,
    /// `lead_generation_campaigns_owner_id_fkey`: `public.users` has no row for `owner_id`.
    OwnerNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for LeadGenerationCampaignError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("lead_generation_campaigns", "lead_generation_campaigns_pkey") => {
                Self::IdTaken
            }
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_domain_generation_config_check",
            ) => Self::DomainGenerationConfigInvalid,
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_dns_validation_config_check",
            ) => Self::DnsValidationConfigInvalid,
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_http_validation_config_check",
            ) => Self::HttpValidationConfigInvalid,
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_analysis_config_check",
            ) => Self::AnalysisConfigInvalid,
            ("lead_generation_campaigns", "lead_generation_campaigns_name_check") => {
                Self::NameInvalid
            }
            ("lead_generation_campaigns", "lead_generation_campaigns_phases_check") => {
                Self::PhasesViolated
            }
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_phase_pair_check",
            ) => Self::PhasePairViolated,
            ("lead_generation_campaigns", "lead_generation_campaigns_items_check") => {
                Self::ItemsViolated
            }
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_progress_check",
            ) => {
                Self::ProgressViolated
            }
            ("lead_generation_campaigns", "lead_generation_campaigns_rate_check") => {
                Self::RateViolated
            }
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_error_details_check",
            ) => Self::ErrorDetailsInvalid,
            (
                "lead_generation_campaigns",
                "lead_generation_campaigns_finished_at_check",
            ) => Self::FinishedAtInvalid,
            ("lead_generation_campaigns", "lead_generation_campaigns_version_check") => {
                Self::VersionInvalid
            }
            ("lead_generation_campaigns", "lead_generation_campaigns_owner_id_fkey") => {
                Self::OwnerNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for LeadGenerationCampaignError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (lead_generation_campaigns_pkey)",
            Self::DomainGenerationConfigInvalid => {
                "a value is against lead_generation_campaigns_domain_generation_config_check"
            }
            Self::DnsValidationConfigInvalid => {
                "a value is against lead_generation_campaigns_dns_validation_config_check"
            }
            Self::HttpValidationConfigInvalid => {
                "a value is against lead_generation_campaigns_http_validation_config_check"
            }
            Self::AnalysisConfigInvalid => {
                "a value is against lead_generation_campaigns_analysis_config_check"
            }
            Self::NameInvalid => {
                "a value is against lead_generation_campaigns_name_check"
            }
            Self::PhasesViolated => {
                "a value is against lead_generation_campaigns_phases_check"
            }
            Self::PhasePairViolated => {
                "a value is against lead_generation_campaigns_phase_pair_check"
            }
            Self::ItemsViolated => {
                "a value is against lead_generation_campaigns_items_check"
            }
            Self::ProgressViolated => {
                "a value is against lead_generation_campaigns_progress_check"
            }
            Self::RateViolated => {
                "a value is against lead_generation_campaigns_rate_check"
            }
            Self::ErrorDetailsInvalid => {
                "a value is against lead_generation_campaigns_error_details_check"
            }
            Self::FinishedAtInvalid => {
                "a value is against lead_generation_campaigns_finished_at_check"
            }
            Self::VersionInvalid => {
                "a value is against lead_generation_campaigns_version_check"
            }
            Self::OwnerNotFound => {
                "public.users has no row for owner_id (lead_generation_campaigns_owner_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for LeadGenerationCampaignError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
