// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.architecture_refactor_log` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ArchitectureRefactorLogError {
    /// `architecture_refactor_log_pkey`: another row has this `id`.
    IdTaken,
    /// `architecture_refactor_log_metrics_before_check`: `CHECK (jsonb_typeof(metrics_before) = 'object')`.
    MetricsBeforeInvalid,
    /// `architecture_refactor_log_metrics_after_check`: `CHECK (jsonb_typeof(metrics_after) = 'object')`.
    MetricsAfterInvalid,
    /// `architecture_refactor_log_effort_check`: `CHECK (effort_hours >= 0 AND effort_hours < 'NaN')`.
    EffortViolated,
    /// `architecture_refactor_log_started_check`: `CHECK ((status = 'planned') = (started_at IS NULL))`.
    StartedViolated,
    /// `architecture_refactor_log_finished_check`: `CHECK ((status IN ('completed', 'reverted')) = (finished_at IS NOT NULL) AND finished_at >= started_at)`.
    FinishedViolated,
    /// `architecture_refactor_log_performed_by_fkey`: `public.users` has no row for `performed_by`.
    PerformedByNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ArchitectureRefactorLogError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("architecture_refactor_log", "architecture_refactor_log_pkey") => {
                Self::IdTaken
            }
            (
                "architecture_refactor_log",
                "architecture_refactor_log_metrics_before_check",
            ) => Self::MetricsBeforeInvalid,
            (
                "architecture_refactor_log",
                "architecture_refactor_log_metrics_after_check",
            ) => Self::MetricsAfterInvalid,
            ("architecture_refactor_log", "architecture_refactor_log_effort_check") => {
                Self::EffortViolated
            }
            ("architecture_refactor_log", "architecture_refactor_log_started_check") => {
                Self::StartedViolated
            }
            (
                "architecture_refactor_log",
                "architecture_refactor_log_finished_check",
            ) => {
                Self::FinishedViolated
            }
            (
                "architecture_refactor_log",
                "architecture_refactor_log_performed_by_fkey",
            ) => Self::PerformedByNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ArchitectureRefactorLogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (architecture_refactor_log_pkey)",
            Self::MetricsBeforeInvalid => {
                "a value is against architecture_refactor_log_metrics_before_check"
            }
            Self::MetricsAfterInvalid => {
                "a value is against architecture_refactor_log_metrics_after_check"
            }
            Self::EffortViolated => {
                "a value is against architecture_refactor_log_effort_check"
            }
            Self::StartedViolated => {
                "a value is against architecture_refactor_log_started_check"
            }
            Self::FinishedViolated => {
                "a value is against architecture_refactor_log_finished_check"
            }
            Self::PerformedByNotFound => {
                "public.users has no row for performed_by (architecture_refactor_log_performed_by_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ArchitectureRefactorLogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
