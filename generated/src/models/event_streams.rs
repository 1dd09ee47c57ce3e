// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Head of each aggregate's stream. Its row lock is what makes two appends to one aggregate take turns.
///
/// A row of `public.event_streams`; primary key: `aggregate_type`, `aggregate_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventStream {
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// `integer NOT NULL`; `CHECK (current_version > 0)`
    pub current_version: i32,
    /// event_store.log_order of the latest event.
    ///
    /// `bigint NOT NULL`
    pub log_order: i64,
    /// event_store.global_position of the latest event.
    ///
    /// `bigint NOT NULL`
    pub last_position: i64,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for EventStream {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            aggregate_type: row.column("aggregate_type")?,
            aggregate_id: row.column("aggregate_id")?,
            current_version: row.column("current_version")?,
            log_order: row.column("log_order")?,
            last_position: row.column("last_position")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for EventStream {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.event_streams`; it comes back as [`EventStream`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEventStream {
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// `integer NOT NULL`; `CHECK (current_version > 0)`
    pub current_version: i32,
    /// `bigint NOT NULL`
    pub log_order: i64,
    /// `bigint NOT NULL`
    pub last_position: i64,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewEventStream {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        aggregate_type: impl Into<String>,
        aggregate_id: Uuid,
        current_version: i32,
        log_order: i64,
        last_position: i64,
    ) -> Self {
        Self {
            aggregate_type: aggregate_type.into(),
            aggregate_id,
            current_version,
            log_order,
            last_position,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`EventStream`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventStreamPatch {
    /// `integer NOT NULL`; `CHECK (current_version > 0)`
    pub current_version: Option<i32>,
    /// `bigint NOT NULL`
    pub log_order: Option<i64>,
    /// `bigint NOT NULL`
    pub last_position: Option<i64>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
