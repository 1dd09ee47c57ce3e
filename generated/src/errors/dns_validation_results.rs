// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.dns_validation_results` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum DnsValidationResultError {
    /// `dns_validation_results_pkey`: another row has this `campaign_id, domain_id, attempt`.
    CampaignIdDomainIdAttemptTaken,
    /// `dns_validation_results_attempt_check`: `CHECK (attempt > 0)`.
    AttemptInvalid,
    /// `dns_validation_results_status_check`: `CHECK (status <> 'pending')`.
    StatusInvalid,
    /// `dns_validation_results_response_time_check`: `CHECK (response_time_ms >= 0)`.
    ResponseTimeViolated,
    /// `dns_validation_results_domain_fkey`: `public.generated_domains` has no row for `campaign_id, domain_id`.
    DomainNotFound,
    /// `dns_validation_results_validated_by_persona_id_fkey`: `public.personas` has no row for `validated_by_persona_id`.
    ValidatedByPersonaNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for DnsValidationResultError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("dns_validation_results", "dns_validation_results_pkey") => {
                Self::CampaignIdDomainIdAttemptTaken
            }
            ("dns_validation_results", "dns_validation_results_attempt_check") => {
                Self::AttemptInvalid
            }
            ("dns_validation_results", "dns_validation_results_status_check") => {
                Self::StatusInvalid
            }
            ("dns_validation_results", "dns_validation_results_response_time_check") => {
                Self::ResponseTimeViolated
            }
            ("dns_validation_results", "dns_validation_results_domain_fkey") => {
                Self::DomainNotFound
            }
            (
                "dns_validation_results",
                "dns_validation_results_validated_by_persona_id_fkey",
            ) => Self::ValidatedByPersonaNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for DnsValidationResultError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdDomainIdAttemptTaken => {
                "another row has this campaign_id, domain_id, attempt (dns_validation_results_pkey)"
            }
            Self::AttemptInvalid => {
                "a value is against dns_validation_results_attempt_check"
            }
            Self::StatusInvalid => {
                "a value is against dns_validation_results_status_check"
            }
            Self::ResponseTimeViolated => {
                "a value is against dns_validation_results_response_time_check"
            }
            Self::DomainNotFound => {
                "public.generated_domains has no row for campaign_id, domain_id (dns_validation_results_domain_fkey)"
            }
            Self::ValidatedByPersonaNotFound => {
                "public.personas has no row for validated_by_persona_id (dns_validation_results_validated_by_persona_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for DnsValidationResultError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
