// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{ProxyHealthEnum, ProxyProtocolEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Proxies that checks may go out through.
///
/// A row of `public.proxies`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Proxy {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `public.proxy_protocol_enum NOT NULL`
    pub protocol: ProxyProtocolEnum,
    /// Name or address that the proxy is reached at.
    ///
    /// `character varying(253) NOT NULL`
    pub host: String,
    /// `integer NOT NULL`; `CHECK (port BETWEEN 1 AND 65535)`
    pub port: i32,
    /// Empty = no login. Part of the key: one endpoint may serve several accounts.
    ///
    /// `character varying(255) NOT NULL DEFAULT ''`
    pub username: String,
    /// Hash of the password, to tell whether it changed; the password itself is kept in the secret store.
    ///
    /// `character varying(255)`
    pub credential_hash: Option<String>,
    /// Address that targets see.
    ///
    /// `inet`
    pub exit_address: Option<IpNetwork>,
    /// ISO 3166-1 alpha-2, of the exit address.
    ///
    /// `character(2)`; `CHECK (country_code ~ '^[A-Z]{2}$')`
    pub country_code: Option<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `public.proxy_health_enum NOT NULL DEFAULT 'unknown'`
    pub health: ProxyHealthEnum,
    /// `timestamp with time zone`
    pub last_checked_at: Option<DateTime<Utc>>,
    /// `integer`; `CHECK (latency_ms >= 0)`
    pub latency_ms: Option<i32>,
    /// `bigint NOT NULL DEFAULT 0`
    pub success_count: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub failure_count: i64,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_failures: i32,
    /// `text`
    pub last_error: Option<String>,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for Proxy {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            description: row.column("description")?,
            protocol: row.column("protocol")?,
            host: row.column("host")?,
            port: row.column("port")?,
            username: row.column("username")?,
            credential_hash: row.column("credential_hash")?,
            exit_address: row.column("exit_address")?,
            country_code: row.column("country_code")?,
            is_enabled: row.column("is_enabled")?,
            health: row.column("health")?,
            last_checked_at: row.finite("last_checked_at")?,
            latency_ms: row.column("latency_ms")?,
            success_count: row.column("success_count")?,
            failure_count: row.column("failure_count")?,
            consecutive_failures: row.column("consecutive_failures")?,
            last_error: row.column("last_error")?,
            created_by: row.column("created_by")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Proxy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.proxies`; it comes back as [`Proxy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewProxy {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `public.proxy_protocol_enum NOT NULL`
    pub protocol: ProxyProtocolEnum,
    /// `character varying(253) NOT NULL`
    pub host: String,
    /// `integer NOT NULL`; `CHECK (port BETWEEN 1 AND 65535)`
    pub port: i32,
    /// `character varying(255) NOT NULL DEFAULT ''`
    pub username: OrDefault<String>,
    /// `character varying(255)`
    pub credential_hash: Option<String>,
    /// `inet`
    pub exit_address: Option<IpNetwork>,
    /// `character(2)`; `CHECK (country_code ~ '^[A-Z]{2}$')`
    pub country_code: Option<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: OrDefault<bool>,
    /// `public.proxy_health_enum NOT NULL DEFAULT 'unknown'`
    pub health: OrDefault<ProxyHealthEnum>,
    /// `timestamp with time zone`
    pub last_checked_at: Option<DateTime<Utc>>,
    /// `integer`; `CHECK (latency_ms >= 0)`
    pub latency_ms: Option<i32>,
    /// `bigint NOT NULL DEFAULT 0`
    pub success_count: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub failure_count: OrDefault<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_failures: OrDefault<i32>,
    /// `text`
    pub last_error: Option<String>,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewProxy {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        protocol: ProxyProtocolEnum,
        host: impl Into<String>,
        port: i32,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            description: None,
            protocol,
            host: host.into(),
            port,
            username: OrDefault::Default,
            credential_hash: None,
            exit_address: None,
            country_code: None,
            is_enabled: OrDefault::Default,
            health: OrDefault::Default,
            last_checked_at: None,
            latency_ms: None,
            success_count: OrDefault::Default,
            failure_count: OrDefault::Default,
            consecutive_failures: OrDefault::Default,
            last_error: None,
            created_by: None,
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

    /// Sets `description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `username`.
    #[must_use]
    pub fn with_username(mut self, username: impl Into<String>) -> Self {
        self.username = OrDefault::Value(username.into());
        self
    }

    /// Sets `credential_hash`.
    #[must_use]
    pub fn with_credential_hash(mut self, credential_hash: impl Into<String>) -> Self {
        self.credential_hash = Some(credential_hash.into());
        self
    }

    /// Sets `exit_address`.
    #[must_use]
    pub fn with_exit_address(mut self, exit_address: IpNetwork) -> Self {
        self.exit_address = Some(exit_address);
        self
    }

    /// Sets `country_code`.
    #[must_use]
    pub fn with_country_code(mut self, country_code: impl Into<String>) -> Self {
        self.country_code = Some(country_code.into());
        self
    }

    /// Sets `is_enabled`.
    #[must_use]
    pub fn with_is_enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = OrDefault::Value(is_enabled);
        self
    }

    /// Sets `health`.
    #[must_use]
    pub fn with_health(mut self, health: ProxyHealthEnum) -> Self {
        self.health = OrDefault::Value(health);
        self
    }

    /// Sets `last_checked_at`.
    #[must_use]
    pub fn with_last_checked_at(mut self, last_checked_at: DateTime<Utc>) -> Self {
        self.last_checked_at = Some(last_checked_at);
        self
    }

    /// Sets `latency_ms`.
    #[must_use]
    pub fn with_latency_ms(mut self, latency_ms: i32) -> Self {
        self.latency_ms = Some(latency_ms);
        self
    }

    /// Sets `success_count`.
    #[must_use]
    pub fn with_success_count(mut self, success_count: i64) -> Self {
        self.success_count = OrDefault::Value(success_count);
        self
    }

    /// Sets `failure_count`.
    #[must_use]
    pub fn with_failure_count(mut self, failure_count: i64) -> Self {
        self.failure_count = OrDefault::Value(failure_count);
        self
    }

    /// Sets `consecutive_failures`.
    #[must_use]
    pub fn with_consecutive_failures(mut self, consecutive_failures: i32) -> Self {
        self.consecutive_failures = OrDefault::Value(consecutive_failures);
        self
    }

    /// Sets `last_error`.
    #[must_use]
    pub fn with_last_error(mut self, last_error: impl Into<String>) -> Self {
        self.last_error = Some(last_error.into());
        self
    }

    /// Sets `created_by`.
    #[must_use]
    pub fn with_created_by(mut self, created_by: Uuid) -> Self {
        self.created_by = Some(created_by);
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

/// A partial update of [`Proxy`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProxyPatch {
    /// `character varying(255) NOT NULL`
    pub name: Option<String>,
    /// `text`
    pub description: Change<String>,
    /// `public.proxy_protocol_enum NOT NULL`
    pub protocol: Option<ProxyProtocolEnum>,
    /// `character varying(253) NOT NULL`
    pub host: Option<String>,
    /// `integer NOT NULL`; `CHECK (port BETWEEN 1 AND 65535)`
    pub port: Option<i32>,
    /// `character varying(255) NOT NULL DEFAULT ''`
    pub username: Option<String>,
    /// `character varying(255)`
    pub credential_hash: Change<String>,
    /// `inet`
    pub exit_address: Change<IpNetwork>,
    /// `character(2)`; `CHECK (country_code ~ '^[A-Z]{2}$')`
    pub country_code: Change<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: Option<bool>,
    /// `public.proxy_health_enum NOT NULL DEFAULT 'unknown'`
    pub health: Option<ProxyHealthEnum>,
    /// `timestamp with time zone`
    pub last_checked_at: Change<DateTime<Utc>>,
    /// `integer`; `CHECK (latency_ms >= 0)`
    pub latency_ms: Change<i32>,
    /// `bigint NOT NULL DEFAULT 0`
    pub success_count: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub failure_count: Option<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_failures: Option<i32>,
    /// `text`
    pub last_error: Change<String>,
    /// `uuid`; refers to `public.users`
    pub created_by: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
