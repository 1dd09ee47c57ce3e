// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.cache_invalidation_log` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CacheInvalidationLogError {
    /// `cache_invalidation_log_pkey`: another row has this `id`.
    IdTaken,
    /// `cache_invalidation_log_entries_removed_check`: `CHECK (entries_removed >= 0)`.
    EntriesRemovedInvalid,
    /// `cache_invalidation_log_duration_check`: `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`.
    DurationViolated,
    /// `cache_invalidation_log_invalidation_id_fkey`: `public.cache_invalidations` has no row for `invalidation_id`.
    InvalidationNotFound,
    /// `cache_invalidation_log_configuration_id_fkey`: `public.cache_configurations` has no row for `configuration_id`.
    ConfigurationNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CacheInvalidationLogError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cache_invalidation_log", "cache_invalidation_log_pkey") => Self::IdTaken,
            (
                "cache_invalidation_log",
                "cache_invalidation_log_entries_removed_check",
            ) => Self::EntriesRemovedInvalid,
            ("cache_invalidation_log", "cache_invalidation_log_duration_check") => {
                Self::DurationViolated
            }
            (
                "cache_invalidation_log",
                "cache_invalidation_log_invalidation_id_fkey",
            ) => {
                Self::InvalidationNotFound
            }
            (
                "cache_invalidation_log",
                "cache_invalidation_log_configuration_id_fkey",
            ) => Self::ConfigurationNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CacheInvalidationLogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (cache_invalidation_log_pkey)",
            Self::EntriesRemovedInvalid => {
                "a value is against cache_invalidation_log_entries_removed_check"
            }
            Self::DurationViolated => {
                "a value is against cache_invalidation_log_duration_check"
            }
            Self::InvalidationNotFound => {
                "public.cache_invalidations has no row for invalidation_id (cache_invalidation_log_invalidation_id_fkey)"
            }
            Self::ConfigurationNotFound => {
                "public.cache_configurations has no row for configuration_id (cache_invalidation_log_configuration_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CacheInvalidationLogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
