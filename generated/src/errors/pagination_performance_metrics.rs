// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.pagination_performance_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PaginationPerformanceMetricError {
    /// `pagination_performance_metrics_pkey`: another row has this `recorded_at, id`.
    RecordedAtIdTaken,
    /// `pagination_performance_metrics_page_size_check`: `CHECK (page_size > 0)`.
    PageSizeInvalid,
    /// `pagination_performance_metrics_page_number_check`: `CHECK ((pagination_method = 'offset') = (page_number IS NOT NULL) AND page_number > 0)`.
    PageNumberInvalid,
    /// `pagination_performance_metrics_rows_check`: `CHECK (rows_returned BETWEEN 0 AND page_size)`.
    RowsViolated,
    /// `pagination_performance_metrics_query_time_check`: `CHECK (query_time_ms >= 0 AND query_time_ms < 'NaN')`.
    QueryTimeViolated,
    /// `pagination_performance_metrics_filter_count_check`: `CHECK (filter_count >= 0)`.
    FilterCountInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PaginationPerformanceMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_pkey",
            ) => {
                Self::RecordedAtIdTaken
            }
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_page_size_check",
            ) => Self::PageSizeInvalid,
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_page_number_check",
            ) => Self::PageNumberInvalid,
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_rows_check",
            ) => Self::RowsViolated,
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_query_time_check",
            ) => Self::QueryTimeViolated,
            (
                "pagination_performance_metrics",
                "pagination_performance_metrics_filter_count_check",
            ) => Self::FilterCountInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PaginationPerformanceMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::RecordedAtIdTaken => {
                "another row has this recorded_at, id (pagination_performance_metrics_pkey)"
            }
            Self::PageSizeInvalid => {
                "a value is against pagination_performance_metrics_page_size_check"
            }
            Self::PageNumberInvalid => {
                "a value is against pagination_performance_metrics_page_number_check"
            }
            Self::RowsViolated => {
                "a value is against pagination_performance_metrics_rows_check"
            }
            Self::QueryTimeViolated => {
                "a value is against pagination_performance_metrics_query_time_check"
            }
            Self::FilterCountInvalid => {
                "a value is against pagination_performance_metrics_filter_count_check"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PaginationPerformanceMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
