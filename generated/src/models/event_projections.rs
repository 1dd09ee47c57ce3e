// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::ProjectionStatusEnum;

/// Followers of the event log and how far each has got.
///
/// A row of `public.event_projections`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct EventProjection {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`
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
