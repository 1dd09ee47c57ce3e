// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// What can go wrong when `public.events` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError {
    /// `events_pkey`: another row has this `id, at`. A partition made after the migrations names its own index: that arrives as [`Self::Sqlx`].
    IdAtTaken,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for EventError {
    fn from(error: sqlx::Error) -> Self {
        let violated = error
            .as_database_error()
            .and_then(|error| Some((error.table(), error.constraint()?)));
        match violated {
            Some(
                (Some("events"), "events_pkey")
                | (Some("events_2024"), "events_2024_pkey"),
            ) => Self::IdAtTaken,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for EventError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::IdAtTaken => f.write_str("another row has this id, at (events_pkey)"),
            Self::Sqlx(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EventError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
