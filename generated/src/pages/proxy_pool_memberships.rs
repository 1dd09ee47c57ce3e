// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::ProxyPoolMembership;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT pool_id, proxy_id, weight, is_active, added_at",
    " FROM public.proxy_pool_memberships",
);

/// A position in the order of `proxy_pool_memberships_pkey`: `pool_id, proxy_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPoolIdAndProxyId {
    pub pool_id: Uuid,
    pub proxy_id: Uuid,
}

impl Order for ByPoolIdAndProxyId {
    type Row = ProxyPoolMembership;

    const NAME: &'static str = "public.proxy_pool_memberships by_pool_id_and_proxy_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("pool_id", "uuid"),
        Key::ascending("proxy_id", "uuid"),
    ];

    fn position(row: &ProxyPoolMembership) -> Self {
        Self {
            pool_id: row.pool_id,
            proxy_id: row.proxy_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.pool_id));
        to.key(Some(self.proxy_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            pool_id: from.key()?,
            proxy_id: from.key()?,
        })
    }
}

/// Pages over all rows: `pool_id, proxy_id`.
pub fn by_pool_id_and_proxy_id() -> Pages<ByPoolIdAndProxyId> {
    Pages::new()
}

/// Pages over the rows with this `pool_id`: `proxy_id`.
pub fn of_pool_id_by_proxy_id(pool_id: Uuid) -> Pages<ByPoolIdAndProxyId> {
    Pages::new().fix(Some(pool_id))
}

/// A position in the order of `proxy_pool_memberships_proxy_idx`: `proxy_id, pool_id`.
///
/// Ties are broken by `pool_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByProxyId {
    pub proxy_id: Uuid,
    pub pool_id: Uuid,
}

impl Order for ByProxyId {
    type Row = ProxyPoolMembership;

    const NAME: &'static str = "public.proxy_pool_memberships by_proxy_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("proxy_id", "uuid"),
        Key::ascending("pool_id", "uuid"),
    ];

    fn position(row: &ProxyPoolMembership) -> Self {
        Self {
            proxy_id: row.proxy_id,
            pool_id: row.pool_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.proxy_id));
        to.key(Some(self.pool_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            proxy_id: from.key()?,
            pool_id: from.key()?,
        })
    }
}

/// Pages over all rows: `proxy_id, pool_id`.
pub fn by_proxy_id() -> Pages<ByProxyId> {
    Pages::new()
}
