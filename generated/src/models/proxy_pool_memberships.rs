// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Which proxies belong to which pools.
///
/// A row of `public.proxy_pool_memberships`; primary key: `pool_id`, `proxy_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ProxyPoolMembership {
    /// `uuid NOT NULL`
    pub pool_id: Uuid,
    /// `uuid NOT NULL`
    pub proxy_id: Uuid,
    /// Share of the traffic under the weighted strategy; order of preference, highest first, under failover.
    ///
    /// `integer NOT NULL DEFAULT 1`
    pub weight: i32,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: bool,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub added_at: DateTime<Utc>,
}
