// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::support::violated;

/// What can go wrong when `audit.tmp_copy` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum TmpCopyError {
    /// `tmp_copy_pkey`: another row has this `id`.
    IdTaken,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for TmpCopyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("tmp_copy", "tmp_copy_pkey") => Self::IdTaken,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for TmpCopyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (tmp_copy_pkey)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for TmpCopyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
