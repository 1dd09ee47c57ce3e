// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.http_keyword_result_matches` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HttpKeywordResultMatchError {
    /// `http_keyword_result_matches_pkey`: another row has this `campaign_id, domain_id, attempt, keyword_set_id`.
    CampaignIdDomainIdAttemptKeywordSetIdTaken,
    /// `http_keyword_result_matches_keywords_check`: `CHECK (cardinality(keywords) > 0 AND array_position(keywords, NULL) IS NULL)`.
    KeywordsInvalid,
    /// `http_keyword_result_matches_result_fkey`: `public.http_keyword_results` has no row for `campaign_id, domain_id, attempt`.
    ResultNotFound,
    /// `http_keyword_result_matches_keyword_set_id_fkey`: `public.keyword_sets` has no row for `keyword_set_id`.
    KeywordSetNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HttpKeywordResultMatchError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("http_keyword_result_matches", "http_keyword_result_matches_pkey") => {
                Self::CampaignIdDomainIdAttemptKeywordSetIdTaken
            }
            (
                "http_keyword_result_matches",
                "http_keyword_result_matches_keywords_check",
            ) => Self::KeywordsInvalid,
            (
                "http_keyword_result_matches",
                "http_keyword_result_matches_result_fkey",
            ) => Self::ResultNotFound,
            (
                "http_keyword_result_matches",
                "http_keyword_result_matches_keyword_set_id_fkey",
            ) => Self::KeywordSetNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HttpKeywordResultMatchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdDomainIdAttemptKeywordSetIdTaken => {
                "another row has this campaign_id, domain_id, attempt, keyword_set_id (http_keyword_result_matches_pkey)"
            }
            Self::KeywordsInvalid => {
                "a value is against http_keyword_result_matches_keywords_check"
            }
            Self::ResultNotFound => {
                "public.http_keyword_results has no row for campaign_id, domain_id, attempt (http_keyword_result_matches_result_fkey)"
            }
            Self::KeywordSetNotFound => {
                "public.keyword_sets has no row for keyword_set_id (http_keyword_result_matches_keyword_set_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HttpKeywordResultMatchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
