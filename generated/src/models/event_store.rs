// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Events of all aggregates; append-only, held by a trigger (SQLSTATE SC010).
///
/// A row of `public.event_store`; primary key: `global_position`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct EventStore {
    /// Place in the log; events of one aggregate are in order of their versions. Not in order of commit: follow the log with read_events(), which never skips an event that commits late.
    ///
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub global_position: i64,
    /// Orders the log for readers, together with global_position: the 64-bit id of the writing transaction, or that of the aggregate's event before, if greater, so that events of one aggregate stay in order. Set by a trigger; bigint rather than xid8 for the sake of drivers. A cluster that this table is restored into must have its transaction counter past the greatest value.
    ///
    /// `bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`
    pub log_order: i64,
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub event_id: Uuid,
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// Version of the aggregate that the event leads to, from 1. 0 on insert asks the trigger for the next one; another value must be the next one (SQLSTATE SC007).
    ///
    /// `integer NOT NULL DEFAULT 0`
    pub event_version: i32,
    /// `character varying(200) NOT NULL`
    pub event_type: String,
    /// `jsonb NOT NULL`
    pub event_data: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`
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
