// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::support::violated;

/// What can go wrong when `models.cars` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CarError {
    /// `cars_pkey`: another row has this `id`.
    IdTaken,
    /// `cars_owner_fkey`: `public.users` has no row for `owner`.
    OwnerNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CarError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cars", "cars_pkey") => Self::IdTaken,
            ("cars", "cars_owner_fkey") => Self::OwnerNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CarError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (cars_pkey)",
            Self::OwnerNotFound => "public.users has no row for owner (cars_owner_fkey)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CarError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
