// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.http_keyword_campaign_proxies` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HttpKeywordCampaignProxyError {
    /// `http_keyword_campaign_proxies_pkey`: another row has this `campaign_id, proxy_id`.
    CampaignIdProxyIdTaken,
    /// `http_keyword_campaign_proxies_campaign_id_fkey`: `public.http_keyword_campaign_params` has no row for `campaign_id`.
    CampaignNotFound,
    /// `http_keyword_campaign_proxies_proxy_id_fkey`: `public.proxies` has no row for `proxy_id`.
    ProxyNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HttpKeywordCampaignProxyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("http_keyword_campaign_proxies", "http_keyword_campaign_proxies_pkey") => {
                Self::CampaignIdProxyIdTaken
            }
            (
                "http_keyword_campaign_proxies",
                "http_keyword_campaign_proxies_campaign_id_fkey",
            ) => Self::CampaignNotFound,
            (
                "http_keyword_campaign_proxies",
                "http_keyword_campaign_proxies_proxy_id_fkey",
            ) => Self::ProxyNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HttpKeywordCampaignProxyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdProxyIdTaken => {
                "another row has this campaign_id, proxy_id (http_keyword_campaign_proxies_pkey)"
            }
            Self::CampaignNotFound => {
                "public.http_keyword_campaign_params has no row for campaign_id (http_keyword_campaign_proxies_campaign_id_fkey)"
            }
            Self::ProxyNotFound => {
                "public.proxies has no row for proxy_id (http_keyword_campaign_proxies_proxy_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HttpKeywordCampaignProxyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
