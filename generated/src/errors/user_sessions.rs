// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.user_sessions` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserSessionError {
    /// `user_sessions_pkey`: another row has this `id`.
    IdTaken,
    /// `user_sessions_token_hash_key`: another row has this `token_hash`.
    TokenHashTaken,
    /// `user_sessions_expires_at_check`: `CHECK (expires_at > created_at)`.
    ExpiresAtInvalid,
    /// `user_sessions_end_check`: `CHECK ((ended_at IS NULL) = (end_reason IS NULL))`.
    EndViolated,
    /// `user_sessions_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserSessionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("user_sessions", "user_sessions_pkey") => Self::IdTaken,
            ("user_sessions", "user_sessions_token_hash_key") => Self::TokenHashTaken,
            ("user_sessions", "user_sessions_expires_at_check") => Self::ExpiresAtInvalid,
            ("user_sessions", "user_sessions_end_check") => Self::EndViolated,
            ("user_sessions", "user_sessions_user_id_fkey") => Self::UserNotFound,
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserSessionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (user_sessions_pkey)",
            Self::TokenHashTaken => {
                "another row has this token_hash (user_sessions_token_hash_key)"
            }
            Self::ExpiresAtInvalid => "a value is against user_sessions_expires_at_check",
            Self::EndViolated => "a value is against user_sessions_end_check",
            Self::UserNotFound => {
                "public.users has no row for user_id (user_sessions_user_id_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for UserSessionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
