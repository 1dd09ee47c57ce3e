// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.options` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum OptionError {
    /// `options_pkey`: another row has this `id`.
    IdTaken,
    /// `options_parent_fkey`: `public.options` has no row for `parent`; or a row still refers to the one that is to go.
    ParentNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for OptionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("options", "options_pkey") => Self::IdTaken,
            ("options", "options_parent_fkey") => Self::ParentNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for OptionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (options_pkey)",
            Self::ParentNotFound => {
                "public.options has no row for parent, or still refers to the row (options_parent_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for OptionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
