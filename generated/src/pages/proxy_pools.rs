// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::ProxyPool;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, name, description, strategy, is_enabled, health_check_enabled, ",
    "health_check_url, health_check_interval_seconds, health_check_timeout_seconds, ",
    "max_consecutive_failures, created_by, created_at, updated_at",
    " FROM public.proxy_pools",
);

/// A position in the order of `proxy_pools_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = ProxyPool;

    const NAME: &'static str = "public.proxy_pools by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ProxyPool) -> Self {
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

/// A position in the order of `proxy_pools_name_key`: `name`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByName {
    pub name: String,
}

impl Order for ByName {
    type Row = ProxyPool;

    const NAME: &'static str = "public.proxy_pools by_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("name", "character varying"),
    ];

    fn position(row: &ProxyPool) -> Self {
        Self {
            name: row.name.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.name));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            name: from.key()?,
        })
    }
}

/// Pages over all rows: `name`.
pub fn by_name() -> Pages<ByName> {
    Pages::new()
}
