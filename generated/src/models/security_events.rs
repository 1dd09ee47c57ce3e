// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{
    SecurityEventStatusEnum, SecurityEventTypeEnum, SecuritySeverityEnum,
};

/// Things that somebody should look into.
///
/// A row of `public.security_events`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct SecurityEvent {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `public.security_event_type_enum NOT NULL`
    pub event_type: SecurityEventTypeEnum,
    /// `public.security_severity_enum NOT NULL`
    pub severity: SecuritySeverityEnum,
    /// `public.security_event_status_enum NOT NULL DEFAULT 'open'`
    pub status: SecurityEventStatusEnum,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Decimal,
    /// `uuid`
    pub user_id: Option<Uuid>,
    /// `uuid`
    pub session_id: Option<Uuid>,
    /// `uuid`
    pub campaign_id: Option<Uuid>,
    /// `inet`
    pub source_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `text NOT NULL`
    pub description: String,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub details: serde_json::Value,
    /// `timestamp with time zone`
    pub resolved_at: Option<DateTime<Utc>>,
    /// `uuid`
    pub resolved_by: Option<Uuid>,
    /// `text`
    pub resolution: Option<String>,
    /// `integer NOT NULL DEFAULT 365`
    pub retention_days: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// First day (UTC) on which the event may be purged, if it is no longer open.
    ///
    /// `date NOT NULL GENERATED ALWAYS AS (((created_at AT TIME ZONE 'UTC')::date) + retention_days + 1) STORED`
    pub purge_on: NaiveDate,
}
