// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.vecs` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum VecError {
    /// `vecs_pkey`: another row has this `id`.
    IdTaken,
    /// `vecs_parent_fkey`: `public.vecs` has no row for `parent`; or a row still refers to the one that is to go.
    ParentNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for VecError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("vecs", "vecs_pkey") => Self::IdTaken,
            ("vecs", "vecs_parent_fkey") => Self::ParentNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for VecError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (vecs_pkey)",
            Self::ParentNotFound => {
                "public.vecs has no row for parent, or still refers to the row (vecs_parent_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for VecError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
