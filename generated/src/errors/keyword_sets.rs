// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.keyword_sets` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum KeywordSetError {
    /// `keyword_sets_pkey`: another row has this `id`.
    IdTaken,
    /// `keyword_sets_name_key`: another row has this `name`.
    NameTaken,
    /// `keyword_sets_created_by_fkey`: `public.users` has no row for `created_by`.
    CreatedByNotFound,
    /// `http_keyword_campaign_keyword_sets_keyword_set_id_fkey`: `public.http_keyword_campaign_keyword_sets` still refers to the row.
    ReferencedByHttpKeywordCampaignKeywordSet,
    /// `http_keyword_result_matches_keyword_set_id_fkey`: `public.http_keyword_result_matches` still refers to the row.
    ReferencedByHttpKeywordResultMatch,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for KeywordSetError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("keyword_sets", "keyword_sets_pkey") => Self::IdTaken,
            ("keyword_sets", "keyword_sets_name_key") => Self::NameTaken,
            ("keyword_sets", "keyword_sets_created_by_fkey") => Self::CreatedByNotFound,
            (
                "http_keyword_campaign_keyword_sets",
                "http_keyword_campaign_keyword_sets_keyword_set_id_fkey",
            ) => Self::ReferencedByHttpKeywordCampaignKeywordSet,
            (
                "http_keyword_result_matches",
                "http_keyword_result_matches_keyword_set_id_fkey",
            ) => Self::ReferencedByHttpKeywordResultMatch,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for KeywordSetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (keyword_sets_pkey)",
            Self::NameTaken => "another row has this name (keyword_sets_name_key)",
            Self::CreatedByNotFound => {
                "public.users has no row for created_by (keyword_sets_created_by_fkey)"
            }
            Self::ReferencedByHttpKeywordCampaignKeywordSet => {
                "public.http_keyword_campaign_keyword_sets still refers to the row (http_keyword_campaign_keyword_sets_keyword_set_id_fkey)"
            }
            Self::ReferencedByHttpKeywordResultMatch => {
                "public.http_keyword_result_matches still refers to the row (http_keyword_result_matches_keyword_set_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for KeywordSetError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
