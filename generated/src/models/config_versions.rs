// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{
    ConfigChangeTypeEnum, ConfigValidationStatusEnum, ConfigVersionStatusEnum,
};

/// Versions of each configuration key, from proposal to roll-back.
///
/// A row of `public.config_versions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ConfigVersion {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub config_key: String,
    /// From 1, per key. 0 on insert asks the trigger for the next one.
    ///
    /// `integer NOT NULL DEFAULT 0`
    pub version_number: i32,
    /// `jsonb NOT NULL`
    pub config_value: serde_json::Value,
    /// SHA-256 of the canonical text of config_value.
    ///
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (public.jsonb_sha256(config_value)) STORED`
    pub value_hash: Vec<u8>,
    /// `public.config_change_type_enum NOT NULL`
    pub change_type: ConfigChangeTypeEnum,
    /// `text`
    pub change_reason: Option<String>,
    /// `public.config_version_status_enum NOT NULL DEFAULT 'proposed'`
    pub status: ConfigVersionStatusEnum,
    /// `public.config_validation_status_enum NOT NULL DEFAULT 'pending'`
    pub validation_status: ConfigValidationStatusEnum,
    /// `jsonb NOT NULL DEFAULT '[]'`
    pub validation_errors: serde_json::Value,
    /// The version that was in force when this one was deployed; a roll-back returns to it.
    ///
    /// `uuid`
    pub previous_version_id: Option<Uuid>,
    /// `uuid NOT NULL`
    pub proposed_by: Uuid,
    /// `uuid`
    pub approved_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub approved_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub rejected_at: Option<DateTime<Utc>>,
    /// `uuid`
    pub deployed_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub deployed_at: Option<DateTime<Utc>>,
    /// When it went out of force.
    ///
    /// `timestamp with time zone`
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
