// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.http_keyword_results` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HttpKeywordResultError {
    /// `http_keyword_results_pkey`: another row has this `campaign_id, domain_id, attempt`.
    CampaignIdDomainIdAttemptTaken,
    /// `http_keyword_results_response_headers_check`: `CHECK (jsonb_typeof(response_headers) = 'object')`.
    ResponseHeadersInvalid,
    /// `http_keyword_results_attempt_check`: `CHECK (attempt > 0)`.
    AttemptInvalid,
    /// `http_keyword_results_status_check`: `CHECK (status <> 'pending')`.
    StatusInvalid,
    /// `http_keyword_results_status_code_check`: `CHECK (status_code BETWEEN 100 AND 599)`.
    StatusCodeInvalid,
    /// `http_keyword_results_content_length_check`: `CHECK (content_length >= 0)`.
    ContentLengthInvalid,
    /// `http_keyword_results_response_time_check`: `CHECK (response_time_ms >= 0)`.
    ResponseTimeViolated,
    /// `http_keyword_results_snippet_check`: `CHECK (length(content_snippet) <= 10000)`.
    SnippetViolated,
    /// `http_keyword_results_domain_fkey`: `public.generated_domains` has no row for `campaign_id, domain_id`.
    DomainNotFound,
    /// `http_keyword_results_validated_by_persona_id_fkey`: `public.personas` has no row for `validated_by_persona_id`.
    ValidatedByPersonaNotFound,
    /// `http_keyword_results_used_proxy_id_fkey`: `public.proxies` has no row for `used_proxy_id`.
    UsedProxyNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HttpKeywordResultError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("http_keyword_results", "http_keyword_results_pkey") => {
                Self::CampaignIdDomainIdAttemptTaken
            }
            ("http_keyword_results", "http_keyword_results_response_headers_check") => {
                Self::ResponseHeadersInvalid
            }
            ("http_keyword_results", "http_keyword_results_attempt_check") => {
                Self::AttemptInvalid
            }
            ("http_keyword_results", "http_keyword_results_status_check") => {
                Self::StatusInvalid
            }
            ("http_keyword_results", "http_keyword_results_status_code_check") => {
                Self::StatusCodeInvalid
            }
            ("http_keyword_results", "http_keyword_results_content_length_check") => {
                Self::ContentLengthInvalid
            }
            ("http_keyword_results", "http_keyword_results_response_time_check") => {
                Self::ResponseTimeViolated
            }
            ("http_keyword_results", "http_keyword_results_snippet_check") => {
                Self::SnippetViolated
            }
            ("http_keyword_results", "http_keyword_results_domain_fkey") => {
                Self::DomainNotFound
            }
            (
                "http_keyword_results",
                "http_keyword_results_validated_by_persona_id_fkey",
            ) => Self::ValidatedByPersonaNotFound,
            ("http_keyword_results", "http_keyword_results_used_proxy_id_fkey") => {
                Self::UsedProxyNotFound
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HttpKeywordResultError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdDomainIdAttemptTaken => {
                "another row has this campaign_id, domain_id, attempt (http_keyword_results_pkey)"
            }
            Self::ResponseHeadersInvalid => {
                "a value is against http_keyword_results_response_headers_check"
            }
            Self::AttemptInvalid => {
                "a value is against http_keyword_results_attempt_check"
            }
            Self::StatusInvalid => "a value is against http_keyword_results_status_check",
            Self::StatusCodeInvalid => {
                "a value is against http_keyword_results_status_code_check"
            }
            Self::ContentLengthInvalid => {
                "a value is against http_keyword_results_content_length_check"
            }
            Self::ResponseTimeViolated => {
                "a value is against http_keyword_results_response_time_check"
            }
            Self::SnippetViolated => {
                "a value is against http_keyword_results_snippet_check"
            }
            Self::DomainNotFound => {
                "public.generated_domains has no row for campaign_id, domain_id (http_keyword_results_domain_fkey)"
            }
            Self::ValidatedByPersonaNotFound => {
                "public.personas has no row for validated_by_persona_id (http_keyword_results_validated_by_persona_id_fkey)"
            }
            Self::UsedProxyNotFound => {
                "public.proxies has no row for used_proxy_id (http_keyword_results_used_proxy_id_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HttpKeywordResultError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
