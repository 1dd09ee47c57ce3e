// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.cache_entries` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CacheEntryError {
    /// `cache_entries_pkey`: another row has this `id`.
    IdTaken,
    /// `cache_entries_configuration_id_cache_key_key`: another row has this `configuration_id, cache_key`.
    ConfigurationIdCacheKeyTaken,
    /// `cache_entries_hit_count_check`: `CHECK (hit_count >= 0)`.
    HitCountInvalid,
    /// `cache_entries_configuration_id_fkey`: `public.cache_configurations` has no row for `configuration_id`.
    ConfigurationNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CacheEntryError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cache_entries", "cache_entries_pkey") => Self::IdTaken,
            ("cache_entries", "cache_entries_configuration_id_cache_key_key") => {
                Self::ConfigurationIdCacheKeyTaken
            }
            ("cache_entries", "cache_entries_hit_count_check") => Self::HitCountInvalid,
            ("cache_entries", "cache_entries_configuration_id_fkey") => {
                Self::ConfigurationNotFound
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CacheEntryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (cache_entries_pkey)",
            Self::ConfigurationIdCacheKeyTaken => {
                "another row has this configuration_id, cache_key (cache_entries_configuration_id_cache_key_key)"
            }
            Self::HitCountInvalid => "a value is against cache_entries_hit_count_check",
            Self::ConfigurationNotFound => {
                "public.cache_configurations has no row for configuration_id (cache_entries_configuration_id_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CacheEntryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
