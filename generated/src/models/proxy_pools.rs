// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::RotationStrategyEnum;

/// Named groups of proxies and how one is picked from the group.
///
/// A row of `public.proxy_pools`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ProxyPool {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub strategy: RotationStrategyEnum,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `boolean NOT NULL DEFAULT true`
    pub health_check_enabled: bool,
    /// `character varying(2048)`
    pub health_check_url: Option<String>,
    /// `integer NOT NULL DEFAULT 60`
    pub health_check_interval_seconds: i32,
    /// `integer NOT NULL DEFAULT 10`
    pub health_check_timeout_seconds: i32,
    /// A member that failed so often in a row is left out until a health check succeeds.
    ///
    /// `integer NOT NULL DEFAULT 3`
    pub max_consecutive_failures: i32,
    /// `uuid`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
