// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.auth_audit_logs` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuthAuditLogError {
    /// `auth_audit_logs_pkey`: another row has this `id`.
    IdTaken,
    /// `auth_audit_logs_details_check`: `CHECK (jsonb_typeof(details) = 'object')`.
    DetailsInvalid,
    /// `auth_audit_logs_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `auth_audit_logs_session_id_fkey`: `public.user_sessions` has no row for `session_id`.
    SessionNotFound,
    /// `score_range_check` of the domain `public.score`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ScoreInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for AuthAuditLogError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("auth_audit_logs", "auth_audit_logs_pkey") => Self::IdTaken,
            ("auth_audit_logs", "auth_audit_logs_details_check") => Self::DetailsInvalid,
            ("auth_audit_logs", "auth_audit_logs_user_id_fkey") => Self::UserNotFound,
            ("auth_audit_logs", "auth_audit_logs_session_id_fkey") => {
                Self::SessionNotFound
            }
            ("", "score_range_check") => Self::ScoreInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for AuthAuditLogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (auth_audit_logs_pkey)",
            Self::DetailsInvalid => "a value is against auth_audit_logs_details_check",
            Self::UserNotFound => {
                "public.users has no row for user_id (auth_audit_logs_user_id_fkey)"
            }
            Self::SessionNotFound => {
                "public.user_sessions has no row for session_id (auth_audit_logs_session_id_fkey)"
            }
            Self::ScoreInvalid => "a value is no public.score (score_range_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for AuthAuditLogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
