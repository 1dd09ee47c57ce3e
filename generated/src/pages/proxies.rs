// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.proxies`.
//!
//! Left out:
//!
//! - pages by `proxies_check_due_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::enums::ProxyProtocolEnum;
use super::super::models::Proxy;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, name, description, protocol, host, port, username, credential_hash, ",
    "exit_address, country_code, is_enabled, health, last_checked_at, latency_ms, ",
    "success_count, failure_count, consecutive_failures, last_error, created_by, ",
    "created_at, updated_at",
    " FROM public.proxies",
);

/// A position in the order of `proxies_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = Proxy;

    const NAME: &'static str = "public.proxies by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &Proxy) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `proxies_endpoint_key`: `host, port, protocol, username`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHostAndPortAndProtocolAndUsername {
    pub host: String,
    pub port: i32,
    pub protocol: ProxyProtocolEnum,
    pub username: String,
}

impl Order for ByHostAndPortAndProtocolAndUsername {
    type Row = Proxy;

    const NAME: &'static str = "public.proxies by_host_and_port_and_protocol_and_username";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("host", "character varying"),
        Key::ascending("port", "integer"),
        Key::ascending("protocol", "public.proxy_protocol_enum"),
        Key::ascending("username", "character varying"),
    ];

    fn position(row: &Proxy) -> Self {
        Self {
            host: row.host.clone(),
            port: row.port,
            protocol: row.protocol,
            username: row.username.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.host));
        to.key(Some(self.port));
        to.key(Some(self.protocol));
        to.key(Some(&self.username));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            host: from.key()?,
            port: from.key()?,
            protocol: from.key()?,
            username: from.key()?,
        })
    }
}

/// Pages over all rows: `host, port, protocol, username`.
pub fn by_host_and_port_and_protocol_and_username() -> Pages<ByHostAndPortAndProtocolAndUsername> {
    Pages::new()
}

/// Pages over the rows with this `host`: `port, protocol, username`.
pub fn of_host_by_port_and_protocol_and_username(
    host: String,
) -> Pages<ByHostAndPortAndProtocolAndUsername> {
    Pages::new().fix(Some(host))
}

/// Pages over the rows with this `host`, `port`: `protocol, username`.
pub fn of_host_and_port_by_protocol_and_username(
    host: String,
    port: i32,
) -> Pages<ByHostAndPortAndProtocolAndUsername> {
    Pages::new().fix(Some(host)).fix(Some(port))
}

/// Pages over the rows with this `host`, `port`, `protocol`: `username`.
pub fn of_host_and_port_and_protocol_by_username(
    host: String,
    port: i32,
    protocol: ProxyProtocolEnum,
) -> Pages<ByHostAndPortAndProtocolAndUsername> {
    Pages::new().fix(Some(host)).fix(Some(port)).fix(Some(protocol))
}
