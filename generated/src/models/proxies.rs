// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

use super::super::enums::{ProxyHealthEnum, ProxyProtocolEnum};

/// Proxies that checks may go out through.
///
/// A row of `public.proxies`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
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
    /// `integer NOT NULL`
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
    /// `character(2)`
    pub country_code: Option<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `public.proxy_health_enum NOT NULL DEFAULT 'unknown'`
    pub health: ProxyHealthEnum,
    /// `timestamp with time zone`
    pub last_checked_at: Option<DateTime<Utc>>,
    /// `integer`
    pub latency_ms: Option<i32>,
    /// `bigint NOT NULL DEFAULT 0`
    pub success_count: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub failure_count: i64,
    /// `integer NOT NULL DEFAULT 0`
    pub consecutive_failures: i32,
    /// `text`
    pub last_error: Option<String>,
    /// `uuid`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
