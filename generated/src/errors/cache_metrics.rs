// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.cache_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CacheMetricError {
    /// `cache_metrics_pkey`: another row has this `configuration_id, period_start`.
    ConfigurationIdPeriodStartTaken,
    /// `cache_metrics_period_check`: `CHECK (period_end > period_start)`.
    PeriodViolated,
    /// `cache_metrics_counts_check`: `CHECK (hits >= 0 AND misses >= 0 AND evictions >= 0 AND expirations >= 0 AND invalidations >= 0 AND entry_count >= 0)`.
    CountsViolated,
    /// `cache_metrics_bytes_check`: `CHECK (used_bytes BETWEEN 0 AND max_bytes)`.
    BytesViolated,
    /// `cache_metrics_average_read_check`: `CHECK (average_read_ms >= 0 AND average_read_ms < 'NaN')`.
    AverageReadViolated,
    /// `cache_metrics_configuration_id_fkey`: `public.cache_configurations` has no row for `configuration_id`.
    ConfigurationNotFound,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CacheMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("cache_metrics", "cache_metrics_pkey") => {
                Self::ConfigurationIdPeriodStartTaken
            }
            ("cache_metrics", "cache_metrics_period_check") => Self::PeriodViolated,
            ("cache_metrics", "cache_metrics_counts_check") => Self::CountsViolated,
            ("cache_metrics", "cache_metrics_bytes_check") => Self::BytesViolated,
            ("cache_metrics", "cache_metrics_average_read_check") => {
                Self::AverageReadViolated
            }
            ("cache_metrics", "cache_metrics_configuration_id_fkey") => {
                Self::ConfigurationNotFound
            }
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CacheMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::ConfigurationIdPeriodStartTaken => {
                "another row has this configuration_id, period_start (cache_metrics_pkey)"
            }
            Self::PeriodViolated => "a value is against cache_metrics_period_check",
            Self::CountsViolated => "a value is against cache_metrics_counts_check",
            Self::BytesViolated => "a value is against cache_metrics_bytes_check",
            Self::AverageReadViolated => {
                "a value is against cache_metrics_average_read_check"
            }
            Self::ConfigurationNotFound => {
                "public.cache_configurations has no row for configuration_id (cache_metrics_configuration_id_fkey)"
            }
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CacheMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
