// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.results` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResultError {
    /// `results_pkey`: another row has this `id`.
    IdTaken,
    /// `results_parent_fkey`: `public.results` has no row for `parent`; or a row still refers to the one that is to go.
    ParentNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ResultError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("results", "results_pkey") => Self::IdTaken,
            ("results", "results_parent_fkey") => Self::ParentNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ResultError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (results_pkey)",
            Self::ParentNotFound => {
                "public.results has no row for parent, or still refers to the row (results_parent_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ResultError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
