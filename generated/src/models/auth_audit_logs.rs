// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Score;
use super::super::enums::{AuthEventStatusEnum, AuthEventTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Every attempt to authenticate and every change of a credential.
///
/// A row of `public.auth_audit_logs`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthAuditLog {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// NULL when the attempt named no known account, or the account was deleted since.
    ///
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Option<Uuid>,
    /// `public.auth_event_type_enum NOT NULL`
    pub event_type: AuthEventTypeEnum,
    /// `public.auth_event_status_enum NOT NULL`
    pub event_status: AuthEventStatusEnum,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `character varying(128)`
    pub session_fingerprint: Option<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Score,
    /// Short machine-readable marks, such as new_device or tor_exit.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub security_flags: Vec<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for AuthAuditLog {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            session_id: row.column("session_id")?,
            event_type: row.column("event_type")?,
            event_status: row.column("event_status")?,
            client_address: row.column("client_address")?,
            user_agent: row.column("user_agent")?,
            session_fingerprint: row.column("session_fingerprint")?,
            risk_score: row.column("risk_score")?,
            security_flags: row.column("security_flags")?,
            details: row.column("details")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AuthAuditLog {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.auth_audit_logs`; it comes back as [`AuthAuditLog`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewAuthAuditLog {
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Option<Uuid>,
    /// `public.auth_event_type_enum NOT NULL`
    pub event_type: AuthEventTypeEnum,
    /// `public.auth_event_status_enum NOT NULL`
    pub event_status: AuthEventStatusEnum,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `character varying(128)`
    pub session_fingerprint: Option<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: OrDefault<Score>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub security_flags: OrDefault<Vec<String>>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: OrDefault<serde_json::Value>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewAuthAuditLog {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        event_type: AuthEventTypeEnum,
        event_status: AuthEventStatusEnum,
    ) -> Self {
        Self {
            user_id: None,
            session_id: None,
            event_type,
            event_status,
            client_address: None,
            user_agent: None,
            session_fingerprint: None,
            risk_score: OrDefault::Default,
            security_flags: OrDefault::Default,
            details: OrDefault::Default,
            created_at: OrDefault::Default,
        }
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

    /// Sets `client_address`.
    #[must_use]
    pub fn with_client_address(mut self, client_address: IpNetwork) -> Self {
        self.client_address = Some(client_address);
        self
    }

    /// Sets `user_agent`.
    #[must_use]
    pub fn with_user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sets `session_fingerprint`.
    #[must_use]
    pub fn with_session_fingerprint(
        mut self,
        session_fingerprint: impl Into<String>,
    ) -> Self {
        self.session_fingerprint = Some(session_fingerprint.into());
        self
    }

    /// Sets `risk_score`.
    #[must_use]
    pub fn with_risk_score(mut self, risk_score: Score) -> Self {
        self.risk_score = OrDefault::Value(risk_score);
        self
    }

    /// Sets `security_flags`.
    #[must_use]
    pub fn with_security_flags(mut self, security_flags: Vec<String>) -> Self {
        self.security_flags = OrDefault::Value(security_flags);
        self
    }

    /// Sets `details`.
    #[must_use]
    pub fn with_details(mut self, details: serde_json::Value) -> Self {
        self.details = OrDefault::Value(details);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`AuthAuditLog`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuthAuditLogPatch {
    /// `uuid`; refers to `public.users`
    pub user_id: Change<Uuid>,
    /// `uuid`; refers to `public.user_sessions`
    pub session_id: Change<Uuid>,
    /// `public.auth_event_type_enum NOT NULL`
    pub event_type: Option<AuthEventTypeEnum>,
    /// `public.auth_event_status_enum NOT NULL`
    pub event_status: Option<AuthEventStatusEnum>,
    /// `inet`
    pub client_address: Change<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Change<String>,
    /// `character varying(128)`
    pub session_fingerprint: Change<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Option<Score>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub security_flags: Option<Vec<String>>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(details) = 'object')`
    pub details: Option<serde_json::Value>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
