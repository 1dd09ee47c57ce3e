// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.turns` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum TurnError {
    /// `turns_pkey`: another row has this `id`.
    IdTaken,
    /// `turns_during_key`: another row has this `during`.
    DuringTaken,
    /// `late_check` of the domain `public.late`: `CHECK (lower(VALUE) > '2000-01-01')`.
    LateInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for TurnError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("turns", "turns_pkey") => Self::IdTaken,
            ("turns", "turns_during_key") => Self::DuringTaken,
            ("", "late_check") => Self::LateInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for TurnError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (turns_pkey)",
            Self::DuringTaken => "another row has this during (turns_during_key)",
            Self::LateInvalid => "a value is no public.late (late_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for TurnError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
