// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.proxy_pool_memberships` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ProxyPoolMembershipError {
    /// `proxy_pool_memberships_pkey`: another row has this `pool_id, proxy_id`.
    PoolIdProxyIdTaken,
    /// `proxy_pool_memberships_weight_check`: `CHECK (weight BETWEEN 1 AND 1000)`.
    WeightInvalid,
    /// `proxy_pool_memberships_pool_id_fkey`: `public.proxy_pools` has no row for `pool_id`.
    PoolNotFound,
    /// `proxy_pool_memberships_proxy_id_fkey`: `public.proxies` has no row for `proxy_id`.
    ProxyNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ProxyPoolMembershipError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("proxy_pool_memberships", "proxy_pool_memberships_pkey") => {
                Self::PoolIdProxyIdTaken
            }
            ("proxy_pool_memberships", "proxy_pool_memberships_weight_check") => {
                Self::WeightInvalid
            }
            ("proxy_pool_memberships", "proxy_pool_memberships_pool_id_fkey") => {
                Self::PoolNotFound
            }
            ("proxy_pool_memberships", "proxy_pool_memberships_proxy_id_fkey") => {
                Self::ProxyNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ProxyPoolMembershipError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PoolIdProxyIdTaken => {
                "another row has this pool_id, proxy_id (proxy_pool_memberships_pkey)"
            }
            Self::WeightInvalid => {
                "a value is against proxy_pool_memberships_weight_check"
            }
            Self::PoolNotFound => {
                "public.proxy_pools has no row for pool_id (proxy_pool_memberships_pool_id_fkey)"
            }
            Self::ProxyNotFound => {
                "public.proxies has no row for proxy_id (proxy_pool_memberships_proxy_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ProxyPoolMembershipError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
