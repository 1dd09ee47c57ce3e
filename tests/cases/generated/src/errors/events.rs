// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::{is_numbered, violated};

/// What can go wrong when `public.events` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError {
    /// `events_pkey`: another row has this `id, at`. A partition made after the migrations names its own index: that arrives as [`Self::Sqlx`].
    IdAtTaken,
    /// `noted`: `public.event_notes` still refers to the row.
    ReferencedByEventNote,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for EventError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("events", "events_pkey")
            | ("events_2024", "events_2024_pkey") => Self::IdAtTaken,
            ("event_notes", "noted") => Self::ReferencedByEventNote,
            ("event_notes", name)
                if is_numbered(name, &["noted", "event_notes_event_id_event_at_fkey"]) =>
            {
                Self::ReferencedByEventNote
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for EventError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdAtTaken => "another row has this id, at (events_pkey)",
            Self::ReferencedByEventNote => {
                "public.event_notes still refers to the row (noted)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
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
