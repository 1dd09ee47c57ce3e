// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.proxy_pools` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ProxyPoolError {
    /// `proxy_pools_pkey`: another row has this `id`.
    IdTaken,
    /// `proxy_pools_name_key`: another row has this `name`.
    NameTaken,
    /// `proxy_pools_health_check_check`: `CHECK (health_check_timeout_seconds > 0 AND health_check_interval_seconds >= health_check_timeout_seconds)`.
    HealthViolated,
    /// `proxy_pools_max_consecutive_failures_check`: `CHECK (max_consecutive_failures > 0)`.
    MaxConsecutiveFailuresInvalid,
    /// `proxy_pools_created_by_fkey`: `public.users` has no row for `created_by`.
    CreatedByNotFound,
    /// `http_keyword_campaign_params_proxy_pool_id_fkey`: `public.http_keyword_campaign_params` still refers to the row.
    ReferencedByHttpKeywordCampaignParams,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ProxyPoolError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("proxy_pools", "proxy_pools_pkey") => Self::IdTaken,
            ("proxy_pools", "proxy_pools_name_key") => Self::NameTaken,
            ("proxy_pools", "proxy_pools_health_check_check") => Self::HealthViolated,
            ("proxy_pools", "proxy_pools_max_consecutive_failures_check") => {
                Self::MaxConsecutiveFailuresInvalid
            }
            ("proxy_pools", "proxy_pools_created_by_fkey") => Self::CreatedByNotFound,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_proxy_pool_id_fkey",
            ) => Self::ReferencedByHttpKeywordCampaignParams,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ProxyPoolError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (proxy_pools_pkey)",
            Self::NameTaken => "another row has this name (proxy_pools_name_key)",
            Self::HealthViolated => "a value is against proxy_pools_health_check_check",
            Self::MaxConsecutiveFailuresInvalid => {
                "a value is against proxy_pools_max_consecutive_failures_check"
            }
            Self::CreatedByNotFound => {
                "public.users has no row for created_by (proxy_pools_created_by_fkey)"
            }
            Self::ReferencedByHttpKeywordCampaignParams => {
                "public.http_keyword_campaign_params still refers to the row (http_keyword_campaign_params_proxy_pool_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ProxyPoolError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
