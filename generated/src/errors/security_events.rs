// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.security_events` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum SecurityEventError {
    /// `security_events_pkey`: another row has this `id`.
    IdTaken,
    /// `security_events_details_check`: `CHECK (jsonb_typeof(details) = 'object')`.
    DetailsInvalid,
    /// `security_events_resolution_check`: `CHECK ((status IN ('resolved', 'false_positive')) = (resolved_at IS NOT NULL) AND (resolved_at IS NULL) = (resolved_by IS NULL) AND resolved_at >= created_at)`.
    ResolutionInvalid,
    /// `security_events_retention_days_check`: `CHECK (retention_days BETWEEN 1 AND 3660)`.
    RetentionDaysInvalid,
    /// `security_events_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `security_events_session_id_fkey`: `public.user_sessions` has no row for `session_id`.
    SessionNotFound,
    /// `security_events_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `security_events_resolved_by_fkey`: `public.users` has no row for `resolved_by`.
    ResolvedByNotFound,
    /// `score_range_check` of the domain `public.score`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ScoreInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for SecurityEventError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("security_events", "security_events_pkey") => Self::IdTaken,
            ("security_events", "security_events_details_check") => Self::DetailsInvalid,
            ("security_events", "security_events_resolution_check") => {
                Self::ResolutionInvalid
            }
            ("security_events", "security_events_retention_days_check") => {
                Self::RetentionDaysInvalid
            }
            ("security_events", "security_events_user_id_fkey") => Self::UserNotFound,
            ("security_events", "security_events_session_id_fkey") => {
                Self::SessionNotFound
            }
            ("security_events", "security_events_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            ("security_events", "security_events_resolved_by_fkey") => {
                Self::ResolvedByNotFound
            }
            ("", "score_range_check") => Self::ScoreInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for SecurityEventError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (security_events_pkey)",
            Self::DetailsInvalid => "a value is against security_events_details_check",
            Self::ResolutionInvalid => {
                "a value is against security_events_resolution_check"
            }
            Self::RetentionDaysInvalid => {
                "a value is against security_events_retention_days_check"
            }
            Self::UserNotFound => {
                "public.users has no row for user_id (security_events_user_id_fkey)"
            }
            Self::SessionNotFound => {
                "public.user_sessions has no row for session_id (security_events_session_id_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (security_events_campaign_id_fkey)"
            }
            Self::ResolvedByNotFound => {
                "public.users has no row for resolved_by (security_events_resolved_by_fkey)"
            }
            Self::ScoreInvalid => "a value is no public.score (score_range_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for SecurityEventError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
