// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.measured_again` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum MeasuredAgainError {
    /// `measured_again_x_y_fkey`: `public.measured` has no row for `x, y`.
    XyNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for MeasuredAgainError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("measured_again", "measured_again_x_y_fkey") => Self::XyNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for MeasuredAgainError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::XyNotFound => {
                "public.measured has no row for x, y (measured_again_x_y_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for MeasuredAgainError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
