// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.connection_pool_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConnectionPoolMetricError {
    /// `connection_pool_metrics_pkey`: another row has this `recorded_at, id`.
    RecordedAtIdTaken,
    /// `connection_pool_metrics_max_connections_check`: `CHECK (max_connections > 0)`.
    MaxConnectionsInvalid,
    /// `connection_pool_metrics_connections_check`: `CHECK (active_connections >= 0 AND idle_connections >= 0 AND active_connections + idle_connections <= max_connections)`.
    ConnectionsViolated,
    /// `connection_pool_metrics_waits_check`: `CHECK (waiting_requests >= 0 AND average_wait_ms >= 0 AND longest_wait_ms >= average_wait_ms AND longest_wait_ms < 'NaN')`.
    WaitsViolated,
    /// `connection_pool_metrics_errors_check`: `CHECK (connection_errors >= 0)`.
    ErrorsViolated,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ConnectionPoolMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("connection_pool_metrics", "connection_pool_metrics_pkey") => {
                Self::RecordedAtIdTaken
            }
            (
                "connection_pool_metrics",
                "connection_pool_metrics_max_connections_check",
            ) => Self::MaxConnectionsInvalid,
            ("connection_pool_metrics", "connection_pool_metrics_connections_check") => {
                Self::ConnectionsViolated
            }
            ("connection_pool_metrics", "connection_pool_metrics_waits_check") => {
                Self::WaitsViolated
            }
            ("connection_pool_metrics", "connection_pool_metrics_errors_check") => {
                Self::ErrorsViolated
            }
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ConnectionPoolMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::RecordedAtIdTaken => {
                "another row has this recorded_at, id (connection_pool_metrics_pkey)"
            }
            Self::MaxConnectionsInvalid => {
                "a value is against connection_pool_metrics_max_connections_check"
            }
            Self::ConnectionsViolated => {
                "a value is against connection_pool_metrics_connections_check"
            }
            Self::WaitsViolated => {
                "a value is against connection_pool_metrics_waits_check"
            }
            Self::ErrorsViolated => {
                "a value is against connection_pool_metrics_errors_check"
            }
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ConnectionPoolMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
