// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

use super::super::enums::UserRoleEnum;

/// Accounts. Deactivated (is_active) rather than deleted once they own campaigns.
///
/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct User {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// Login name, kept as typed; unique without regard to case through users_email_lower_key.
    ///
    /// `character varying(320) NOT NULL`
    pub email: String,
    /// `timestamp with time zone`
    pub email_verified_at: Option<DateTime<Utc>>,
    /// SHA-256 of the token that was mailed; the token itself is never stored.
    ///
    /// `public.sha256_digest`
    pub email_verification_token_hash: Option<Vec<u8>>,
    /// `timestamp with time zone`
    pub email_verification_expires_at: Option<DateTime<Utc>>,
    /// `character varying(100) NOT NULL`
    pub first_name: String,
    /// `character varying(100) NOT NULL`
    pub last_name: String,
    /// `text NOT NULL GENERATED ALWAYS AS (btrim(first_name || ' ' || last_name)) STORED`
    pub full_name: String,
    /// `character varying(2048)`
    pub avatar_url: Option<String>,
    /// `public.user_role_enum NOT NULL DEFAULT 'viewer'`
    pub role: UserRoleEnum,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: bool,
    /// `character varying(255) NOT NULL`
    pub password_hash: String,
    /// Which server-side pepper went into password_hash, so that peppers can be rotated.
    ///
    /// `integer NOT NULL DEFAULT 1`
    pub password_pepper_version: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub password_changed_at: DateTime<Utc>,
    /// `boolean NOT NULL DEFAULT false`
    pub must_change_password: bool,
    /// `integer NOT NULL DEFAULT 0`
    pub failed_login_attempts: i32,
    /// Logins are refused until this time; NULL or past = not locked.
    ///
    /// `timestamp with time zone`
    pub locked_until: Option<DateTime<Utc>>,
    /// `boolean NOT NULL DEFAULT false`
    pub mfa_enabled: bool,
    /// TOTP secret, encrypted by the application.
    ///
    /// `bytea`
    pub mfa_secret_encrypted: Option<Vec<u8>>,
    /// Remaining backup codes, encrypted by the application as one block.
    ///
    /// `bytea`
    pub mfa_backup_codes_encrypted: Option<Vec<u8>>,
    /// `timestamp with time zone`
    pub mfa_last_used_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_login_at: Option<DateTime<Utc>>,
    /// `inet`
    pub last_login_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
