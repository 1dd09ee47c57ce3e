// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::support::violated;

/// What can go wrong when `billing.users` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserError {
    /// `users_pkey`: another row has this `id`.
    IdTaken,
    /// `users_email_key`: another row has this `email`.
    EmailTaken,
    /// `users_email_check`: `CHECK (email <> '')`.
    EmailInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("users", "users_pkey") => Self::IdTaken,
            ("users", "users_email_key") => Self::EmailTaken,
            ("users", "users_email_check") => Self::EmailInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (users_pkey)",
            Self::EmailTaken => "another row has this email (users_email_key)",
            Self::EmailInvalid => "a value is against users_email_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for UserError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
