// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.event_store` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventStoreError {
    /// `event_store_pkey`: another row has this `global_position`.
    GlobalPositionTaken,
    /// `event_store_event_id_key`: another row has this `event_id`.
    EventIdTaken,
    /// `event_store_aggregate_version_key`: another row has this `aggregate_type, aggregate_id, event_version`.
    AggregateVersionTaken,
    /// `event_store_event_data_check`: `CHECK (jsonb_typeof(event_data) = 'object')`.
    EventDataInvalid,
    /// `event_store_metadata_check`: `CHECK (jsonb_typeof(metadata) = 'object')`.
    MetadataInvalid,
    /// `event_store_event_version_check`: `CHECK (event_version > 0)`.
    EventVersionInvalid,
    /// `event_store_stream_fkey`: `public.event_streams` has no row for `aggregate_type, aggregate_id`.
    StreamNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for EventStoreError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("event_store", "event_store_pkey") => Self::GlobalPositionTaken,
            ("event_store", "event_store_event_id_key") => Self::EventIdTaken,
            ("event_store", "event_store_aggregate_version_key") => {
                Self::AggregateVersionTaken
            }
            ("event_store", "event_store_event_data_check") => Self::EventDataInvalid,
            ("event_store", "event_store_metadata_check") => Self::MetadataInvalid,
            ("event_store", "event_store_event_version_check") => {
                Self::EventVersionInvalid
            }
            ("event_store", "event_store_stream_fkey") => Self::StreamNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for EventStoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::GlobalPositionTaken => {
                "another row has this global_position (event_store_pkey)"
            }
            Self::EventIdTaken => {
                "another row has this event_id (event_store_event_id_key)"
            }
            Self::AggregateVersionTaken => {
                "another row has this aggregate_type, aggregate_id, event_version (event_store_aggregate_version_key)"
            }
            Self::EventDataInvalid => "a value is against event_store_event_data_check",
            Self::MetadataInvalid => "a value is against event_store_metadata_check",
            Self::EventVersionInvalid => {
                "a value is against event_store_event_version_check"
            }
            Self::StreamNotFound => {
                "public.event_streams has no row for aggregate_type, aggregate_id (event_store_stream_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for EventStoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
