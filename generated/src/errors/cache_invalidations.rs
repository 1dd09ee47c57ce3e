// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.cache_invalidations` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CacheInvalidationError {
    /// `cache_invalidations_pkey`: another row has this `id`.
    IdTaken,
    /// `cache_invalidations_target_check`: `CHECK ((kind = 'everything') = (target IS NULL))`.
    TargetInvalid,
    /// `cache_invalidations_priority_check`: `CHECK (priority BETWEEN 0 AND 9)`.
    PriorityInvalid,
    /// `cache_invalidations_retries_check`: `CHECK (max_retries >= 0 AND retry_count BETWEEN 0 AND max_retries)`.
    RetriesViolated,
    /// `cache_invalidations_finished_at_check`: `CHECK ((status = 'pending') = (finished_at IS NULL))`.
    FinishedAtInvalid,
    /// `cache_invalidations_depends_on_check`: `CHECK (depends_on_id <> id)`.
    DependsOnViolated,
    /// `cache_invalidations_configuration_id_fkey`: `public.cache_configurations` has no row for `configuration_id`.
    ConfigurationNotFound,
    /// `cache_invalidations_depends_on_id_fkey`: `public.cache_invalidations` has no row for `depends_on_id`; or a row still refers to the one that is to go.
    DependsOnNotFound,
    /// `cache_invalidations_requested_by_fkey`: `public.users` has no row for `requested_by`.
    RequestedByNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CacheInvalidationError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cache_invalidations", "cache_invalidations_pkey") => Self::IdTaken,
            ("cache_invalidations", "cache_invalidations_target_check") => {
                Self::TargetInvalid
            }
            ("cache_invalidations", "cache_invalidations_priority_check") => {
                Self::PriorityInvalid
            }
            ("cache_invalidations", "cache_invalidations_retries_check") => {
                Self::RetriesViolated
            }
            ("cache_invalidations", "cache_invalidations_finished_at_check") => {
                Self::FinishedAtInvalid
            }
            ("cache_invalidations", "cache_invalidations_depends_on_check") => {
                Self::DependsOnViolated
            }
            ("cache_invalidations", "cache_invalidations_configuration_id_fkey") => {
                Self::ConfigurationNotFound
            }
            ("cache_invalidations", "cache_invalidations_depends_on_id_fkey") => {
                Self::DependsOnNotFound
            }
            ("cache_invalidations", "cache_invalidations_requested_by_fkey") => {
                Self::RequestedByNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CacheInvalidationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (cache_invalidations_pkey)",
            Self::TargetInvalid => "a value is against cache_invalidations_target_check",
            Self::PriorityInvalid => {
                "a value is against cache_invalidations_priority_check"
            }
            Self::RetriesViolated => {
                "a value is against cache_invalidations_retries_check"
            }
            Self::FinishedAtInvalid => {
                "a value is against cache_invalidations_finished_at_check"
            }
            Self::DependsOnViolated => {
                "a value is against cache_invalidations_depends_on_check"
            }
            Self::ConfigurationNotFound => {
                "public.cache_configurations has no row for configuration_id (cache_invalidations_configuration_id_fkey)"
            }
            Self::DependsOnNotFound => {
                "public.cache_invalidations has no row for depends_on_id, or still refers to the row (cache_invalidations_depends_on_id_fkey)"
            }
            Self::RequestedByNotFound => {
                "public.users has no row for requested_by (cache_invalidations_requested_by_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CacheInvalidationError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
