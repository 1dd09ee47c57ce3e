// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Head of each aggregate's stream. Its row lock is what makes two appends to one aggregate take turns.
///
/// A row of `public.event_streams`; primary key: `aggregate_type`, `aggregate_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct EventStream {
    /// `character varying(100) NOT NULL`
    pub aggregate_type: String,
    /// `uuid NOT NULL`
    pub aggregate_id: Uuid,
    /// `integer NOT NULL`
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
