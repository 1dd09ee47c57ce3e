// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

use super::super::enums::SessionEndReasonEnum;

/// Logins in force and, until cleaned up, those that ended.
///
/// A row of `public.user_sessions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct UserSession {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub user_id: Uuid,
    /// SHA-256 of the bearer token; the token itself is never stored.
    ///
    /// `public.sha256_digest NOT NULL`
    pub token_hash: Vec<u8>,
    /// `inet NOT NULL`
    pub client_address: IpNetwork,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `character varying(128)`
    pub session_fingerprint: Option<String>,
    /// `character varying(128)`
    pub browser_fingerprint: Option<String>,
    /// `character varying(128)`
    pub device_fingerprint: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_activity_at: DateTime<Utc>,
    /// Set by a trigger when end_reason is set; NULL while the session is in force.
    ///
    /// `timestamp with time zone`
    pub ended_at: Option<DateTime<Utc>>,
    /// `public.session_end_reason_enum`
    pub end_reason: Option<SessionEndReasonEnum>,
}
