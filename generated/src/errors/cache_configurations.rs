// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.cache_configurations` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CacheConfigurationError {
    /// `cache_configurations_pkey`: another row has this `id`.
    IdTaken,
    /// `cache_configurations_name_key`: another row has this `name`.
    NameTaken,
    /// `cache_configurations_settings_check`: `CHECK (jsonb_typeof(settings) = 'object')`.
    SettingsInvalid,
    /// `cache_configurations_size_check`: `CHECK (max_entries > 0 AND max_size_bytes > 0)`.
    SizeViolated,
    /// `cache_configurations_ttl_check`: `CHECK (default_ttl_seconds > 0 AND max_ttl_seconds >= default_ttl_seconds)`.
    TtlViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CacheConfigurationError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cache_configurations", "cache_configurations_pkey") => Self::IdTaken,
            ("cache_configurations", "cache_configurations_name_key") => Self::NameTaken,
            ("cache_configurations", "cache_configurations_settings_check") => {
                Self::SettingsInvalid
            }
            ("cache_configurations", "cache_configurations_size_check") => {
                Self::SizeViolated
            }
            ("cache_configurations", "cache_configurations_ttl_check") => {
                Self::TtlViolated
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CacheConfigurationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (cache_configurations_pkey)",
            Self::NameTaken => {
                "another row has this name (cache_configurations_name_key)"
            }
            Self::SettingsInvalid => {
                "a value is against cache_configurations_settings_check"
            }
            Self::SizeViolated => "a value is against cache_configurations_size_check",
            Self::TtlViolated => "a value is against cache_configurations_ttl_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CacheConfigurationError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
