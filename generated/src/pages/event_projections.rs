// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::EventProjection;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, projection_name, status, last_log_order, last_position, lag_events, ",
    "events_processed, error_count, consecutive_errors, last_error, last_error_at, ",
    "recovery_attempts, recovery_started_at, last_processed_at, created_at, ",
    "updated_at",
    " FROM public.event_projections",
);

/// A position in the order of `event_projections_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = EventProjection;

    const NAME: &'static str = "public.event_projections by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &EventProjection) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `event_projections_projection_name_key`: `projection_name`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByProjectionName {
    pub projection_name: String,
}

impl Order for ByProjectionName {
    type Row = EventProjection;

    const NAME: &'static str = "public.event_projections by_projection_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("projection_name", "character varying"),
    ];

    fn position(row: &EventProjection) -> Self {
        Self {
            projection_name: row.projection_name.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.projection_name));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            projection_name: from.key()?,
        })
    }
}

/// Pages over all rows: `projection_name`.
pub fn by_projection_name() -> Pages<ByProjectionName> {
    Pages::new()
}
