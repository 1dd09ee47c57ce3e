// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.http_keyword_campaign_keyword_sets` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HttpKeywordCampaignKeywordSetError {
    /// `http_keyword_campaign_keyword_sets_pkey`: another row has this `campaign_id, keyword_set_id`.
    CampaignIdKeywordSetIdTaken,
    /// `http_keyword_campaign_keyword_sets_campaign_id_fkey`: `public.http_keyword_campaign_params` has no row for `campaign_id`.
    CampaignNotFound,
    /// `http_keyword_campaign_keyword_sets_keyword_set_id_fkey`: `public.keyword_sets` has no row for `keyword_set_id`.
    KeywordSetNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HttpKeywordCampaignKeywordSetError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            (
                "http_keyword_campaign_keyword_sets",
                "http_keyword_campaign_keyword_sets_pkey",
            ) => Self::CampaignIdKeywordSetIdTaken,
            (
                "http_keyword_campaign_keyword_sets",
                "http_keyword_campaign_keyword_sets_campaign_id_fkey",
            ) => Self::CampaignNotFound,
            (
                "http_keyword_campaign_keyword_sets",
                "http_keyword_campaign_keyword_sets_keyword_set_id_fkey",
            ) => Self::KeywordSetNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HttpKeywordCampaignKeywordSetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdKeywordSetIdTaken => {
                "another row has this campaign_id, keyword_set_id (http_keyword_campaign_keyword_sets_pkey)"
            }
            Self::CampaignNotFound => {
                "public.http_keyword_campaign_params has no row for campaign_id (http_keyword_campaign_keyword_sets_campaign_id_fkey)"
            }
            Self::KeywordSetNotFound => {
                "public.keyword_sets has no row for keyword_set_id (http_keyword_campaign_keyword_sets_keyword_set_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HttpKeywordCampaignKeywordSetError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
