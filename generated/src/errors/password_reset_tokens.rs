// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.password_reset_tokens` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PasswordResetTokenError {
    /// `password_reset_tokens_pkey`: another row has this `id`.
    IdTaken,
    /// `password_reset_tokens_token_hash_key`: another row has this `token_hash`.
    TokenHashTaken,
    /// `password_reset_tokens_expires_at_check`: `CHECK (expires_at > created_at)`.
    ExpiresAtInvalid,
    /// `password_reset_tokens_used_at_check`: `CHECK (used_at BETWEEN created_at AND expires_at)`.
    UsedAtInvalid,
    /// `password_reset_tokens_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PasswordResetTokenError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("password_reset_tokens", "password_reset_tokens_pkey") => Self::IdTaken,
            ("password_reset_tokens", "password_reset_tokens_token_hash_key") => {
                Self::TokenHashTaken
            }
            ("password_reset_tokens", "password_reset_tokens_expires_at_check") => {
                Self::ExpiresAtInvalid
            }
            ("password_reset_tokens", "password_reset_tokens_used_at_check") => {
                Self::UsedAtInvalid
            }
            ("password_reset_tokens", "password_reset_tokens_user_id_fkey") => {
                Self::UserNotFound
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PasswordResetTokenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (password_reset_tokens_pkey)",
            Self::TokenHashTaken => {
                "another row has this token_hash (password_reset_tokens_token_hash_key)"
            }
            Self::ExpiresAtInvalid => {
                "a value is against password_reset_tokens_expires_at_check"
            }
            Self::UsedAtInvalid => {
                "a value is against password_reset_tokens_used_at_check"
            }
            Self::UserNotFound => {
                "public.users has no row for user_id (password_reset_tokens_user_id_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PasswordResetTokenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
