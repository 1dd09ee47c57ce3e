// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.wide_key` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum WideKeyError {
    /// `wide_key_pkey`: another row has this `one, two, three, four, five, six, seven, eight`.
    OneTwoThreeFourFiveSixSevenEightTaken,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for WideKeyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("wide_key", "wide_key_pkey") => Self::OneTwoThreeFourFiveSixSevenEightTaken,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for WideKeyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::OneTwoThreeFourFiveSixSevenEightTaken => {
                "another row has this one, two, three, four, five, six, seven, eight (wide_key_pkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for WideKeyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
