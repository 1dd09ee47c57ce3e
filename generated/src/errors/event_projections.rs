// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.event_projections` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventProjectionError {
    /// `event_projections_pkey`: another row has this `id`.
    IdTaken,
    /// `event_projections_projection_name_key`: another row has this `projection_name`.
    ProjectionNameTaken,
    /// `event_projections_position_check`: `CHECK (last_log_order >= 0 AND last_position >= 0 AND lag_events >= 0)`.
    PositionViolated,
    /// `event_projections_counts_check`: `CHECK (events_processed >= 0 AND consecutive_errors >= 0 AND error_count >= consecutive_errors AND recovery_attempts >= 0)`.
    CountsViolated,
    /// `event_projections_error_check`: `CHECK ((last_error IS NULL) = (last_error_at IS NULL))`.
    ErrorViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for EventProjectionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("event_projections", "event_projections_pkey") => Self::IdTaken,
            ("event_projections", "event_projections_projection_name_key") => {
                Self::ProjectionNameTaken
            }
            ("event_projections", "event_projections_position_check") => {
                Self::PositionViolated
            }
            ("event_projections", "event_projections_counts_check") => {
                Self::CountsViolated
            }
            ("event_projections", "event_projections_error_check") => Self::ErrorViolated,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for EventProjectionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (event_projections_pkey)",
            Self::ProjectionNameTaken => {
                "another row has this projection_name (event_projections_projection_name_key)"
            }
            Self::PositionViolated => {
                "a value is against event_projections_position_check"
            }
            Self::CountsViolated => "a value is against event_projections_counts_check",
            Self::ErrorViolated => "a value is against event_projections_error_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for EventProjectionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
