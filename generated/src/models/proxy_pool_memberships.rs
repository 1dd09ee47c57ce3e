// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Which proxies belong to which pools.
///
/// A row of `public.proxy_pool_memberships`; primary key: `pool_id`, `proxy_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ProxyPoolMembership {
    /// `uuid NOT NULL`; refers to `public.proxy_pools`
    pub pool_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.proxies`
    pub proxy_id: Uuid,
    /// Share of the traffic under the weighted strategy; order of preference, highest first, under failover.
    ///
    /// `integer NOT NULL DEFAULT 1`; `CHECK (weight BETWEEN 1 AND 1000)`
    pub weight: i32,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: bool,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub added_at: DateTime<Utc>,
}

impl Record for ProxyPoolMembership {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            pool_id: row.column("pool_id")?,
            proxy_id: row.column("proxy_id")?,
            weight: row.column("weight")?,
            is_active: row.column("is_active")?,
            added_at: row.finite("added_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ProxyPoolMembership {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.proxy_pool_memberships`; it comes back as [`ProxyPoolMembership`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewProxyPoolMembership {
    /// `uuid NOT NULL`; refers to `public.proxy_pools`
    pub pool_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.proxies`
    pub proxy_id: Uuid,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (weight BETWEEN 1 AND 1000)`
    pub weight: OrDefault<i32>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: OrDefault<bool>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub added_at: OrDefault<DateTime<Utc>>,
}

impl NewProxyPoolMembership {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(pool_id: Uuid, proxy_id: Uuid) -> Self {
        Self {
            pool_id,
            proxy_id,
            weight: OrDefault::Default,
            is_active: OrDefault::Default,
            added_at: OrDefault::Default,
        }
    }

    /// Sets `weight`.
    #[must_use]
    pub fn with_weight(mut self, weight: i32) -> Self {
        self.weight = OrDefault::Value(weight);
        self
    }

    /// Sets `is_active`.
    #[must_use]
    pub fn with_is_active(mut self, is_active: bool) -> Self {
        self.is_active = OrDefault::Value(is_active);
        self
    }

    /// Sets `added_at`.
    #[must_use]
    pub fn with_added_at(mut self, added_at: DateTime<Utc>) -> Self {
        self.added_at = OrDefault::Value(added_at);
        self
    }
}

/// A partial update of [`ProxyPoolMembership`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProxyPoolMembershipPatch {
    /// `integer NOT NULL DEFAULT 1`; `CHECK (weight BETWEEN 1 AND 1000)`
    pub weight: Option<i32>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: Option<bool>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub added_at: Option<DateTime<Utc>>,
}
