use super::super::support::violated;

/// What can go wrong when `public.bookings` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum BookingError {
    /// `bookings_pkey`: another row has this `id`.
    IdTaken,
    /// `bookings_during_excl`: another row excludes this one.
    DuringConflicts,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for BookingError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("bookings", "bookings_pkey") => Self::IdTaken,
            ("bookings", "bookings_during_excl") => Self::DuringConflicts,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for BookingError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (bookings_pkey)",
            Self::DuringConflicts => {
                "another row excludes this one (bookings_during_excl)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for BookingError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
