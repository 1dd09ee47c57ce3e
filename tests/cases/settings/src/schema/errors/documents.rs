// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.documents` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum DocumentError {
    /// `documents_pkey`: another row has this `position`.
    PositionTaken,
    /// `documents_previous_fkey`: `public.documents` has no row for `previous`; or a row still refers to the one that is to go.
    PreviousNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for DocumentError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("documents", "documents_pkey") => Self::PositionTaken,
            ("documents", "documents_previous_fkey") => Self::PreviousNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for DocumentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PositionTaken => "another row has this position (documents_pkey)",
            Self::PreviousNotFound => {
                "public.documents has no row for previous, or still refers to the row (documents_previous_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for DocumentError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
