// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.service_capacity_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServiceCapacityMetricError {
    /// `service_capacity_metrics_pkey`: another row has this `period_end, id`.
    PeriodEndIdTaken,
    /// `service_capacity_metrics_period_check`: `CHECK (period_end > period_start)`.
    PeriodViolated,
    /// `service_capacity_metrics_instance_count_check`: `CHECK (instance_count > 0)`.
    InstanceCountInvalid,
    /// `service_capacity_metrics_max_capacity_check`: `CHECK (max_capacity > 0 AND max_capacity < 'NaN')`.
    MaxCapacityInvalid,
    /// `service_capacity_metrics_used_capacity_check`: `CHECK (used_capacity BETWEEN 0 AND max_capacity)`.
    UsedCapacityInvalid,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ServiceCapacityMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("service_capacity_metrics", "service_capacity_metrics_pkey") => {
                Self::PeriodEndIdTaken
            }
            ("service_capacity_metrics", "service_capacity_metrics_period_check") => {
                Self::PeriodViolated
            }
            (
                "service_capacity_metrics",
                "service_capacity_metrics_instance_count_check",
            ) => Self::InstanceCountInvalid,
            (
                "service_capacity_metrics",
                "service_capacity_metrics_max_capacity_check",
            ) => Self::MaxCapacityInvalid,
            (
                "service_capacity_metrics",
                "service_capacity_metrics_used_capacity_check",
            ) => Self::UsedCapacityInvalid,
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ServiceCapacityMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PeriodEndIdTaken => {
                "another row has this period_end, id (service_capacity_metrics_pkey)"
            }
            Self::PeriodViolated => {
                "a value is against service_capacity_metrics_period_check"
            }
            Self::InstanceCountInvalid => {
                "a value is against service_capacity_metrics_instance_count_check"
            }
            Self::MaxCapacityInvalid => {
                "a value is against service_capacity_metrics_max_capacity_check"
            }
            Self::UsedCapacityInvalid => {
                "a value is against service_capacity_metrics_used_capacity_check"
            }
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ServiceCapacityMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
