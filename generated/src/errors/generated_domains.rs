// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.generated_domains` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum GeneratedDomainError {
    /// `generated_domains_pkey`: another row has this `campaign_id, id`.
    CampaignIdIdTaken,
    /// `generated_domains_campaign_id_offset_index_key`: another row has this `campaign_id, offset_index`.
    CampaignIdOffsetIndexTaken,
    /// `generated_domains_campaign_id_domain_name_key`: another row has this `campaign_id, domain_name`.
    CampaignIdDomainNameTaken,
    /// `generated_domains_offset_index_check`: `CHECK (offset_index >= 0)`.
    OffsetViolated,
    /// `generated_domains_domain_name_check`: `CHECK (domain_name = lower(domain_name) AND domain_name <> '')`.
    DomainNameInvalid,
    /// `generated_domains_http_status_code_check`: `CHECK (http_status_code BETWEEN 100 AND 599)`.
    HttpStatusCodeInvalid,
    /// `generated_domains_attempts_check`: `CHECK (dns_attempts >= 0 AND http_attempts >= 0)`.
    AttemptsViolated,
    /// `generated_domains_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `score_range_check` of the domain `public.score`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ScoreInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for GeneratedDomainError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("generated_domains", "generated_domains_pkey") => Self::CampaignIdIdTaken,
            ("generated_domains", "generated_domains_campaign_id_offset_index_key") => {
                Self::CampaignIdOffsetIndexTaken
            }
            ("generated_domains", "generated_domains_campaign_id_domain_name_key") => {
                Self::CampaignIdDomainNameTaken
            }
            ("generated_domains", "generated_domains_offset_index_check") => {
                Self::OffsetViolated
            }
            ("generated_domains", "generated_domains_domain_name_check") => {
                Self::DomainNameInvalid
            }
            ("generated_domains", "generated_domains_http_status_code_check") => {
                Self::HttpStatusCodeInvalid
            }
            ("generated_domains", "generated_domains_attempts_check") => {
                Self::AttemptsViolated
            }
            ("generated_domains", "generated_domains_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            ("", "score_range_check") => Self::ScoreInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for GeneratedDomainError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdIdTaken => {
                "another row has this campaign_id, id (generated_domains_pkey)"
            }
            Self::CampaignIdOffsetIndexTaken => {
                "another row has this campaign_id, offset_index (generated_domains_campaign_id_offset_index_key)"
            }
            Self::CampaignIdDomainNameTaken => {
                "another row has this campaign_id, domain_name (generated_domains_campaign_id_domain_name_key)"
            }
            Self::OffsetViolated => {
                "a value is against generated_domains_offset_index_check"
            }
            Self::DomainNameInvalid => {
                "a value is against generated_domains_domain_name_check"
            }
            Self::HttpStatusCodeInvalid => {
                "a value is against generated_domains_http_status_code_check"
            }
            Self::AttemptsViolated => {
                "a value is against generated_domains_attempts_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (generated_domains_campaign_id_fkey)"
            }
            Self::ScoreInvalid => "a value is no public.score (score_range_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for GeneratedDomainError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
