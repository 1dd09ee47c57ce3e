// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{
    AuditActionEnum, AuditStatusEnum, DataClassificationEnum, HttpMethodEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Who did what to which entity. No foreign keys: the log outlives what it speaks of, and an account that is deleted must not take its trail along.
///
/// A row of `public.audit_logs`; primary key: `created_at`, `id`, `data_classification`.
#[derive(Debug, Clone, PartialEq)]
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
    /// `jsonb`; `CHECK (jsonb_typeof(old_values) = 'object')`
    pub old_values: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(new_values) = 'object')`
    pub new_values: Option<serde_json::Value>,
    /// Names of the fields that an update changed, as an array of strings. Secret fields are named here but have no value in old_values and new_values.
    ///
    /// `jsonb`; `CHECK (jsonb_typeof(changed_fields) = 'array')`
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
    /// `smallint`; `CHECK (response_code BETWEEN 100 AND 599)`
    pub response_code: Option<i16>,
    /// `public.audit_status_enum NOT NULL DEFAULT 'success'`
    pub status: AuditStatusEnum,
    /// Time the request took, in milliseconds.
    ///
    /// `numeric(12,3)`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Option<Decimal>,
    /// Rules the row is evidence for, such as gdpr or sox.
    ///
    /// `text[] NOT NULL DEFAULT '{}'`
    pub compliance_tags: Vec<String>,
}

impl Record for AuditLog {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            created_at: row.finite("created_at")?,
            data_classification: row.column("data_classification")?,
            user_id: row.column("user_id")?,
            session_id: row.column("session_id")?,
            action: row.column("action")?,
            entity_type: row.column("entity_type")?,
            entity_id: row.column("entity_id")?,
            old_values: row.column("old_values")?,
            new_values: row.column("new_values")?,
            changed_fields: row.column("changed_fields")?,
            client_address: row.column("client_address")?,
            user_agent: row.column("user_agent")?,
            request_id: row.column("request_id")?,
            service_name: row.column("service_name")?,
            endpoint: row.column("endpoint")?,
            http_method: row.column("http_method")?,
            response_code: row.column("response_code")?,
            status: row.column("status")?,
            duration_ms: row.column("duration_ms")?,
            compliance_tags: row.column("compliance_tags")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AuditLog {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.audit_logs`; it comes back as [`AuditLog`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewAuditLog {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `public.data_classification_enum NOT NULL DEFAULT 'internal'`
    pub data_classification: OrDefault<DataClassificationEnum>,
    /// `uuid`
    pub user_id: Option<Uuid>,
    /// `uuid`
    pub session_id: Option<Uuid>,
    /// `public.audit_action_enum NOT NULL`
    pub action: AuditActionEnum,
    /// `character varying(128) NOT NULL`
    pub entity_type: String,
    /// `character varying(255)`
    pub entity_id: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(old_values) = 'object')`
    pub old_values: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(new_values) = 'object')`
    pub new_values: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(changed_fields) = 'array')`
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
    /// `smallint`; `CHECK (response_code BETWEEN 100 AND 599)`
    pub response_code: Option<i16>,
    /// `public.audit_status_enum NOT NULL DEFAULT 'success'`
    pub status: OrDefault<AuditStatusEnum>,
    /// `numeric(12,3)`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Option<Decimal>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub compliance_tags: OrDefault<Vec<String>>,
}

impl NewAuditLog {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(action: AuditActionEnum, entity_type: impl Into<String>) -> Self {
        Self {
            created_at: OrDefault::Default,
            data_classification: OrDefault::Default,
            user_id: None,
            session_id: None,
            action,
            entity_type: entity_type.into(),
            entity_id: None,
            old_values: None,
            new_values: None,
            changed_fields: None,
            client_address: None,
            user_agent: None,
            request_id: None,
            service_name: None,
            endpoint: None,
            http_method: None,
            response_code: None,
            status: OrDefault::Default,
            duration_ms: None,
            compliance_tags: OrDefault::Default,
        }
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `data_classification`.
    #[must_use]
    pub fn with_data_classification(
        mut self,
        data_classification: DataClassificationEnum,
    ) -> Self {
        self.data_classification = OrDefault::Value(data_classification);
        self
    }

    /// Sets `user_id`.
    #[must_use]
    pub fn with_user_id(mut self, user_id: Uuid) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Sets `session_id`.
    #[must_use]
    pub fn with_session_id(mut self, session_id: Uuid) -> Self {
        self.session_id = Some(session_id);
        self
    }

    /// Sets `entity_id`.
    #[must_use]
    pub fn with_entity_id(mut self, entity_id: impl Into<String>) -> Self {
        self.entity_id = Some(entity_id.into());
        self
    }

    /// Sets `old_values`.
    #[must_use]
    pub fn with_old_values(mut self, old_values: serde_json::Value) -> Self {
        self.old_values = Some(old_values);
        self
    }

    /// Sets `new_values`.
    #[must_use]
    pub fn with_new_values(mut self, new_values: serde_json::Value) -> Self {
        self.new_values = Some(new_values);
        self
    }

    /// Sets `changed_fields`.
    #[must_use]
    pub fn with_changed_fields(mut self, changed_fields: serde_json::Value) -> Self {
        self.changed_fields = Some(changed_fields);
        self
    }

    /// Sets `client_address`.
    #[must_use]
    pub fn with_client_address(mut self, client_address: IpNetwork) -> Self {
        self.client_address = Some(client_address);
        self
    }

    /// Sets `user_agent`.
    #[must_use]
    pub fn with_user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sets `request_id`.
    #[must_use]
    pub fn with_request_id(mut self, request_id: Uuid) -> Self {
        self.request_id = Some(request_id);
        self
    }

    /// Sets `service_name`.
    #[must_use]
    pub fn with_service_name(mut self, service_name: impl Into<String>) -> Self {
        self.service_name = Some(service_name.into());
        self
    }

    /// Sets `endpoint`.
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Sets `http_method`.
    #[must_use]
    pub fn with_http_method(mut self, http_method: HttpMethodEnum) -> Self {
        self.http_method = Some(http_method);
        self
    }

    /// Sets `response_code`.
    #[must_use]
    pub fn with_response_code(mut self, response_code: i16) -> Self {
        self.response_code = Some(response_code);
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: AuditStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `duration_ms`.
    #[must_use]
    pub fn with_duration_ms(mut self, duration_ms: Decimal) -> Self {
        self.duration_ms = Some(duration_ms);
        self
    }

    /// Sets `compliance_tags`.
    #[must_use]
    pub fn with_compliance_tags(mut self, compliance_tags: Vec<String>) -> Self {
        self.compliance_tags = OrDefault::Value(compliance_tags);
        self
    }
}

/// A partial update of [`AuditLog`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuditLogPatch {
    /// `uuid`
    pub user_id: Change<Uuid>,
    /// `uuid`
    pub session_id: Change<Uuid>,
    /// `public.audit_action_enum NOT NULL`
    pub action: Option<AuditActionEnum>,
    /// `character varying(128) NOT NULL`
    pub entity_type: Option<String>,
    /// `character varying(255)`
    pub entity_id: Change<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(old_values) = 'object')`
    pub old_values: Change<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(new_values) = 'object')`
    pub new_values: Change<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(changed_fields) = 'array')`
    pub changed_fields: Change<serde_json::Value>,
    /// `inet`
    pub client_address: Change<IpNetwork>,
    /// `character varying(1024)`
    pub user_agent: Change<String>,
    /// `uuid`
    pub request_id: Change<Uuid>,
    /// `character varying(128)`
    pub service_name: Change<String>,
    /// `character varying(512)`
    pub endpoint: Change<String>,
    /// `public.http_method_enum`
    pub http_method: Change<HttpMethodEnum>,
    /// `smallint`; `CHECK (response_code BETWEEN 100 AND 599)`
    pub response_code: Change<i16>,
    /// `public.audit_status_enum NOT NULL DEFAULT 'success'`
    pub status: Option<AuditStatusEnum>,
    /// `numeric(12,3)`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Change<Decimal>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub compliance_tags: Option<Vec<String>>,
}
