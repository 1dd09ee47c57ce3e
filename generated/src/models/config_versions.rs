// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::enums::{
    ConfigChangeTypeEnum, ConfigValidationStatusEnum, ConfigVersionStatusEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Versions of each configuration key, from proposal to roll-back.
///
/// A row of `public.config_versions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigVersion {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub config_key: String,
    /// From 1, per key. 0 on insert asks the trigger for the next one.
    ///
    /// `integer NOT NULL DEFAULT 0`; `CHECK (version_number > 0)`
    pub version_number: i32,
    /// `jsonb NOT NULL`
    pub config_value: serde_json::Value,
    /// SHA-256 of the canonical text of config_value.
    ///
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (public.jsonb_sha256(config_value)) STORED`
    pub value_hash: Sha256Digest,
    /// `public.config_change_type_enum NOT NULL`
    pub change_type: ConfigChangeTypeEnum,
    /// `text`
    pub change_reason: Option<String>,
    /// `public.config_version_status_enum NOT NULL DEFAULT 'proposed'`
    pub status: ConfigVersionStatusEnum,
    /// `public.config_validation_status_enum NOT NULL DEFAULT 'pending'`
    pub validation_status: ConfigValidationStatusEnum,
    /// `jsonb NOT NULL DEFAULT '[]'`; `CHECK (jsonb_typeof(validation_errors) = 'array')`
    pub validation_errors: serde_json::Value,
    /// The version that was in force when this one was deployed; a roll-back returns to it.
    ///
    /// `uuid`; refers to `public.config_versions`
    pub previous_version_id: Option<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub proposed_by: Uuid,
    /// `uuid`; refers to `public.users`
    pub approved_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub approved_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub rejected_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
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

impl Record for ConfigVersion {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            config_key: row.column("config_key")?,
            version_number: row.column("version_number")?,
            config_value: row.column("config_value")?,
            value_hash: row.column("value_hash")?,
            change_type: row.column("change_type")?,
            change_reason: row.column("change_reason")?,
            status: row.column("status")?,
            validation_status: row.column("validation_status")?,
            validation_errors: row.column("validation_errors")?,
            previous_version_id: row.column("previous_version_id")?,
            proposed_by: row.column("proposed_by")?,
            approved_by: row.column("approved_by")?,
            approved_at: row.finite("approved_at")?,
            rejected_at: row.finite("rejected_at")?,
            deployed_by: row.column("deployed_by")?,
            deployed_at: row.finite("deployed_at")?,
            withdrawn_at: row.finite("withdrawn_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ConfigVersion {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.config_versions`; it comes back as [`ConfigVersion`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewConfigVersion {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`
    pub config_key: String,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (version_number > 0)`
    pub version_number: OrDefault<i32>,
    /// `jsonb NOT NULL`
    pub config_value: serde_json::Value,
    /// `public.config_change_type_enum NOT NULL`
    pub change_type: ConfigChangeTypeEnum,
    /// `text`
    pub change_reason: Option<String>,
    /// `public.config_version_status_enum NOT NULL DEFAULT 'proposed'`
    pub status: OrDefault<ConfigVersionStatusEnum>,
    /// `public.config_validation_status_enum NOT NULL DEFAULT 'pending'`
    pub validation_status: OrDefault<ConfigValidationStatusEnum>,
    /// `jsonb NOT NULL DEFAULT '[]'`; `CHECK (jsonb_typeof(validation_errors) = 'array')`
    pub validation_errors: OrDefault<serde_json::Value>,
    /// `uuid`; refers to `public.config_versions`
    pub previous_version_id: Option<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub proposed_by: Uuid,
    /// `uuid`; refers to `public.users`
    pub approved_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub approved_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub rejected_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub deployed_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub deployed_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewConfigVersion {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        config_key: impl Into<String>,
        config_value: serde_json::Value,
        change_type: ConfigChangeTypeEnum,
        proposed_by: Uuid,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            config_key: config_key.into(),
            version_number: OrDefault::Default,
            config_value,
            change_type,
            change_reason: None,
            status: OrDefault::Default,
            validation_status: OrDefault::Default,
            validation_errors: OrDefault::Default,
            previous_version_id: None,
            proposed_by,
            approved_by: None,
            approved_at: None,
            rejected_at: None,
            deployed_by: None,
            deployed_at: None,
            withdrawn_at: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `version_number`.
    #[must_use]
    pub fn with_version_number(mut self, version_number: i32) -> Self {
        self.version_number = OrDefault::Value(version_number);
        self
    }

    /// Sets `change_reason`.
    #[must_use]
    pub fn with_change_reason(mut self, change_reason: impl Into<String>) -> Self {
        self.change_reason = Some(change_reason.into());
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: ConfigVersionStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `validation_status`.
    #[must_use]
    pub fn with_validation_status(
        mut self,
        validation_status: ConfigValidationStatusEnum,
    ) -> Self {
        self.validation_status = OrDefault::Value(validation_status);
        self
    }

    /// Sets `validation_errors`.
    #[must_use]
    pub fn with_validation_errors(
        mut self,
        validation_errors: serde_json::Value,
    ) -> Self {
        self.validation_errors = OrDefault::Value(validation_errors);
        self
    }

    /// Sets `previous_version_id`.
    #[must_use]
    pub fn with_previous_version_id(mut self, previous_version_id: Uuid) -> Self {
        self.previous_version_id = Some(previous_version_id);
        self
    }

    /// Sets `approved_by`.
    #[must_use]
    pub fn with_approved_by(mut self, approved_by: Uuid) -> Self {
        self.approved_by = Some(approved_by);
        self
    }

    /// Sets `approved_at`.
    #[must_use]
    pub fn with_approved_at(mut self, approved_at: DateTime<Utc>) -> Self {
        self.approved_at = Some(approved_at);
        self
    }

    /// Sets `rejected_at`.
    #[must_use]
    pub fn with_rejected_at(mut self, rejected_at: DateTime<Utc>) -> Self {
        self.rejected_at = Some(rejected_at);
        self
    }

    /// Sets `deployed_by`.
    #[must_use]
    pub fn with_deployed_by(mut self, deployed_by: Uuid) -> Self {
        self.deployed_by = Some(deployed_by);
        self
    }

    /// Sets `deployed_at`.
    #[must_use]
    pub fn with_deployed_at(mut self, deployed_at: DateTime<Utc>) -> Self {
        self.deployed_at = Some(deployed_at);
        self
    }

    /// Sets `withdrawn_at`.
    #[must_use]
    pub fn with_withdrawn_at(mut self, withdrawn_at: DateTime<Utc>) -> Self {
        self.withdrawn_at = Some(withdrawn_at);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`ConfigVersion`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConfigVersionPatch {
    /// `character varying(255) NOT NULL`
    pub config_key: Option<String>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (version_number > 0)`
    pub version_number: Option<i32>,
    /// `jsonb NOT NULL`
    pub config_value: Option<serde_json::Value>,
    /// `public.config_change_type_enum NOT NULL`
    pub change_type: Option<ConfigChangeTypeEnum>,
    /// `text`
    pub change_reason: Change<String>,
    /// `public.config_version_status_enum NOT NULL DEFAULT 'proposed'`
    pub status: Option<ConfigVersionStatusEnum>,
    /// `public.config_validation_status_enum NOT NULL DEFAULT 'pending'`
    pub validation_status: Option<ConfigValidationStatusEnum>,
    /// `jsonb NOT NULL DEFAULT '[]'`; `CHECK (jsonb_typeof(validation_errors) = 'array')`
    pub validation_errors: Option<serde_json::Value>,
    /// `uuid`; refers to `public.config_versions`
    pub previous_version_id: Change<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub proposed_by: Option<Uuid>,
    /// `uuid`; refers to `public.users`
    pub approved_by: Change<Uuid>,
    /// `timestamp with time zone`
    pub approved_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub rejected_at: Change<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub deployed_by: Change<Uuid>,
    /// `timestamp with time zone`
    pub deployed_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub withdrawn_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
