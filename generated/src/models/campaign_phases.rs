// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{PhaseStatusEnum, PhaseTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per campaign and phase.
///
/// A row of `public.campaign_phases`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignPhase {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.phase_type_enum NOT NULL`
    pub phase_type: PhaseTypeEnum,
    /// Place in the sequence, from 1.
    ///
    /// `smallint NOT NULL`; `CHECK (phase_order > 0)`
    pub phase_order: i16,
    /// `public.phase_status_enum NOT NULL DEFAULT 'not_started'`
    pub status: PhaseStatusEnum,
    /// What the phase was accepted with; NULL until it is configured.
    ///
    /// `jsonb`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: Option<serde_json::Value>,
    /// `bigint NOT NULL DEFAULT 0`
    pub total_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub processed_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub successful_items: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub failed_items: i64,
    /// `numeric(5,2) NOT NULL DEFAULT 0`; `CHECK (progress_percentage BETWEEN 0 AND 100)`
    pub progress_percentage: Decimal,
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub paused_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for CampaignPhase {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            phase_type: row.column("phase_type")?,
            phase_order: row.column("phase_order")?,
            status: row.column("status")?,
            configuration: row.column("configuration")?,
            total_items: row.column("total_items")?,
            processed_items: row.column("processed_items")?,
            successful_items: row.column("successful_items")?,
            failed_items: row.column("failed_items")?,
            progress_percentage: row.column("progress_percentage")?,
            error_message: row.column("error_message")?,
            error_details: row.column("error_details")?,
            started_at: row.finite("started_at")?,
            paused_at: row.finite("paused_at")?,
            finished_at: row.finite("finished_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignPhase {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_phases`; it comes back as [`CampaignPhase`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignPhase {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.phase_type_enum NOT NULL`
    pub phase_type: PhaseTypeEnum,
    /// `smallint NOT NULL`; `CHECK (phase_order > 0)`
    pub phase_order: i16,
    /// `public.phase_status_enum NOT NULL DEFAULT 'not_started'`
    pub status: OrDefault<PhaseStatusEnum>,
    /// `jsonb`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: Option<serde_json::Value>,
    /// `bigint NOT NULL DEFAULT 0`
    pub total_items: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub processed_items: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub successful_items: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub failed_items: OrDefault<i64>,
    /// `numeric(5,2) NOT NULL DEFAULT 0`; `CHECK (progress_percentage BETWEEN 0 AND 100)`
    pub progress_percentage: OrDefault<Decimal>,
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub paused_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignPhase {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, phase_type: PhaseTypeEnum, phase_order: i16) -> Self {
        Self {
            id: OrDefault::Default,
            campaign_id,
            phase_type,
            phase_order,
            status: OrDefault::Default,
            configuration: None,
            total_items: OrDefault::Default,
            processed_items: OrDefault::Default,
            successful_items: OrDefault::Default,
            failed_items: OrDefault::Default,
            progress_percentage: OrDefault::Default,
            error_message: None,
            error_details: None,
            started_at: None,
            paused_at: None,
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
    pub fn with_status(mut self, status: PhaseStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `configuration`.
    #[must_use]
    pub fn with_configuration(mut self, configuration: serde_json::Value) -> Self {
        self.configuration = Some(configuration);
        self
    }

    /// Sets `total_items`.
    #[must_use]
    pub fn with_total_items(mut self, total_items: i64) -> Self {
        self.total_items = OrDefault::Value(total_items);
        self
    }

    /// Sets `processed_items`.
    #[must_use]
    pub fn with_processed_items(mut self, processed_items: i64) -> Self {
        self.processed_items = OrDefault::Value(processed_items);
        self
    }

    /// Sets `successful_items`.
    #[must_use]
    pub fn with_successful_items(mut self, successful_items: i64) -> Self {
        self.successful_items = OrDefault::Value(successful_items);
        self
    }

    /// Sets `failed_items`.
    #[must_use]
    pub fn with_failed_items(mut self, failed_items: i64) -> Self {
        self.failed_items = OrDefault::Value(failed_items);
        self
    }

    /// Sets `progress_percentage`.
    #[must_use]
    pub fn with_progress_percentage(mut self, progress_percentage: Decimal) -> Self {
        self.progress_percentage = OrDefault::Value(progress_percentage);
        self
    }

    /// Sets `error_message`.
    #[must_use]
    pub fn with_error_message(mut self, error_message: impl Into<String>) -> Self {
        self.error_message = Some(error_message.into());
        self
    }

    /// Sets `error_details`.
    #[must_use]
    pub fn with_error_details(mut self, error_details: serde_json::Value) -> Self {
        self.error_details = Some(error_details);
        self
    }

    /// Sets `started_at`.
    #[must_use]
    pub fn with_started_at(mut self, started_at: DateTime<Utc>) -> Self {
        self.started_at = Some(started_at);
        self
    }

    /// Sets `paused_at`.
    #[must_use]
    pub fn with_paused_at(mut self, paused_at: DateTime<Utc>) -> Self {
        self.paused_at = Some(paused_at);
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

/// A partial update of [`CampaignPhase`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignPhasePatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `public.phase_type_enum NOT NULL`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `smallint NOT NULL`; `CHECK (phase_order > 0)`
    pub phase_order: Option<i16>,
    /// `public.phase_status_enum NOT NULL DEFAULT 'not_started'`
    pub status: Option<PhaseStatusEnum>,
    /// `jsonb`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: Change<serde_json::Value>,
    /// `bigint NOT NULL DEFAULT 0`
    pub total_items: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub processed_items: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub successful_items: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub failed_items: Option<i64>,
    /// `numeric(5,2) NOT NULL DEFAULT 0`; `CHECK (progress_percentage BETWEEN 0 AND 100)`
    pub progress_percentage: Option<Decimal>,
    /// `text`
    pub error_message: Change<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Change<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub paused_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
