// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.times` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum TimeError {
    /// `times_pkey`: another row has this `day, hour`.
    DayHourTaken,
    /// `times_plain_key`: another row has this `plain`.
    PlainTaken,
    /// `times_until_key`: another row has this `until`.
    UntilTaken,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for TimeError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("times", "times_pkey") => Self::DayHourTaken,
            ("times", "times_plain_key") => Self::PlainTaken,
            ("times", "times_until_key") => Self::UntilTaken,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for TimeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::DayHourTaken => "another row has this day, hour (times_pkey)",
            Self::PlainTaken => "another row has this plain (times_plain_key)",
            Self::UntilTaken => "another row has this until (times_until_key)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for TimeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
