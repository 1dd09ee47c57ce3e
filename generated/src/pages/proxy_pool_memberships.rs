// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use uuid::Uuid;

use super::super::models::ProxyPoolMembership;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT pool_id, proxy_id, weight, is_active, added_at",
    " FROM public.proxy_pool_memberships",
);

/// A position in the order of `proxy_pool_memberships_pkey`: `pool_id, proxy_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.pool_id),
            1 => arguments.add(self.proxy_id),
            _ => Ok(()),
        }
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
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.proxy_id),
            1 => arguments.add(self.pool_id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `proxy_id, pool_id`.
pub fn by_proxy_id() -> Pages<ByProxyId> {
    Pages::new()
}
