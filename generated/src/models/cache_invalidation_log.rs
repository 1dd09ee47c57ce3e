// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::CacheInvalidationKindEnum;

/// Invalidations that were carried out or failed.
///
/// A row of `public.cache_invalidation_log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CacheInvalidationLog {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `bigint`
    pub invalidation_id: Option<i64>,
    /// `uuid NOT NULL`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// `character varying(512)`
    pub target: Option<String>,
    /// `integer NOT NULL DEFAULT 0`
    pub entries_removed: i32,
    /// `numeric(12,3) NOT NULL DEFAULT 0`
    pub duration_ms: Decimal,
    /// NULL = it succeeded.
    ///
    /// `text`
    pub error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}
