// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.communication_patterns` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CommunicationPatternError {
    /// `communication_patterns_pkey`: another row has this `period_end, id`.
    PeriodEndIdTaken,
    /// `communication_patterns_period_check`: `CHECK (period_end > period_start)`.
    PeriodViolated,
    /// `communication_patterns_counts_check`: `CHECK (error_count >= 0 AND timeout_count >= 0 AND request_count >= error_count + timeout_count)`.
    CountsViolated,
    /// `communication_patterns_latency_check`: `CHECK (average_latency_ms >= 0 AND average_latency_ms < 'NaN' AND p99_latency_ms >= 0 AND p99_latency_ms < 'NaN')`.
    LatencyViolated,
    /// `communication_patterns_bytes_check`: `CHECK (bytes_transferred >= 0)`.
    BytesViolated,
    /// `communication_patterns_dependency_id_fkey`: `public.service_dependencies` has no row for `dependency_id`.
    DependencyNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CommunicationPatternError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("communication_patterns", "communication_patterns_pkey") => {
                Self::PeriodEndIdTaken
            }
            ("communication_patterns", "communication_patterns_period_check") => {
                Self::PeriodViolated
            }
            ("communication_patterns", "communication_patterns_counts_check") => {
                Self::CountsViolated
            }
            ("communication_patterns", "communication_patterns_latency_check") => {
                Self::LatencyViolated
            }
            ("communication_patterns", "communication_patterns_bytes_check") => {
                Self::BytesViolated
            }
            ("communication_patterns", "communication_patterns_dependency_id_fkey") => {
                Self::DependencyNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CommunicationPatternError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PeriodEndIdTaken => {
                "another row has this period_end, id (communication_patterns_pkey)"
            }
            Self::PeriodViolated => {
                "a value is against communication_patterns_period_check"
            }
            Self::CountsViolated => {
                "a value is against communication_patterns_counts_check"
            }
            Self::LatencyViolated => {
                "a value is against communication_patterns_latency_check"
            }
            Self::BytesViolated => {
                "a value is against communication_patterns_bytes_check"
            }
            Self::DependencyNotFound => {
                "public.service_dependencies has no row for dependency_id (communication_patterns_dependency_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CommunicationPatternError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
