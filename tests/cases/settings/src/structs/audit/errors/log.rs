// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::support::violated;

/// What can go wrong when `audit.log` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum LogError {
    /// `log_pkey`: another row has this `id`.
    IdTaken,
    /// `log_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for LogError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("log", "log_pkey") => Self::IdTaken,
            ("log", "log_user_id_fkey") => Self::UserNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for LogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (log_pkey)",
            Self::UserNotFound => {
                "public.users has no row for user_id (log_user_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for LogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
