// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

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
    /// `campaign_phases_campaign_id_fkey`: `public.campaign_phases` still refers to the row.
    ReferencedByCampaignPhase,
    /// `campaign_event_sequences_campaign_id_fkey`: `public.campaign_event_sequences` still refers to the row.
    ReferencedByCampaignEventSequence,
    /// `campaign_state_events_campaign_id_fkey`: `public.campaign_state_events` still refers to the row.
    ReferencedByCampaignStateEvent,
    /// `campaign_state_snapshots_campaign_id_fkey`: `public.campaign_state_snapshots` still refers to the row.
    ReferencedByCampaignStateSnapshot,
    /// `campaign_state_transitions_campaign_id_fkey`: `public.campaign_state_transitions` still refers to the row.
    ReferencedByCampaignStateTransition,
    /// `generated_domains_campaign_id_fkey`: `public.generated_domains` still refers to the row.
    ReferencedByGeneratedDomain,
    /// `campaign_domain_counters_campaign_id_fkey`: `public.campaign_domain_counters` still refers to the row.
    ReferencedByCampaignDomainCounter,
    /// `domain_generation_campaign_params_campaign_id_fkey`: `public.domain_generation_campaign_params` still refers to the row.
    ReferencedByDomainGenerationCampaignParams,
    /// `http_keyword_campaign_params_campaign_id_fkey`: `public.http_keyword_campaign_params` still refers to the row.
    ReferencedByHttpKeywordCampaignParams,
    /// `campaign_jobs_campaign_id_fkey`: `public.campaign_jobs` still refers to the row.
    ReferencedByCampaignJob,
    /// `campaign_job_archive_campaign_id_fkey`: `public.campaign_job_archive` still refers to the row.
    ReferencedByCampaignJobArchive,
    /// `security_events_campaign_id_fkey`: `public.security_events` still refers to the row.
    ReferencedBySecurityEvent,
    /// `authorization_decisions_campaign_id_fkey`: `public.authorization_decisions` still refers to the row.
    ReferencedByAuthorizationDecision,
    /// `campaign_access_grants_campaign_id_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrant,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for LeadGenerationCampaignError {
    fn from(error: sqlx::Error) -> Self {
        let violated = error
            .as_database_error()
            .and_then(|error| Some((error.table(), error.constraint()?)));
        match violated {
            Some(
                (Some("lead_generation_campaigns"), "lead_generation_campaigns_pkey"),
            ) => Self::IdTaken,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_domain_generation_config_check",
                ),
            ) => Self::DomainGenerationConfigInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_dns_validation_config_check",
                ),
            ) => Self::DnsValidationConfigInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_http_validation_config_check",
                ),
            ) => Self::HttpValidationConfigInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_analysis_config_check",
                ),
            ) => Self::AnalysisConfigInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_name_check",
                ),
            ) => Self::NameInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_phases_check",
                ),
            ) => Self::PhasesViolated,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_phase_pair_check",
                ),
            ) => Self::PhasePairViolated,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_items_check",
                ),
            ) => Self::ItemsViolated,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_progress_check",
                ),
            ) => Self::ProgressViolated,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_rate_check",
                ),
            ) => Self::RateViolated,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_error_details_check",
                ),
            ) => Self::ErrorDetailsInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_finished_at_check",
                ),
            ) => Self::FinishedAtInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_version_check",
                ),
            ) => Self::VersionInvalid,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_owner_id_fkey",
                ),
            ) => Self::OwnerNotFound,
            Some((Some("campaign_phases"), "campaign_phases_campaign_id_fkey")) => {
                Self::ReferencedByCampaignPhase
            }
            Some(
                (
                    Some("campaign_event_sequences"),
                    "campaign_event_sequences_campaign_id_fkey",
                ),
            ) => Self::ReferencedByCampaignEventSequence,
            Some(
                (Some("campaign_state_events"), "campaign_state_events_campaign_id_fkey"),
            ) => Self::ReferencedByCampaignStateEvent,
            Some(
                (
                    Some("campaign_state_snapshots"),
                    "campaign_state_snapshots_campaign_id_fkey",
                ),
            ) => Self::ReferencedByCampaignStateSnapshot,
            Some(
                (
                    Some("campaign_state_transitions"),
                    "campaign_state_transitions_campaign_id_fkey",
                ),
            ) => Self::ReferencedByCampaignStateTransition,
            Some((Some("generated_domains"), "generated_domains_campaign_id_fkey")) => {
                Self::ReferencedByGeneratedDomain
            }
            Some(
                (
                    Some("campaign_domain_counters"),
                    "campaign_domain_counters_campaign_id_fkey",
                ),
            ) => Self::ReferencedByCampaignDomainCounter,
            Some(
                (
                    Some("domain_generation_campaign_params"),
                    "domain_generation_campaign_params_campaign_id_fkey",
                ),
            ) => Self::ReferencedByDomainGenerationCampaignParams,
            Some(
                (
                    Some("http_keyword_campaign_params"),
                    "http_keyword_campaign_params_campaign_id_fkey",
                ),
            ) => Self::ReferencedByHttpKeywordCampaignParams,
            Some((Some("campaign_jobs"), "campaign_jobs_campaign_id_fkey")) => {
                Self::ReferencedByCampaignJob
            }
            Some(
                (Some("campaign_job_archive"), "campaign_job_archive_campaign_id_fkey"),
            ) => Self::ReferencedByCampaignJobArchive,
            Some((Some("security_events"), "security_events_campaign_id_fkey")) => {
                Self::ReferencedBySecurityEvent
            }
            Some(
                (
                    Some("authorization_decisions"),
                    "authorization_decisions_campaign_id_fkey",
                ),
            ) => Self::ReferencedByAuthorizationDecision,
            Some(
                (
                    Some("campaign_access_grants"),
                    "campaign_access_grants_campaign_id_fkey",
                ),
            ) => Self::ReferencedByCampaignAccessGrant,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for LeadGenerationCampaignError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::IdTaken => {
                f.write_str("another row has this id (lead_generation_campaigns_pkey)")
            }
            Self::DomainGenerationConfigInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_domain_generation_config_check",
                )
            }
            Self::DnsValidationConfigInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_dns_validation_config_check",
                )
            }
            Self::HttpValidationConfigInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_http_validation_config_check",
                )
            }
            Self::AnalysisConfigInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_analysis_config_check",
                )
            }
            Self::NameInvalid => {
                f.write_str("a value is against lead_generation_campaigns_name_check")
            }
            Self::PhasesViolated => {
                f.write_str("a value is against lead_generation_campaigns_phases_check")
            }
            Self::PhasePairViolated => {
                f.write_str(
                    "a value is against lead_generation_campaigns_phase_pair_check",
                )
            }
            Self::ItemsViolated => {
                f.write_str("a value is against lead_generation_campaigns_items_check")
            }
            Self::ProgressViolated => {
                f.write_str(
                    "a value is against lead_generation_campaigns_progress_check",
                )
            }
            Self::RateViolated => {
                f.write_str("a value is against lead_generation_campaigns_rate_check")
            }
            Self::ErrorDetailsInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_error_details_check",
                )
            }
            Self::FinishedAtInvalid => {
                f.write_str(
                    "a value is against lead_generation_campaigns_finished_at_check",
                )
            }
            Self::VersionInvalid => {
                f.write_str("a value is against lead_generation_campaigns_version_check")
            }
            Self::OwnerNotFound => {
                f.write_str(
                    "public.users has no row for owner_id (lead_generation_campaigns_owner_id_fkey)",
                )
            }
            Self::ReferencedByCampaignPhase => {
                f.write_str(
                    "public.campaign_phases still refers to the row (campaign_phases_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignEventSequence => {
                f.write_str(
                    "public.campaign_event_sequences still refers to the row (campaign_event_sequences_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignStateEvent => {
                f.write_str(
                    "public.campaign_state_events still refers to the row (campaign_state_events_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignStateSnapshot => {
                f.write_str(
                    "public.campaign_state_snapshots still refers to the row (campaign_state_snapshots_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignStateTransition => {
                f.write_str(
                    "public.campaign_state_transitions still refers to the row (campaign_state_transitions_campaign_id_fkey)",
                )
            }
            Self::ReferencedByGeneratedDomain => {
                f.write_str(
                    "public.generated_domains still refers to the row (generated_domains_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignDomainCounter => {
                f.write_str(
                    "public.campaign_domain_counters still refers to the row (campaign_domain_counters_campaign_id_fkey)",
                )
            }
            Self::ReferencedByDomainGenerationCampaignParams => {
                f.write_str(
                    "public.domain_generation_campaign_params still refers to the row (domain_generation_campaign_params_campaign_id_fkey)",
                )
            }
            Self::ReferencedByHttpKeywordCampaignParams => {
                f.write_str(
                    "public.http_keyword_campaign_params still refers to the row (http_keyword_campaign_params_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignJob => {
                f.write_str(
                    "public.campaign_jobs still refers to the row (campaign_jobs_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignJobArchive => {
                f.write_str(
                    "public.campaign_job_archive still refers to the row (campaign_job_archive_campaign_id_fkey)",
                )
            }
            Self::ReferencedBySecurityEvent => {
                f.write_str(
                    "public.security_events still refers to the row (security_events_campaign_id_fkey)",
                )
            }
            Self::ReferencedByAuthorizationDecision => {
                f.write_str(
                    "public.authorization_decisions still refers to the row (authorization_decisions_campaign_id_fkey)",
                )
            }
            Self::ReferencedByCampaignAccessGrant => {
                f.write_str(
                    "public.campaign_access_grants still refers to the row (campaign_access_grants_campaign_id_fkey)",
                )
            }
            Self::Sqlx(error) => error.fmt(f),
        }
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
