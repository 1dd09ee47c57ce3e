// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.users` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserError2 {
    /// `users_pkey`: another row has this `id`.
    IdTaken,
    /// `type_version_fkey`: `public.type` still refers to the row.
    ReferencedByType,
    /// `cars_owner_fkey`: `models.cars` still refers to the row.
    ReferencedByCar,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserError2 {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("users", "users_pkey") => Self::IdTaken,
            ("type", "type_version_fkey") => Self::ReferencedByType,
            ("cars", "cars_owner_fkey") => Self::ReferencedByCar,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserError2 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (users_pkey)",
            Self::ReferencedByType => {
                "public.type still refers to the row (type_version_fkey)"
            }
            Self::ReferencedByCar => {
                "models.cars still refers to the row (cars_owner_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for UserError2 {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
