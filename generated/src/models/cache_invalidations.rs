// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{CacheInvalidationKindEnum, CacheInvalidationStatusEnum};

/// Queue of invalidations to carry out.
///
/// A row of `public.cache_invalidations`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CacheInvalidation {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// The key, tag or dependency key; NULL exactly when everything is to go.
    ///
    /// `character varying(512)`
    pub target: Option<String>,
    /// `public.cache_invalidation_status_enum NOT NULL DEFAULT 'pending'`
    pub status: CacheInvalidationStatusEnum,
    /// 0 to 9; higher runs first.
    ///
    /// `smallint NOT NULL DEFAULT 5`
    pub priority: i16,
    /// Not to be carried out while this one is pending.
    ///
    /// `bigint`
    pub depends_on_id: Option<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub retry_count: i32,
    /// `integer NOT NULL DEFAULT 3`
    pub max_retries: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: DateTime<Utc>,
    /// `text`
    pub reason: Option<String>,
    /// `uuid`
    pub requested_by: Option<Uuid>,
    /// `text`
    pub last_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
}
