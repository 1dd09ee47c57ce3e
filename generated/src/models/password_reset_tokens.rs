// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Password resets asked for; each can be used once, before it expires.
///
/// A row of `public.password_reset_tokens`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct PasswordResetToken {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Uuid,
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Sha256Digest,
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

impl Record for PasswordResetToken {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            token_hash: row.column("token_hash")?,
            client_address: row.column("client_address")?,
            user_agent: row.column("user_agent")?,
            created_at: row.finite("created_at")?,
            expires_at: row.finite("expires_at")?,
            used_at: row.finite("used_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for PasswordResetToken {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.password_reset_tokens`; it comes back as [`PasswordResetToken`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPasswordResetToken {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Uuid,
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Sha256Digest,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub used_at: Option<DateTime<Utc>>,
}

impl NewPasswordResetToken {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        user_id: Uuid,
        token_hash: Sha256Digest,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            user_id,
            token_hash,
            client_address: None,
            user_agent: None,
            created_at: OrDefault::Default,
            expires_at,
            used_at: None,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
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

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `used_at`.
    #[must_use]
    pub fn with_used_at(mut self, used_at: DateTime<Utc>) -> Self {
        self.used_at = Some(used_at);
        self
    }
}

/// A partial update of [`PasswordResetToken`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PasswordResetTokenPatch {
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Option<Sha256Digest>,
    /// `inet`
    pub client_address: Change<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub used_at: Change<DateTime<Utc>>,
}
