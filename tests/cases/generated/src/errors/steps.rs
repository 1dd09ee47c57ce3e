// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.steps` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum StepError {
    /// `steps_pkey`: another row has this `id`.
    IdTaken,
    /// `steps_cache_key_key`: another row has this `cache_key`.
    CacheKeyTaken,
    /// `steps_name_key`: another row has this `before_id, lower(name)`.
    NameTaken,
    /// `steps_before_id_fkey`: `public.steps` has no row for `before_id`; or a row still refers to the one that is to go.
    BeforeNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for StepError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("steps", "steps_pkey") => Self::IdTaken,
            ("steps", "steps_cache_key_key") => Self::CacheKeyTaken,
            ("steps", "steps_name_key") => Self::NameTaken,
            ("steps", "steps_before_id_fkey") => Self::BeforeNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for StepError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (steps_pkey)",
            Self::CacheKeyTaken => "another row has this cache_key (steps_cache_key_key)",
            Self::NameTaken => {
                "another row has this before_id, lower(name) (steps_name_key)"
            }
            Self::BeforeNotFound => {
                "public.steps has no row for before_id, or still refers to the row (steps_before_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for StepError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
