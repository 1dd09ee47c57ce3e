// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{RefactorStatusEnum, RefactorTypeEnum};

/// Refactorings planned and done, and what they brought.
///
/// A row of `public.architecture_refactor_log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ArchitectureRefactorLog {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.refactor_type_enum NOT NULL`
    pub refactor_type: RefactorTypeEnum,
    /// `public.refactor_status_enum NOT NULL DEFAULT 'planned'`
    pub status: RefactorStatusEnum,
    /// `character varying(255) NOT NULL`
    pub title: String,
    /// `text`
    pub description: Option<String>,
    /// `text NOT NULL`
    pub reason: String,
    /// `jsonb`
    pub metrics_before: Option<serde_json::Value>,
    /// `jsonb`
    pub metrics_after: Option<serde_json::Value>,
    /// `numeric(8,2)`
    pub effort_hours: Option<Decimal>,
    /// `uuid`
    pub performed_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
