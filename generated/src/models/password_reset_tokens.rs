// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

/// Password resets asked for; each can be used once, before it expires.
///
/// A row of `public.password_reset_tokens`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct PasswordResetToken {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub user_id: Uuid,
    /// `public.sha256_digest NOT NULL`
    pub token_hash: Vec<u8>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub used_at: Option<DateTime<Utc>>,
}
