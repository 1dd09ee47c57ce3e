// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::enums::UserRoleEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Accounts. Deactivated (is_active) rather than deleted once they own campaigns.
///
/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// Login name, kept as typed; unique without regard to case through users_email_lower_key.
    ///
    /// `character varying(320) NOT NULL`; `CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$')`
    pub email: String,
    /// `timestamp with time zone`
    pub email_verified_at: Option<DateTime<Utc>>,
    /// SHA-256 of the token that was mailed; the token itself is never stored.
    ///
    /// `public.sha256_digest`
    pub email_verification_token_hash: Option<Sha256Digest>,
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
    /// `integer NOT NULL DEFAULT 1`; `CHECK (password_pepper_version > 0)`
    pub password_pepper_version: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub password_changed_at: DateTime<Utc>,
    /// `boolean NOT NULL DEFAULT false`
    pub must_change_password: bool,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (failed_login_attempts >= 0)`
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

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            email: row.column("email")?,
            email_verified_at: row.finite("email_verified_at")?,
            email_verification_token_hash: row.column("email_verification_token_hash")?,
            email_verification_expires_at: row.finite("email_verification_expires_at")?,
            first_name: row.column("first_name")?,
            last_name: row.column("last_name")?,
            full_name: row.column("full_name")?,
            avatar_url: row.column("avatar_url")?,
            role: row.column("role")?,
            is_active: row.column("is_active")?,
            password_hash: row.column("password_hash")?,
            password_pepper_version: row.column("password_pepper_version")?,
            password_changed_at: row.finite("password_changed_at")?,
            must_change_password: row.column("must_change_password")?,
            failed_login_attempts: row.column("failed_login_attempts")?,
            locked_until: row.finite("locked_until")?,
            mfa_enabled: row.column("mfa_enabled")?,
            mfa_secret_encrypted: row.column("mfa_secret_encrypted")?,
            mfa_backup_codes_encrypted: row.column("mfa_backup_codes_encrypted")?,
            mfa_last_used_at: row.finite("mfa_last_used_at")?,
            last_login_at: row.finite("last_login_at")?,
            last_login_address: row.column("last_login_address")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for User {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.users`; it comes back as [`User`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(320) NOT NULL`; `CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$')`
    pub email: String,
    /// `timestamp with time zone`
    pub email_verified_at: Option<DateTime<Utc>>,
    /// `public.sha256_digest`
    pub email_verification_token_hash: Option<Sha256Digest>,
    /// `timestamp with time zone`
    pub email_verification_expires_at: Option<DateTime<Utc>>,
    /// `character varying(100) NOT NULL`
    pub first_name: String,
    /// `character varying(100) NOT NULL`
    pub last_name: String,
    /// `character varying(2048)`
    pub avatar_url: Option<String>,
    /// `public.user_role_enum NOT NULL DEFAULT 'viewer'`
    pub role: OrDefault<UserRoleEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: OrDefault<bool>,
    /// `character varying(255) NOT NULL`
    pub password_hash: String,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (password_pepper_version > 0)`
    pub password_pepper_version: OrDefault<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub password_changed_at: OrDefault<DateTime<Utc>>,
    /// `boolean NOT NULL DEFAULT false`
    pub must_change_password: OrDefault<bool>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (failed_login_attempts >= 0)`
    pub failed_login_attempts: OrDefault<i32>,
    /// `timestamp with time zone`
    pub locked_until: Option<DateTime<Utc>>,
    /// `boolean NOT NULL DEFAULT false`
    pub mfa_enabled: OrDefault<bool>,
    /// `bytea`
    pub mfa_secret_encrypted: Option<Vec<u8>>,
    /// `bytea`
    pub mfa_backup_codes_encrypted: Option<Vec<u8>>,
    /// `timestamp with time zone`
    pub mfa_last_used_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_login_at: Option<DateTime<Utc>>,
    /// `inet`
    pub last_login_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewUser {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        email: impl Into<String>,
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        password_hash: impl Into<String>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            email: email.into(),
            email_verified_at: None,
            email_verification_token_hash: None,
            email_verification_expires_at: None,
            first_name: first_name.into(),
            last_name: last_name.into(),
            avatar_url: None,
            role: OrDefault::Default,
            is_active: OrDefault::Default,
            password_hash: password_hash.into(),
            password_pepper_version: OrDefault::Default,
            password_changed_at: OrDefault::Default,
            must_change_password: OrDefault::Default,
            failed_login_attempts: OrDefault::Default,
            locked_until: None,
            mfa_enabled: OrDefault::Default,
            mfa_secret_encrypted: None,
            mfa_backup_codes_encrypted: None,
            mfa_last_used_at: None,
            last_login_at: None,
            last_login_address: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `email_verified_at`.
    #[must_use]
    pub fn with_email_verified_at(mut self, email_verified_at: DateTime<Utc>) -> Self {
        self.email_verified_at = Some(email_verified_at);
        self
    }

    /// Sets `email_verification_token_hash`.
    #[must_use]
    pub fn with_email_verification_token_hash(
        mut self,
        email_verification_token_hash: Sha256Digest,
    ) -> Self {
        self.email_verification_token_hash = Some(email_verification_token_hash);
        self
    }

    /// Sets `email_verification_expires_at`.
    #[must_use]
    pub fn with_email_verification_expires_at(
        mut self,
        email_verification_expires_at: DateTime<Utc>,
    ) -> Self {
        self.email_verification_expires_at = Some(email_verification_expires_at);
        self
    }

    /// Sets `avatar_url`.
    #[must_use]
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Sets `role`.
    #[must_use]
    pub fn with_role(mut self, role: UserRoleEnum) -> Self {
        self.role = OrDefault::Value(role);
        self
    }

    /// Sets `is_active`.
    #[must_use]
    pub fn with_is_active(mut self, is_active: bool) -> Self {
        self.is_active = OrDefault::Value(is_active);
        self
    }

    /// Sets `password_pepper_version`.
    #[must_use]
    pub fn with_password_pepper_version(mut self, password_pepper_version: i32) -> Self {
        self.password_pepper_version = OrDefault::Value(password_pepper_version);
        self
    }

    /// Sets `password_changed_at`.
    #[must_use]
    pub fn with_password_changed_at(
        mut self,
        password_changed_at: DateTime<Utc>,
    ) -> Self {
        self.password_changed_at = OrDefault::Value(password_changed_at);
        self
    }

    /// Sets `must_change_password`.
    #[must_use]
    pub fn with_must_change_password(mut self, must_change_password: bool) -> Self {
        self.must_change_password = OrDefault::Value(must_change_password);
        self
    }

    /// Sets `failed_login_attempts`.
    #[must_use]
    pub fn with_failed_login_attempts(mut self, failed_login_attempts: i32) -> Self {
        self.failed_login_attempts = OrDefault::Value(failed_login_attempts);
        self
    }

    /// Sets `locked_until`.
    #[must_use]
    pub fn with_locked_until(mut self, locked_until: DateTime<Utc>) -> Self {
        self.locked_until = Some(locked_until);
        self
    }

    /// Sets `mfa_enabled`.
    #[must_use]
    pub fn with_mfa_enabled(mut self, mfa_enabled: bool) -> Self {
        self.mfa_enabled = OrDefault::Value(mfa_enabled);
        self
    }

    /// Sets `mfa_secret_encrypted`.
    #[must_use]
    pub fn with_mfa_secret_encrypted(mut self, mfa_secret_encrypted: Vec<u8>) -> Self {
        self.mfa_secret_encrypted = Some(mfa_secret_encrypted);
        self
    }

    /// Sets `mfa_backup_codes_encrypted`.
    #[must_use]
    pub fn with_mfa_backup_codes_encrypted(
        mut self,
        mfa_backup_codes_encrypted: Vec<u8>,
    ) -> Self {
        self.mfa_backup_codes_encrypted = Some(mfa_backup_codes_encrypted);
        self
    }

    /// Sets `mfa_last_used_at`.
    #[must_use]
    pub fn with_mfa_last_used_at(mut self, mfa_last_used_at: DateTime<Utc>) -> Self {
        self.mfa_last_used_at = Some(mfa_last_used_at);
        self
    }

    /// Sets `last_login_at`.
    #[must_use]
    pub fn with_last_login_at(mut self, last_login_at: DateTime<Utc>) -> Self {
        self.last_login_at = Some(last_login_at);
        self
    }

    /// Sets `last_login_address`.
    #[must_use]
    pub fn with_last_login_address(mut self, last_login_address: IpNetwork) -> Self {
        self.last_login_address = Some(last_login_address);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch {
    /// `character varying(320) NOT NULL`; `CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$')`
    pub email: Option<String>,
    /// `timestamp with time zone`
    pub email_verified_at: Change<DateTime<Utc>>,
    /// `public.sha256_digest`
    pub email_verification_token_hash: Change<Sha256Digest>,
    /// `timestamp with time zone`
    pub email_verification_expires_at: Change<DateTime<Utc>>,
    /// `character varying(100) NOT NULL`
    pub first_name: Option<String>,
    /// `character varying(100) NOT NULL`
    pub last_name: Option<String>,
    /// `character varying(2048)`
    pub avatar_url: Change<String>,
    /// `public.user_role_enum NOT NULL DEFAULT 'viewer'`
    pub role: Option<UserRoleEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: Option<bool>,
    /// `character varying(255) NOT NULL`
    pub password_hash: Option<String>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (password_pepper_version > 0)`
    pub password_pepper_version: Option<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub password_changed_at: Option<DateTime<Utc>>,
    /// `boolean NOT NULL DEFAULT false`
    pub must_change_password: Option<bool>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (failed_login_attempts >= 0)`
    pub failed_login_attempts: Option<i32>,
    /// `timestamp with time zone`
    pub locked_until: Change<DateTime<Utc>>,
    /// `boolean NOT NULL DEFAULT false`
    pub mfa_enabled: Option<bool>,
    /// `bytea`
    pub mfa_secret_encrypted: Change<Vec<u8>>,
    /// `bytea`
    pub mfa_backup_codes_encrypted: Change<Vec<u8>>,
    /// `timestamp with time zone`
    pub mfa_last_used_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_login_at: Change<DateTime<Utc>>,
    /// `inet`
    pub last_login_address: Change<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
