// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.proxies` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ProxyError {
    /// `proxies_pkey`: another row has this `id`.
    IdTaken,
    /// `proxies_endpoint_key`: another row has this `host, port, protocol, username`.
    EndpointTaken,
    /// `proxies_port_check`: `CHECK (port BETWEEN 1 AND 65535)`.
    PortInvalid,
    /// `proxies_country_code_check`: `CHECK (country_code ~ '^[A-Z]{2}$')`.
    CountryCodeInvalid,
    /// `proxies_latency_check`: `CHECK (latency_ms >= 0)`.
    LatencyViolated,
    /// `proxies_counts_check`: `CHECK (success_count >= 0 AND failure_count >= 0 AND consecutive_failures BETWEEN 0 AND failure_count)`.
    CountsViolated,
    /// `proxies_created_by_fkey`: `public.users` has no row for `created_by`.
    CreatedByNotFound,
    /// `http_keyword_campaign_proxies_proxy_id_fkey`: `public.http_keyword_campaign_proxies` still refers to the row.
    ReferencedByHttpKeywordCampaignProxy,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ProxyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("proxies", "proxies_pkey") => Self::IdTaken,
            ("proxies", "proxies_endpoint_key") => Self::EndpointTaken,
            ("proxies", "proxies_port_check") => Self::PortInvalid,
            ("proxies", "proxies_country_code_check") => Self::CountryCodeInvalid,
            ("proxies", "proxies_latency_check") => Self::LatencyViolated,
            ("proxies", "proxies_counts_check") => Self::CountsViolated,
            ("proxies", "proxies_created_by_fkey") => Self::CreatedByNotFound,
            (
                "http_keyword_campaign_proxies",
                "http_keyword_campaign_proxies_proxy_id_fkey",
            ) => Self::ReferencedByHttpKeywordCampaignProxy,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ProxyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (proxies_pkey)",
            Self::EndpointTaken => {
                "another row has this host, port, protocol, username (proxies_endpoint_key)"
            }
            Self::PortInvalid => "a value is against proxies_port_check",
            Self::CountryCodeInvalid => "a value is against proxies_country_code_check",
            Self::LatencyViolated => "a value is against proxies_latency_check",
            Self::CountsViolated => "a value is against proxies_counts_check",
            Self::CreatedByNotFound => {
                "public.users has no row for created_by (proxies_created_by_fkey)"
            }
            Self::ReferencedByHttpKeywordCampaignProxy => {
                "public.http_keyword_campaign_proxies still refers to the row (http_keyword_campaign_proxies_proxy_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ProxyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
