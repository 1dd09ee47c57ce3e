// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.http_keyword_campaign_params` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HttpKeywordCampaignParamsError {
    /// `http_keyword_campaign_params_pkey`: another row has this `campaign_id`.
    CampaignIdTaken,
    /// `http_keyword_campaign_params_rotation_interval_check`: `CHECK (rotation_interval_seconds >= 0)`.
    RotationIntervalViolated,
    /// `http_keyword_campaign_params_speed_check`: `CHECK (max_requests_per_minute > 0)`.
    SpeedViolated,
    /// `http_keyword_campaign_params_batch_size_check`: `CHECK (batch_size BETWEEN 1 AND 10000)`.
    BatchSizeInvalid,
    /// `http_keyword_campaign_params_retries_check`: `CHECK (max_retries BETWEEN 0 AND 20 AND retry_delay_seconds >= 0)`.
    RetriesViolated,
    /// `http_keyword_campaign_params_ports_check`: `CHECK (cardinality(target_ports) > 0 AND array_position(target_ports, NULL) IS NULL AND 1 <= ALL (target_ports) AND 65535 >= ALL (target_ports))`.
    PortsViolated,
    /// `http_keyword_campaign_params_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `http_keyword_campaign_params_proxy_pool_id_fkey`: `public.proxy_pools` has no row for `proxy_pool_id`.
    ProxyPoolNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HttpKeywordCampaignParamsError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("http_keyword_campaign_params", "http_keyword_campaign_params_pkey") => {
                Self::CampaignIdTaken
            }
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_rotation_interval_check",
            ) => Self::RotationIntervalViolated,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_speed_check",
            ) => Self::SpeedViolated,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_batch_size_check",
            ) => Self::BatchSizeInvalid,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_retries_check",
            ) => Self::RetriesViolated,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_ports_check",
            ) => Self::PortsViolated,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_campaign_id_fkey",
            ) => Self::CampaignNotFound,
            (
                "http_keyword_campaign_params",
                "http_keyword_campaign_params_proxy_pool_id_fkey",
            ) => Self::ProxyPoolNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HttpKeywordCampaignParamsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdTaken => {
                "another row has this campaign_id (http_keyword_campaign_params_pkey)"
            }
            Self::RotationIntervalViolated => {
                "a value is against http_keyword_campaign_params_rotation_interval_check"
            }
            Self::SpeedViolated => {
                "a value is against http_keyword_campaign_params_speed_check"
            }
            Self::BatchSizeInvalid => {
                "a value is against http_keyword_campaign_params_batch_size_check"
            }
            Self::RetriesViolated => {
                "a value is against http_keyword_campaign_params_retries_check"
            }
            Self::PortsViolated => {
                "a value is against http_keyword_campaign_params_ports_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (http_keyword_campaign_params_campaign_id_fkey)"
            }
            Self::ProxyPoolNotFound => {
                "public.proxy_pools has no row for proxy_pool_id (http_keyword_campaign_params_proxy_pool_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HttpKeywordCampaignParamsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
