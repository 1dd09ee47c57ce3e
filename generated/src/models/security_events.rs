// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Score;
use super::super::enums::{
    SecurityEventStatusEnum, SecurityEventTypeEnum, SecuritySeverityEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Things that somebody should look into.
///
/// A row of `public.security_events`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
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
    pub risk_score: Score,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Option<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `inet`
    pub source_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `text NOT NULL`
    pub description: String,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: serde_json::Value,
    /// `timestamp with time zone`
    pub resolved_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub resolved_by: Option<Uuid>,
    /// `text`
    pub resolution: Option<String>,
    /// `integer NOT NULL DEFAULT 365`; `CHECK (retention_days BETWEEN 1 AND 3660)`
    pub retention_days: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// First day (UTC) on which the event may be purged, if it is no longer open.
    ///
    /// `date NOT NULL GENERATED ALWAYS AS (((created_at AT TIME ZONE 'UTC')::date) + retention_days + 1) STORED`
    pub purge_on: NaiveDate,
}

impl Record for SecurityEvent {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            event_type: row.column("event_type")?,
            severity: row.column("severity")?,
            status: row.column("status")?,
            risk_score: row.column("risk_score")?,
            user_id: row.column("user_id")?,
            session_id: row.column("session_id")?,
            campaign_id: row.column("campaign_id")?,
            source_address: row.column("source_address")?,
            user_agent: row.column("user_agent")?,
            description: row.column("description")?,
            details: row.column("details")?,
            resolved_at: row.finite("resolved_at")?,
            resolved_by: row.column("resolved_by")?,
            resolution: row.column("resolution")?,
            retention_days: row.column("retention_days")?,
            created_at: row.finite("created_at")?,
            purge_on: row.finite("purge_on")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for SecurityEvent {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.security_events`; it comes back as [`SecurityEvent`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewSecurityEvent {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `public.security_event_type_enum NOT NULL`
    pub event_type: SecurityEventTypeEnum,
    /// `public.security_severity_enum NOT NULL`
    pub severity: SecuritySeverityEnum,
    /// `public.security_event_status_enum NOT NULL DEFAULT 'open'`
    pub status: OrDefault<SecurityEventStatusEnum>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: OrDefault<Score>,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Option<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `inet`
    pub source_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `text NOT NULL`
    pub description: String,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: OrDefault<serde_json::Value>,
    /// `timestamp with time zone`
    pub resolved_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub resolved_by: Option<Uuid>,
    /// `text`
    pub resolution: Option<String>,
    /// `integer NOT NULL DEFAULT 365`; `CHECK (retention_days BETWEEN 1 AND 3660)`
    pub retention_days: OrDefault<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewSecurityEvent {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        event_type: SecurityEventTypeEnum,
        severity: SecuritySeverityEnum,
        description: impl Into<String>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            event_type,
            severity,
            status: OrDefault::Default,
            risk_score: OrDefault::Default,
            user_id: None,
            session_id: None,
            campaign_id: None,
            source_address: None,
            user_agent: None,
            description: description.into(),
            details: OrDefault::Default,
            resolved_at: None,
            resolved_by: None,
            resolution: None,
            retention_days: OrDefault::Default,
            created_at: OrDefault::Default,
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
    pub fn with_status(mut self, status: SecurityEventStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `risk_score`.
    #[must_use]
    pub fn with_risk_score(mut self, risk_score: Score) -> Self {
        self.risk_score = OrDefault::Value(risk_score);
        self
    }

    /// Sets `user_id`.
    #[must_use]
    pub fn with_user_id(mut self, user_id: Uuid) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Sets `session_id`.
    #[must_use]
    pub fn with_session_id(mut self, session_id: Uuid) -> Self {
        self.session_id = Some(session_id);
        self
    }

    /// Sets `campaign_id`.
    #[must_use]
    pub fn with_campaign_id(mut self, campaign_id: Uuid) -> Self {
        self.campaign_id = Some(campaign_id);
        self
    }

    /// Sets `source_address`.
    #[must_use]
    pub fn with_source_address(mut self, source_address: IpNetwork) -> Self {
        self.source_address = Some(source_address);
        self
    }

    /// Sets `user_agent`.
    #[must_use]
    pub fn with_user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sets `details`.
    #[must_use]
    pub fn with_details(mut self, details: serde_json::Value) -> Self {
        self.details = OrDefault::Value(details);
        self
    }

    /// Sets `resolved_at`.
    #[must_use]
    pub fn with_resolved_at(mut self, resolved_at: DateTime<Utc>) -> Self {
        self.resolved_at = Some(resolved_at);
        self
    }

    /// Sets `resolved_by`.
    #[must_use]
    pub fn with_resolved_by(mut self, resolved_by: Uuid) -> Self {
        self.resolved_by = Some(resolved_by);
        self
    }

    /// Sets `resolution`.
    #[must_use]
    pub fn with_resolution(mut self, resolution: impl Into<String>) -> Self {
        self.resolution = Some(resolution.into());
        self
    }

    /// Sets `retention_days`.
    #[must_use]
    pub fn with_retention_days(mut self, retention_days: i32) -> Self {
        self.retention_days = OrDefault::Value(retention_days);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`SecurityEvent`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SecurityEventPatch {
    /// `public.security_event_type_enum NOT NULL`
    pub event_type: Option<SecurityEventTypeEnum>,
    /// `public.security_severity_enum NOT NULL`
    pub severity: Option<SecuritySeverityEnum>,
    /// `public.security_event_status_enum NOT NULL DEFAULT 'open'`
    pub status: Option<SecurityEventStatusEnum>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Option<Score>,
    /// `uuid`; refers to `public.users`
    pub user_id: Change<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Change<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Change<Uuid>,
    /// `inet`
    pub source_address: Change<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Change<String>,
    /// `text NOT NULL`
    pub description: Option<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub resolved_at: Change<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub resolved_by: Change<Uuid>,
    /// `text`
    pub resolution: Change<String>,
    /// `integer NOT NULL DEFAULT 365`; `CHECK (retention_days BETWEEN 1 AND 3660)`
    pub retention_days: Option<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
