// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Events of all aggregates; append-only, held by a trigger (SQLSTATE SC010).
///
/// A row of `public.event_store`; primary key: `global_position`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventStore {
    /// Place in the log; events of one aggregate are in order of their versions. Not in order of commit: follow the log with read_events(), which never skips an event that commits late.
    ///
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub global_position: i64,
    /// Orders the log for readers, together with global_position: the 64-bit id of the writing transaction, or that of the aggregate's event before, if greater, so that events of one aggregate stay in order. Set by a trigger; bigint rather than xid8 for the sake of drivers. A cluster that this table is restored into must have its transaction counter past the greatest value.
    ///
    /// `bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`
    pub log_order: i64,
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`; unique
    pub event_id: Uuid,
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// Version of the aggregate that the event leads to, from 1. 0 on insert asks the trigger for the next one; another value must be the next one (SQLSTATE SC007).
    ///
    /// `integer NOT NULL DEFAULT 0`; `CHECK (event_version > 0)`
    pub event_version: i32,
    /// `character varying(200) NOT NULL`
    pub event_type: String,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(metadata) = 'object')`
    pub metadata: serde_json::Value,
    /// event_id of the event, or id of the command, that caused this one.
    ///
    /// `uuid`
    pub causation_id: Option<Uuid>,
    /// Shared by everything that one request set off.
    ///
    /// `uuid`
    pub correlation_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for EventStore {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            global_position: row.column("global_position")?,
            log_order: row.column("log_order")?,
            event_id: row.column("event_id")?,
            aggregate_type: row.column("aggregate_type")?,
            aggregate_id: row.column("aggregate_id")?,
            event_version: row.column("event_version")?,
            event_type: row.column("event_type")?,
            event_data: row.column("event_data")?,
            metadata: row.column("metadata")?,
            causation_id: row.column("causation_id")?,
            correlation_id: row.column("correlation_id")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for EventStore {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.event_store`; it comes back as [`EventStore`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEventStore {
    /// `bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`
    pub log_order: OrDefault<i64>,
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`; unique
    pub event_id: OrDefault<Uuid>,
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (event_version > 0)`
    pub event_version: OrDefault<i32>,
    /// `character varying(200) NOT NULL`
    pub event_type: String,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(metadata) = 'object')`
    pub metadata: OrDefault<serde_json::Value>,
    /// `uuid`
    pub causation_id: Option<Uuid>,
    /// `uuid`
    pub correlation_id: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewEventStore {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        aggregate_type: impl Into<String>,
        aggregate_id: Uuid,
        event_type: impl Into<String>,
        event_data: serde_json::Value,
    ) -> Self {
        Self {
            log_order: OrDefault::Default,
            event_id: OrDefault::Default,
            aggregate_type: aggregate_type.into(),
            aggregate_id,
            event_version: OrDefault::Default,
            event_type: event_type.into(),
            event_data,
            metadata: OrDefault::Default,
            causation_id: None,
            correlation_id: None,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `log_order`.
    #[must_use]
    pub fn with_log_order(mut self, log_order: i64) -> Self {
        self.log_order = OrDefault::Value(log_order);
        self
    }

    /// Sets `event_id`.
    #[must_use]
    pub fn with_event_id(mut self, event_id: Uuid) -> Self {
        self.event_id = OrDefault::Value(event_id);
        self
    }

    /// Sets `event_version`.
    #[must_use]
    pub fn with_event_version(mut self, event_version: i32) -> Self {
        self.event_version = OrDefault::Value(event_version);
        self
    }

    /// Sets `metadata`.
    #[must_use]
    pub fn with_metadata(mut self, metadata: serde_json::Value) -> Self {
        self.metadata = OrDefault::Value(metadata);
        self
    }

    /// Sets `causation_id`.
    #[must_use]
    pub fn with_causation_id(mut self, causation_id: Uuid) -> Self {
        self.causation_id = Some(causation_id);
        self
    }

    /// Sets `correlation_id`.
    #[must_use]
    pub fn with_correlation_id(mut self, correlation_id: Uuid) -> Self {
        self.correlation_id = Some(correlation_id);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`EventStore`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventStorePatch {
    /// `bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`
    pub log_order: Option<i64>,
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`; unique
    pub event_id: Option<Uuid>,
    /// `character varying(100) NOT NULL`
    pub aggregate_type: Option<String>,
    /// `uuid NOT NULL`
    pub aggregate_id: Option<Uuid>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (event_version > 0)`
    pub event_version: Option<i32>,
    /// `character varying(200) NOT NULL`
    pub event_type: Option<String>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: Option<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(metadata) = 'object')`
    pub metadata: Option<serde_json::Value>,
    /// `uuid`
    pub causation_id: Change<Uuid>,
    /// `uuid`
    pub correlation_id: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
