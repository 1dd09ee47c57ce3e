// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.domain_generation_campaign_params` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum DomainGenerationCampaignParamsError {
    /// `domain_generation_campaign_params_pkey`: another row has this `campaign_id`.
    CampaignIdTaken,
    /// `domain_generation_campaign_params_variable_length_check`: `CHECK (variable_length BETWEEN 1 AND 63)`.
    VariableLengthInvalid,
    /// `domain_generation_campaign_params_label_check`: `CHECK (length(constant_string) + variable_length * CASE pattern_type WHEN 'both_variable' THEN 2 ELSE 1 END <= 63)`.
    LabelViolated,
    /// `domain_generation_campaign_params_constant_check`: `CHECK (constant_string ~ '^[a-z0-9-]*$')`.
    ConstantViolated,
    /// `domain_generation_campaign_params_tld_check`: `CHECK (tld ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$')`.
    TldInvalid,
    /// `domain_generation_campaign_params_number_check`: `CHECK (num_domains_to_generate BETWEEN 1 AND total_possible_combinations)`.
    NumberViolated,
    /// `domain_generation_campaign_params_reserved_check`: `CHECK (reserved_count BETWEEN 0 AND num_domains_to_generate)`.
    ReservedViolated,
    /// `domain_generation_campaign_params_offset_check`: `CHECK (current_offset BETWEEN 0 AND total_possible_combinations)`.
    OffsetViolated,
    /// `domain_generation_campaign_params_config_hash_fkey`: `public.domain_generation_config_states` has no row for `config_hash`.
    ConfigHashNotFound,
    /// `domain_generation_campaign_params_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `generator_alphabet_characters_check` of the domain `public.generator_alphabet`: `CHECK (VALUE ~ '^[a-z0-9-]+$')`.
    GeneratorAlphabetCharactersCheckInvalid,
    /// `generator_alphabet_distinct_check` of the domain `public.generator_alphabet`: `CHECK (VALUE !~ '(.).*\1')`.
    GeneratorAlphabetDistinctCheckInvalid,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for DomainGenerationCampaignParamsError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_pkey",
            ) => Self::CampaignIdTaken,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_variable_length_check",
            ) => Self::VariableLengthInvalid,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_label_check",
            ) => Self::LabelViolated,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_constant_check",
            ) => Self::ConstantViolated,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_tld_check",
            ) => Self::TldInvalid,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_number_check",
            ) => Self::NumberViolated,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_reserved_check",
            ) => Self::ReservedViolated,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_offset_check",
            ) => Self::OffsetViolated,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_config_hash_fkey",
            ) => Self::ConfigHashNotFound,
            (
                "domain_generation_campaign_params",
                "domain_generation_campaign_params_campaign_id_fkey",
            ) => Self::CampaignNotFound,
            ("", "generator_alphabet_characters_check") => {
                Self::GeneratorAlphabetCharactersCheckInvalid
            }
            ("", "generator_alphabet_distinct_check") => {
                Self::GeneratorAlphabetDistinctCheckInvalid
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for DomainGenerationCampaignParamsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdTaken => {
                "another row has this campaign_id (domain_generation_campaign_params_pkey)"
            }
            Self::VariableLengthInvalid => {
                "a value is against domain_generation_campaign_params_variable_length_check"
            }
            Self::LabelViolated => {
                "a value is against domain_generation_campaign_params_label_check"
            }
            Self::ConstantViolated => {
                "a value is against domain_generation_campaign_params_constant_check"
            }
            Self::TldInvalid => {
                "a value is against domain_generation_campaign_params_tld_check"
            }
            Self::NumberViolated => {
                "a value is against domain_generation_campaign_params_number_check"
            }
            Self::ReservedViolated => {
                "a value is against domain_generation_campaign_params_reserved_check"
            }
            Self::OffsetViolated => {
                "a value is against domain_generation_campaign_params_offset_check"
            }
            Self::ConfigHashNotFound => {
                "public.domain_generation_config_states has no row for config_hash (domain_generation_campaign_params_config_hash_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (domain_generation_campaign_params_campaign_id_fkey)"
            }
            Self::GeneratorAlphabetCharactersCheckInvalid => {
                "a value is no public.generator_alphabet (generator_alphabet_characters_check)"
            }
            Self::GeneratorAlphabetDistinctCheckInvalid => {
                "a value is no public.generator_alphabet (generator_alphabet_distinct_check)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for DomainGenerationCampaignParamsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
