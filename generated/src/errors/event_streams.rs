// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.event_streams` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventStreamError {
    /// `event_streams_pkey`: another row has this `aggregate_type, aggregate_id`.
    AggregateTypeAggregateIdTaken,
    /// `event_streams_current_version_check`: `CHECK (current_version > 0)`.
    CurrentVersionInvalid,
    /// `event_store_stream_fkey`: `public.event_store` still refers to the row.
    ReferencedByEventStore,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for EventStreamError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("event_streams", "event_streams_pkey") => {
                Self::AggregateTypeAggregateIdTaken
            }
            ("event_streams", "event_streams_current_version_check") => {
                Self::CurrentVersionInvalid
            }
            ("event_store", "event_store_stream_fkey") => Self::ReferencedByEventStore,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for EventStreamError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::AggregateTypeAggregateIdTaken => {
                "another row has this aggregate_type, aggregate_id (event_streams_pkey)"
            }
            Self::CurrentVersionInvalid => {
                "a value is against event_streams_current_version_check"
            }
            Self::ReferencedByEventStore => {
                "public.event_store still refers to the row (event_store_stream_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for EventStreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
