// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.rate_limits` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum RateLimitError {
    /// `rate_limits_pkey`: another row has this `identifier, action`.
    IdentifierActionTaken,
    /// `rate_limits_identifier_check`: `CHECK (length(identifier) > 0)`.
    IdentifierInvalid,
    /// `rate_limits_attempts_check`: `CHECK (attempts >= 0)`.
    AttemptsInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for RateLimitError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("rate_limits", "rate_limits_pkey") => Self::IdentifierActionTaken,
            ("rate_limits", "rate_limits_identifier_check") => Self::IdentifierInvalid,
            ("rate_limits", "rate_limits_attempts_check") => Self::AttemptsInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for RateLimitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdentifierActionTaken => {
                "another row has this identifier, action (rate_limits_pkey)"
            }
            Self::IdentifierInvalid => "a value is against rate_limits_identifier_check",
            Self::AttemptsInvalid => "a value is against rate_limits_attempts_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for RateLimitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
