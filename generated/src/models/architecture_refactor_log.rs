// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{RefactorStatusEnum, RefactorTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Refactorings planned and done, and what they brought.
///
/// A row of `public.architecture_refactor_log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
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
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_before) = 'object')`
    pub metrics_before: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_after) = 'object')`
    pub metrics_after: Option<serde_json::Value>,
    /// `numeric(8,2)`; `CHECK (effort_hours >= 0 AND effort_hours < 'NaN')`
    pub effort_hours: Option<Decimal>,
    /// `uuid`; refers to `public.users`
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

impl Record for ArchitectureRefactorLog {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            service_name: row.column("service_name")?,
            refactor_type: row.column("refactor_type")?,
            status: row.column("status")?,
            title: row.column("title")?,
            description: row.column("description")?,
            reason: row.column("reason")?,
            metrics_before: row.column("metrics_before")?,
            metrics_after: row.column("metrics_after")?,
            effort_hours: row.column("effort_hours")?,
            performed_by: row.column("performed_by")?,
            started_at: row.finite("started_at")?,
            finished_at: row.finite("finished_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ArchitectureRefactorLog {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.architecture_refactor_log`; it comes back as [`ArchitectureRefactorLog`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewArchitectureRefactorLog {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.refactor_type_enum NOT NULL`
    pub refactor_type: RefactorTypeEnum,
    /// `public.refactor_status_enum NOT NULL DEFAULT 'planned'`
    pub status: OrDefault<RefactorStatusEnum>,
    /// `character varying(255) NOT NULL`
    pub title: String,
    /// `text`
    pub description: Option<String>,
    /// `text NOT NULL`
    pub reason: String,
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_before) = 'object')`
    pub metrics_before: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_after) = 'object')`
    pub metrics_after: Option<serde_json::Value>,
    /// `numeric(8,2)`; `CHECK (effort_hours >= 0 AND effort_hours < 'NaN')`
    pub effort_hours: Option<Decimal>,
    /// `uuid`; refers to `public.users`
    pub performed_by: Option<Uuid>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewArchitectureRefactorLog {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        service_name: impl Into<String>,
        refactor_type: RefactorTypeEnum,
        title: impl Into<String>,
        reason: impl Into<String>,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            service_name: service_name.into(),
            refactor_type,
            status: OrDefault::Default,
            title: title.into(),
            description: None,
            reason: reason.into(),
            metrics_before: None,
            metrics_after: None,
            effort_hours: None,
            performed_by: None,
            started_at: None,
            finished_at: None,
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

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: RefactorStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `metrics_before`.
    #[must_use]
    pub fn with_metrics_before(mut self, metrics_before: serde_json::Value) -> Self {
        self.metrics_before = Some(metrics_before);
        self
    }

    /// Sets `metrics_after`.
    #[must_use]
    pub fn with_metrics_after(mut self, metrics_after: serde_json::Value) -> Self {
        self.metrics_after = Some(metrics_after);
        self
    }

    /// Sets `effort_hours`.
    #[must_use]
    pub fn with_effort_hours(mut self, effort_hours: Decimal) -> Self {
        self.effort_hours = Some(effort_hours);
        self
    }

    /// Sets `performed_by`.
    #[must_use]
    pub fn with_performed_by(mut self, performed_by: Uuid) -> Self {
        self.performed_by = Some(performed_by);
        self
    }

    /// Sets `started_at`.
    #[must_use]
    pub fn with_started_at(mut self, started_at: DateTime<Utc>) -> Self {
        self.started_at = Some(started_at);
        self
    }

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = Some(finished_at);
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

/// A partial update of [`ArchitectureRefactorLog`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArchitectureRefactorLogPatch {
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `public.refactor_type_enum NOT NULL`
    pub refactor_type: Option<RefactorTypeEnum>,
    /// `public.refactor_status_enum NOT NULL DEFAULT 'planned'`
    pub status: Option<RefactorStatusEnum>,
    /// `character varying(255) NOT NULL`
    pub title: Option<String>,
    /// `text`
    pub description: Change<String>,
    /// `text NOT NULL`
    pub reason: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_before) = 'object')`
    pub metrics_before: Change<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(metrics_after) = 'object')`
    pub metrics_after: Change<serde_json::Value>,
    /// `numeric(8,2)`; `CHECK (effort_hours >= 0 AND effort_hours < 'NaN')`
    pub effort_hours: Change<Decimal>,
    /// `uuid`; refers to `public.users`
    pub performed_by: Change<Uuid>,
    /// `timestamp with time zone`
    pub started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
