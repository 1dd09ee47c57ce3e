// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.measured` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum MeasuredError {
    /// `measured_pkey`: another row has this `x, y`.
    XyTaken,
    /// `measured_note_key`: another row has this `note`.
    NoteTaken,
    /// `measured_lower_idx`: another row has this `lower(note), taken_at`. Among the rows where `note <> ''`.
    LowerTaken,
    /// `measured_again_x_y_fkey`: `public.measured_again` still refers to the row.
    ReferencedByMeasuredAgain,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for MeasuredError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("measured", "measured_pkey") => Self::XyTaken,
            ("measured", "measured_note_key") => Self::NoteTaken,
            ("measured", "measured_lower_idx") => Self::LowerTaken,
            ("measured_again", "measured_again_x_y_fkey") => {
                Self::ReferencedByMeasuredAgain
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for MeasuredError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::XyTaken => "another row has this x, y (measured_pkey)",
            Self::NoteTaken => "another row has this note (measured_note_key)",
            Self::LowerTaken => {
                "another row has this lower(note), taken_at (measured_lower_idx)"
            }
            Self::ReferencedByMeasuredAgain => {
                "public.measured_again still refers to the row (measured_again_x_y_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for MeasuredError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
