// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.resource_utilization_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResourceUtilizationMetricError {
    /// `resource_utilization_metrics_pkey`: another row has this `period_end, id`.
    PeriodEndIdTaken,
    /// `resource_utilization_metrics_period_check`: `CHECK (period_end > period_start)`.
    PeriodViolated,
    /// `resource_utilization_metrics_maximum_check`: `CHECK (maximum > 0 AND maximum < 'NaN')`.
    MaximumInvalid,
    /// `resource_utilization_metrics_used_check`: `CHECK (used BETWEEN 0 AND maximum)`.
    UsedInvalid,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ResourceUtilizationMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("resource_utilization_metrics", "resource_utilization_metrics_pkey") => {
                Self::PeriodEndIdTaken
            }
            (
                "resource_utilization_metrics",
                "resource_utilization_metrics_period_check",
            ) => Self::PeriodViolated,
            (
                "resource_utilization_metrics",
                "resource_utilization_metrics_maximum_check",
            ) => Self::MaximumInvalid,
            (
                "resource_utilization_metrics",
                "resource_utilization_metrics_used_check",
            ) => Self::UsedInvalid,
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ResourceUtilizationMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PeriodEndIdTaken => {
                "another row has this period_end, id (resource_utilization_metrics_pkey)"
            }
            Self::PeriodViolated => {
                "a value is against resource_utilization_metrics_period_check"
            }
            Self::MaximumInvalid => {
                "a value is against resource_utilization_metrics_maximum_check"
            }
            Self::UsedInvalid => {
                "a value is against resource_utilization_metrics_used_check"
            }
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ResourceUtilizationMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
