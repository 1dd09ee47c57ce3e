// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{
    AuditActionEnum, AuditStatusEnum, DataClassificationEnum, HttpMethodEnum,
};

/// Who did what to which entity. No foreign keys: the log outlives what it speaks of, and an account that is deleted must not take its trail along.
///
/// A row of `public.audit_logs`; primary key: `created_at`, `id`, `data_classification`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct AuditLog {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `public.data_classification_enum NOT NULL DEFAULT 'internal'`
    pub data_classification: DataClassificationEnum,
    /// `uuid`
    pub user_id: Option<Uuid>,
    /// `uuid`
    pub session_id: Option<Uuid>,
    /// `public.audit_action_enum NOT NULL`
    pub action: AuditActionEnum,
    /// Table, or other kind of thing, that was acted on.
    ///
    /// `character varying(128) NOT NULL`
    pub entity_type: String,
    /// Its key as text; the parts of a composite key are joined with a slash.
    ///
    /// `character varying(255)`
    pub entity_id: Option<String>,
    /// `jsonb`
    pub old_values: Option<serde_json::Value>,
    /// `jsonb`
    pub new_values: Option<serde_json::Value>,
    /// Names of the fields that an update changed, as an array of strings. Secret fields are named here but have no value in old_values and new_values.
    ///
    /// `jsonb`
    pub changed_fields: Option<serde_json::Value>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Option<String>,
    /// `uuid`
    pub request_id: Option<Uuid>,
    /// `character varying(128)`
    pub service_name: Option<String>,
    /// `character varying(512)`
    pub endpoint: Option<String>,
    /// `public.http_method_enum`
    pub http_method: Option<HttpMethodEnum>,
    /// `smallint`
    pub response_code: Option<i16>,
    /// `public.audit_status_enum NOT NULL DEFAULT 'success'`
    pub status: AuditStatusEnum,
    /// Time the request took, in milliseconds.
    ///
    /// `numeric(12,3)`
    pub duration_ms: Option<Decimal>,
    /// Rules the row is evidence for, such as gdpr or sox.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub compliance_tags: Vec<String>,
}
