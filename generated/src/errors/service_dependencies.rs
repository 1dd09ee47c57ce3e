// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.service_dependencies` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServiceDependencyError {
    /// `service_dependencies_pkey`: another row has this `id`.
    IdTaken,
    /// `service_dependencies_edge_key`: another row has this `source_service, target_service, dependency_type, protocol`.
    EdgeTaken,
    /// `service_dependencies_self_check`: `CHECK (source_service <> target_service)`.
    SelfViolated,
    /// `service_dependencies_limits_check`: `CHECK (timeout_ms > 0 AND max_retries >= 0 AND expected_latency_ms >= 0 AND expected_latency_ms < 'NaN')`.
    LimitsViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ServiceDependencyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("service_dependencies", "service_dependencies_pkey") => Self::IdTaken,
            ("service_dependencies", "service_dependencies_edge_key") => Self::EdgeTaken,
            ("service_dependencies", "service_dependencies_self_check") => {
                Self::SelfViolated
            }
            ("service_dependencies", "service_dependencies_limits_check") => {
                Self::LimitsViolated
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ServiceDependencyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (service_dependencies_pkey)",
            Self::EdgeTaken => {
                "another row has this source_service, target_service, dependency_type, protocol (service_dependencies_edge_key)"
            }
            Self::SelfViolated => "a value is against service_dependencies_self_check",
            Self::LimitsViolated => {
                "a value is against service_dependencies_limits_check"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ServiceDependencyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
