// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.domain_generation_config_states` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum DomainGenerationConfigStateError {
    /// `domain_generation_config_states_pkey`: another row has this `config_hash`.
    ConfigHashTaken,
    /// `domain_generation_config_states_config_details_check`: `CHECK (jsonb_typeof(config_details) = 'object')`.
    ConfigDetailsInvalid,
    /// `domain_generation_config_states_last_offset_check`: `CHECK (last_offset >= 0)`.
    LastOffsetInvalid,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// `domain_generation_campaign_params_config_hash_fkey`: `public.domain_generation_campaign_params` still refers to the row.
    ReferencedByDomainGenerationCampaignParams,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for DomainGenerationConfigStateError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            (
                "domain_generation_config_states",
                "domain_generation_config_states_pkey",
            ) => Self::ConfigHashTaken,
            (
                "domain_generation_config_states",
                "domain_generation_config_states_config_details_check",
            ) => Self::ConfigDetailsInvalid,
            (
                "domain_generation_config_states",
                "domain_generation_config_states_last_offset_check",
            ) => Self::LastOffsetInvalid,
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_config_hash_fkey",
            ) => Self::ReferencedByDomainGenerationCampaignParams,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for DomainGenerationConfigStateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::ConfigHashTaken => {
                "another row has this config_hash (domain_generation_config_states_pkey)"
            }
            Self::ConfigDetailsInvalid => {
                "a value is against domain_generation_config_states_config_details_check"
            }
            Self::LastOffsetInvalid => {
                "a value is against domain_generation_config_states_last_offset_check"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::ReferencedByDomainGenerationCampaignParams => {
                "public.domain_generation_campaign_params still refers to the row (domain_generation_campaign_params_config_hash_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for DomainGenerationConfigStateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
