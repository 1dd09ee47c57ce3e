// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.config_versions` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConfigVersionError {
    /// `config_versions_pkey`: another row has this `id`.
    IdTaken,
    /// `config_versions_config_key_version_number_key`: another row has this `config_key, version_number`.
    ConfigKeyVersionNumberTaken,
    /// `config_versions_deployed_key`: another row has this `config_key`. Among the rows where `status = 'deployed'`.
    DeployedTaken,
    /// `config_versions_version_number_check`: `CHECK (version_number > 0)`.
    VersionNumberInvalid,
    /// `config_versions_validation_errors_check`: `CHECK (jsonb_typeof(validation_errors) = 'array')`.
    ValidationErrorsInvalid,
    /// `config_versions_validation_check`: `CHECK ((validation_status = 'failed') = (validation_errors <> '[]'::jsonb))`.
    ValidationViolated,
    /// `config_versions_approved_check`: `CHECK ((approved_at IS NULL) = (approved_by IS NULL) AND (status IN ('proposed', 'rejected') OR (approved_at IS NOT NULL AND validation_status = 'passed')))`.
    ApprovedViolated,
    /// `config_versions_rejected_check`: `CHECK ((status = 'rejected') = (rejected_at IS NOT NULL))`.
    RejectedViolated,
    /// `config_versions_deployed_check`: `CHECK ((deployed_at IS NULL) = (deployed_by IS NULL) AND (status NOT IN ('deployed', 'superseded', 'rolled_back') OR deployed_at IS NOT NULL))`.
    DeployedViolated,
    /// `config_versions_withdrawn_check`: `CHECK ((status IN ('superseded', 'rolled_back')) = (withdrawn_at IS NOT NULL))`.
    WithdrawnViolated,
    /// `config_versions_previous_version_id_fkey`: `public.config_versions` has no row for `previous_version_id`; or a row still refers to the one that is to go.
    PreviousVersionNotFound,
    /// `config_versions_proposed_by_fkey`: `public.users` has no row for `proposed_by`.
    ProposedByNotFound,
    /// `config_versions_approved_by_fkey`: `public.users` has no row for `approved_by`.
    ApprovedByNotFound,
    /// `config_versions_deployed_by_fkey`: `public.users` has no row for `deployed_by`.
    DeployedByNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ConfigVersionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("config_versions", "config_versions_pkey") => Self::IdTaken,
            ("config_versions", "config_versions_config_key_version_number_key") => {
                Self::ConfigKeyVersionNumberTaken
            }
            ("config_versions", "config_versions_deployed_key") => Self::DeployedTaken,
            ("config_versions", "config_versions_version_number_check") => {
                Self::VersionNumberInvalid
            }
            ("config_versions", "config_versions_validation_errors_check") => {
                Self::ValidationErrorsInvalid
            }
            ("config_versions", "config_versions_validation_check") => {
                Self::ValidationViolated
            }
            ("config_versions", "config_versions_approved_check") => {
                Self::ApprovedViolated
            }
            ("config_versions", "config_versions_rejected_check") => {
                Self::RejectedViolated
            }
            ("config_versions", "config_versions_deployed_check") => {
                Self::DeployedViolated
            }
            ("config_versions", "config_versions_withdrawn_check") => {
                Self::WithdrawnViolated
            }
            ("config_versions", "config_versions_previous_version_id_fkey") => {
                Self::PreviousVersionNotFound
            }
            ("config_versions", "config_versions_proposed_by_fkey") => {
                Self::ProposedByNotFound
            }
            ("config_versions", "config_versions_approved_by_fkey") => {
                Self::ApprovedByNotFound
            }
            ("config_versions", "config_versions_deployed_by_fkey") => {
                Self::DeployedByNotFound
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ConfigVersionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (config_versions_pkey)",
            Self::ConfigKeyVersionNumberTaken => {
                "another row has this config_key, version_number (config_versions_config_key_version_number_key)"
            }
            Self::DeployedTaken => {
                "another row has this config_key (config_versions_deployed_key)"
            }
            Self::VersionNumberInvalid => {
                "a value is against config_versions_version_number_check"
            }
            Self::ValidationErrorsInvalid => {
                "a value is against config_versions_validation_errors_check"
            }
            Self::ValidationViolated => {
                "a value is against config_versions_validation_check"
            }
            Self::ApprovedViolated => "a value is against config_versions_approved_check",
            Self::RejectedViolated => "a value is against config_versions_rejected_check",
            Self::DeployedViolated => "a value is against config_versions_deployed_check",
            Self::WithdrawnViolated => {
                "a value is against config_versions_withdrawn_check"
            }
            Self::PreviousVersionNotFound => {
                "public.config_versions has no row for previous_version_id, or still refers to the row (config_versions_previous_version_id_fkey)"
            }
            Self::ProposedByNotFound => {
                "public.users has no row for proposed_by (config_versions_proposed_by_fkey)"
            }
            Self::ApprovedByNotFound => {
                "public.users has no row for approved_by (config_versions_approved_by_fkey)"
            }
            Self::DeployedByNotFound => {
                "public.users has no row for deployed_by (config_versions_deployed_by_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ConfigVersionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
