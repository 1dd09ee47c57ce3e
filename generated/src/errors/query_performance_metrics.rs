// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.query_performance_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum QueryPerformanceMetricError {
    /// `query_performance_metrics_pkey`: another row has this `recorded_at, id`.
    RecordedAtIdTaken,
    /// `query_performance_metrics_times_check`: `CHECK (execution_time_ms >= 0 AND execution_time_ms < 'NaN' AND planning_time_ms >= 0 AND planning_time_ms < 'NaN')`.
    TimesViolated,
    /// `query_performance_metrics_rows_check`: `CHECK (rows_examined >= 0 AND rows_returned >= 0)`.
    RowsViolated,
    /// `query_performance_metrics_buffers_check`: `CHECK (buffers_hit >= 0 AND buffers_read >= 0)`.
    BuffersViolated,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for QueryPerformanceMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("query_performance_metrics", "query_performance_metrics_pkey") => {
                Self::RecordedAtIdTaken
            }
            ("query_performance_metrics", "query_performance_metrics_times_check") => {
                Self::TimesViolated
            }
            ("query_performance_metrics", "query_performance_metrics_rows_check") => {
                Self::RowsViolated
            }
            ("query_performance_metrics", "query_performance_metrics_buffers_check") => {
                Self::BuffersViolated
            }
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for QueryPerformanceMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::RecordedAtIdTaken => {
                "another row has this recorded_at, id (query_performance_metrics_pkey)"
            }
            Self::TimesViolated => {
                "a value is against query_performance_metrics_times_check"
            }
            Self::RowsViolated => {
                "a value is against query_performance_metrics_rows_check"
            }
            Self::BuffersViolated => {
                "a value is against query_performance_metrics_buffers_check"
            }
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for QueryPerformanceMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
