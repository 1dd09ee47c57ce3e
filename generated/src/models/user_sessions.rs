// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::enums::SessionEndReasonEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Logins in force and, until cleaned up, those that ended.
///
/// A row of `public.user_sessions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserSession {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Uuid,
    /// SHA-256 of the bearer token; the token itself is never stored.
    ///
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Sha256Digest,
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

impl Record for UserSession {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            token_hash: row.column("token_hash")?,
            client_address: row.column("client_address")?,
            user_agent: row.column("user_agent")?,
            session_fingerprint: row.column("session_fingerprint")?,
            browser_fingerprint: row.column("browser_fingerprint")?,
            device_fingerprint: row.column("device_fingerprint")?,
            created_at: row.finite("created_at")?,
            expires_at: row.finite("expires_at")?,
            last_activity_at: row.finite("last_activity_at")?,
            ended_at: row.finite("ended_at")?,
            end_reason: row.column("end_reason")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for UserSession {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.user_sessions`; it comes back as [`UserSession`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUserSession {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Uuid,
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Sha256Digest,
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
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_activity_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub ended_at: Option<DateTime<Utc>>,
    /// `public.session_end_reason_enum`
    pub end_reason: Option<SessionEndReasonEnum>,
}

impl NewUserSession {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        user_id: Uuid,
        token_hash: Sha256Digest,
        client_address: IpNetwork,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            user_id,
            token_hash,
            client_address,
            user_agent: None,
            session_fingerprint: None,
            browser_fingerprint: None,
            device_fingerprint: None,
            created_at: OrDefault::Default,
            expires_at,
            last_activity_at: OrDefault::Default,
            ended_at: None,
            end_reason: None,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
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

    /// Sets `browser_fingerprint`.
    #[must_use]
    pub fn with_browser_fingerprint(
        mut self,
        browser_fingerprint: impl Into<String>,
    ) -> Self {
        self.browser_fingerprint = Some(browser_fingerprint.into());
        self
    }

    /// Sets `device_fingerprint`.
    #[must_use]
    pub fn with_device_fingerprint(
        mut self,
        device_fingerprint: impl Into<String>,
    ) -> Self {
        self.device_fingerprint = Some(device_fingerprint.into());
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `last_activity_at`.
    #[must_use]
    pub fn with_last_activity_at(mut self, last_activity_at: DateTime<Utc>) -> Self {
        self.last_activity_at = OrDefault::Value(last_activity_at);
        self
    }

    /// Sets `ended_at`.
    #[must_use]
    pub fn with_ended_at(mut self, ended_at: DateTime<Utc>) -> Self {
        self.ended_at = Some(ended_at);
        self
    }

    /// Sets `end_reason`.
    #[must_use]
    pub fn with_end_reason(mut self, end_reason: SessionEndReasonEnum) -> Self {
        self.end_reason = Some(end_reason);
        self
    }
}

/// A partial update of [`UserSession`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserSessionPatch {
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `public.sha256_digest NOT NULL`; unique
    pub token_hash: Option<Sha256Digest>,
    /// `inet NOT NULL`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Change<String>,
    /// `character varying(128)`
    pub session_fingerprint: Change<String>,
    /// `character varying(128)`
    pub browser_fingerprint: Change<String>,
    /// `character varying(128)`
    pub device_fingerprint: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_activity_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub ended_at: Change<DateTime<Utc>>,
    /// `public.session_end_reason_enum`
    pub end_reason: Change<SessionEndReasonEnum>,
}
