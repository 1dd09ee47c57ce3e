// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{AuthEventStatusEnum, AuthEventTypeEnum};

/// Every attempt to authenticate and every change of a credential.
///
/// A row of `public.auth_audit_logs`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct AuthAuditLog {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// NULL when the attempt named no known account, or the account was deleted since.
    ///
    /// `uuid`
    pub user_id: Option<Uuid>,
    /// `uuid`
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
    pub risk_score: Decimal,
    /// Short machine-readable marks, such as new_device or tor_exit.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub security_flags: Vec<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub details: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}
