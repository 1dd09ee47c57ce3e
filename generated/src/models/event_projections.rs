// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::ProjectionStatusEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Followers of the event log and how far each has got.
///
/// A row of `public.event_projections`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventProjection {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`; unique
    pub projection_name: String,
    /// `public.projection_status_enum NOT NULL DEFAULT 'running'`
    pub status: ProjectionStatusEnum,
    /// Together with last_position: the last event processed, to be handed to read_events().
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub last_log_order: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_position: i64,
    /// Events not yet processed, as of the last report.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub lag_events: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub events_processed: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: i64,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_errors: i32,
    /// `text`
    pub last_error: Option<String>,
    /// `timestamp with time zone`
    pub last_error_at: Option<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 0`
    pub recovery_attempts: i32,
    /// `timestamp with time zone`
    pub recovery_started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_processed_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for EventProjection {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            projection_name: row.column("projection_name")?,
            status: row.column("status")?,
            last_log_order: row.column("last_log_order")?,
            last_position: row.column("last_position")?,
            lag_events: row.column("lag_events")?,
            events_processed: row.column("events_processed")?,
            error_count: row.column("error_count")?,
            consecutive_errors: row.column("consecutive_errors")?,
            last_error: row.column("last_error")?,
            last_error_at: row.finite("last_error_at")?,
            recovery_attempts: row.column("recovery_attempts")?,
            recovery_started_at: row.finite("recovery_started_at")?,
            last_processed_at: row.finite("last_processed_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for EventProjection {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.event_projections`; it comes back as [`EventProjection`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEventProjection {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(128) NOT NULL`; unique
    pub projection_name: String,
    /// `public.projection_status_enum NOT NULL DEFAULT 'running'`
    pub status: OrDefault<ProjectionStatusEnum>,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_log_order: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_position: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lag_events: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub events_processed: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: OrDefault<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_errors: OrDefault<i32>,
    /// `text`
    pub last_error: Option<String>,
    /// `timestamp with time zone`
    pub last_error_at: Option<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 0`
    pub recovery_attempts: OrDefault<i32>,
    /// `timestamp with time zone`
    pub recovery_started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_processed_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewEventProjection {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(projection_name: impl Into<String>) -> Self {
        Self {
            id: OrDefault::Default,
            projection_name: projection_name.into(),
            status: OrDefault::Default,
            last_log_order: OrDefault::Default,
            last_position: OrDefault::Default,
            lag_events: OrDefault::Default,
            events_processed: OrDefault::Default,
            error_count: OrDefault::Default,
            consecutive_errors: OrDefault::Default,
            last_error: None,
            last_error_at: None,
            recovery_attempts: OrDefault::Default,
            recovery_started_at: None,
            last_processed_at: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: ProjectionStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `last_log_order`.
    #[must_use]
    pub fn with_last_log_order(mut self, last_log_order: i64) -> Self {
        self.last_log_order = OrDefault::Value(last_log_order);
        self
    }

    /// Sets `last_position`.
    #[must_use]
    pub fn with_last_position(mut self, last_position: i64) -> Self {
        self.last_position = OrDefault::Value(last_position);
        self
    }

    /// Sets `lag_events`.
    #[must_use]
    pub fn with_lag_events(mut self, lag_events: i64) -> Self {
        self.lag_events = OrDefault::Value(lag_events);
        self
    }

    /// Sets `events_processed`.
    #[must_use]
    pub fn with_events_processed(mut self, events_processed: i64) -> Self {
        self.events_processed = OrDefault::Value(events_processed);
        self
    }

    /// Sets `error_count`.
    #[must_use]
    pub fn with_error_count(mut self, error_count: i64) -> Self {
        self.error_count = OrDefault::Value(error_count);
        self
    }

    /// Sets `consecutive_errors`.
    #[must_use]
    pub fn with_consecutive_errors(mut self, consecutive_errors: i32) -> Self {
        self.consecutive_errors = OrDefault::Value(consecutive_errors);
        self
    }

    /// Sets `last_error`.
    #[must_use]
    pub fn with_last_error(mut self, last_error: impl Into<String>) -> Self {
        self.last_error = Some(last_error.into());
        self
    }

    /// Sets `last_error_at`.
    #[must_use]
    pub fn with_last_error_at(mut self, last_error_at: DateTime<Utc>) -> Self {
        self.last_error_at = Some(last_error_at);
        self
    }

    /// Sets `recovery_attempts`.
    #[must_use]
    pub fn with_recovery_attempts(mut self, recovery_attempts: i32) -> Self {
        self.recovery_attempts = OrDefault::Value(recovery_attempts);
        self
    }

    /// Sets `recovery_started_at`.
    #[must_use]
    pub fn with_recovery_started_at(
        mut self,
        recovery_started_at: DateTime<Utc>,
    ) -> Self {
        self.recovery_started_at = Some(recovery_started_at);
        self
    }

    /// Sets `last_processed_at`.
    #[must_use]
    pub fn with_last_processed_at(mut self, last_processed_at: DateTime<Utc>) -> Self {
        self.last_processed_at = Some(last_processed_at);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`EventProjection`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventProjectionPatch {
    /// `character varying(128) NOT NULL`; unique
    pub projection_name: Option<String>,
    /// `public.projection_status_enum NOT NULL DEFAULT 'running'`
    pub status: Option<ProjectionStatusEnum>,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_log_order: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_position: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub lag_events: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub events_processed: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub error_count: Option<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_errors: Option<i32>,
    /// `text`
    pub last_error: Change<String>,
    /// `timestamp with time zone`
    pub last_error_at: Change<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 0`
    pub recovery_attempts: Option<i32>,
    /// `timestamp with time zone`
    pub recovery_started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_processed_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
