// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{
    CampaignStatusEnum, CampaignTypeEnum, PhaseStatusEnum, PhaseTypeEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Campaigns, and where each stands. Room is left in every page because progress is written often.
///
/// A row of `public.lead_generation_campaigns`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadGenerationCampaign {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`; `CHECK (length(btrim(name)) > 0)`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub owner_id: Uuid,
    /// `public.campaign_type_enum NOT NULL DEFAULT 'lead_generation'`
    pub campaign_type: CampaignTypeEnum,
    /// `public.campaign_status_enum NOT NULL DEFAULT 'draft'`
    pub status: CampaignStatusEnum,
    /// The phase that is worked on or was last; NULL before the first start.
    ///
    /// `public.phase_type_enum`
    pub current_phase: Option<PhaseTypeEnum>,
    /// Status of current_phase; campaign_phases holds the truth for all phases.
    ///
    /// `public.phase_status_enum`
    pub phase_status: Option<PhaseStatusEnum>,
    /// `integer NOT NULL DEFAULT 4`
    pub total_phases: i32,
    /// `integer NOT NULL DEFAULT 0`
    pub completed_phases: i32,
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
    /// Every phase is to be run in its order; false = only the phases that were configured.
    ///
    /// `boolean NOT NULL DEFAULT false`
    pub is_full_sequence_mode: bool,
    /// The next phase starts by itself once the current one is complete.
    ///
    /// `boolean NOT NULL DEFAULT false`
    pub auto_advance_phases: bool,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(domain_generation_config) = 'object')`
    pub domain_generation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(dns_validation_config) = 'object')`
    pub dns_validation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(http_validation_config) = 'object')`
    pub http_validation_config: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(analysis_config) = 'object')`
    pub analysis_config: serde_json::Value,
    /// Items per second, averaged over the current phase.
    ///
    /// `numeric(12,3)`; `CHECK (processing_rate >= 0 AND processing_rate < 'NaN')`
    pub processing_rate: Option<Decimal>,
    /// `timestamp with time zone`
    pub estimated_completion_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_heartbeat_at: Option<DateTime<Utc>>,
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// Optimistic lock. The database bumps it, not the client: a trigger adds 1 to every update that changes more than progress. Clients write WHERE version = what they read.
    ///
    /// `integer NOT NULL DEFAULT 1`; `CHECK (version > 0)`
    pub version: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for LeadGenerationCampaign {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            description: row.column("description")?,
            owner_id: row.column("owner_id")?,
            campaign_type: row.column("campaign_type")?,
            status: row.column("status")?,
            current_phase: row.column("current_phase")?,
            phase_status: row.column("phase_status")?,
            total_phases: row.column("total_phases")?,
            completed_phases: row.column("completed_phases")?,
            total_items: row.column("total_items")?,
            processed_items: row.column("processed_items")?,
            successful_items: row.column("successful_items")?,
            failed_items: row.column("failed_items")?,
            progress_percentage: row.column("progress_percentage")?,
            is_full_sequence_mode: row.column("is_full_sequence_mode")?,
            auto_advance_phases: row.column("auto_advance_phases")?,
            domain_generation_config: row.column("domain_generation_config")?,
            dns_validation_config: row.column("dns_validation_config")?,
            http_validation_config: row.column("http_validation_config")?,
            analysis_config: row.column("analysis_config")?,
            processing_rate: row.column("processing_rate")?,
            estimated_completion_at: row.finite("estimated_completion_at")?,
            last_heartbeat_at: row.finite("last_heartbeat_at")?,
            error_message: row.column("error_message")?,
            error_details: row.column("error_details")?,
            started_at: row.finite("started_at")?,
            finished_at: row.finite("finished_at")?,
            version: row.column("version")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for LeadGenerationCampaign {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.lead_generation_campaigns`; it comes back as [`LeadGenerationCampaign`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewLeadGenerationCampaign {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`; `CHECK (length(btrim(name)) > 0)`
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub owner_id: Uuid,
    /// `public.campaign_type_enum NOT NULL DEFAULT 'lead_generation'`
    pub campaign_type: OrDefault<CampaignTypeEnum>,
    /// `public.campaign_status_enum NOT NULL DEFAULT 'draft'`
    pub status: OrDefault<CampaignStatusEnum>,
    /// `public.phase_type_enum`
    pub current_phase: Option<PhaseTypeEnum>,
    /// `public.phase_status_enum`
    pub phase_status: Option<PhaseStatusEnum>,
    /// `integer NOT NULL DEFAULT 4`
    pub total_phases: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 0`
    pub completed_phases: OrDefault<i32>,
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
    /// `boolean NOT NULL DEFAULT false`
    pub is_full_sequence_mode: OrDefault<bool>,
    /// `boolean NOT NULL DEFAULT false`
    pub auto_advance_phases: OrDefault<bool>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(domain_generation_config) = 'object')`
    pub domain_generation_config: OrDefault<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(dns_validation_config) = 'object')`
    pub dns_validation_config: OrDefault<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(http_validation_config) = 'object')`
    pub http_validation_config: OrDefault<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(analysis_config) = 'object')`
    pub analysis_config: OrDefault<serde_json::Value>,
    /// `numeric(12,3)`; `CHECK (processing_rate >= 0 AND processing_rate < 'NaN')`
    pub processing_rate: Option<Decimal>,
    /// `timestamp with time zone`
    pub estimated_completion_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_heartbeat_at: Option<DateTime<Utc>>,
    /// `text`
    pub error_message: Option<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Option<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (version > 0)`
    pub version: OrDefault<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewLeadGenerationCampaign {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(name: impl Into<String>, owner_id: Uuid) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            description: None,
            owner_id,
            campaign_type: OrDefault::Default,
            status: OrDefault::Default,
            current_phase: None,
            phase_status: None,
            total_phases: OrDefault::Default,
            completed_phases: OrDefault::Default,
            total_items: OrDefault::Default,
            processed_items: OrDefault::Default,
            successful_items: OrDefault::Default,
            failed_items: OrDefault::Default,
            progress_percentage: OrDefault::Default,
            is_full_sequence_mode: OrDefault::Default,
            auto_advance_phases: OrDefault::Default,
            domain_generation_config: OrDefault::Default,
            dns_validation_config: OrDefault::Default,
            http_validation_config: OrDefault::Default,
            analysis_config: OrDefault::Default,
            processing_rate: None,
            estimated_completion_at: None,
            last_heartbeat_at: None,
            error_message: None,
            error_details: None,
            started_at: None,
            finished_at: None,
            version: OrDefault::Default,
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

    /// Sets `description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `campaign_type`.
    #[must_use]
    pub fn with_campaign_type(mut self, campaign_type: CampaignTypeEnum) -> Self {
        self.campaign_type = OrDefault::Value(campaign_type);
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: CampaignStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `current_phase`.
    #[must_use]
    pub fn with_current_phase(mut self, current_phase: PhaseTypeEnum) -> Self {
        self.current_phase = Some(current_phase);
        self
    }

    /// Sets `phase_status`.
    #[must_use]
    pub fn with_phase_status(mut self, phase_status: PhaseStatusEnum) -> Self {
        self.phase_status = Some(phase_status);
        self
    }

    /// Sets `total_phases`.
    #[must_use]
    pub fn with_total_phases(mut self, total_phases: i32) -> Self {
        self.total_phases = OrDefault::Value(total_phases);
        self
    }

    /// Sets `completed_phases`.
    #[must_use]
    pub fn with_completed_phases(mut self, completed_phases: i32) -> Self {
        self.completed_phases = OrDefault::Value(completed_phases);
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

    /// Sets `is_full_sequence_mode`.
    #[must_use]
    pub fn with_is_full_sequence_mode(mut self, is_full_sequence_mode: bool) -> Self {
        self.is_full_sequence_mode = OrDefault::Value(is_full_sequence_mode);
        self
    }

    /// Sets `auto_advance_phases`.
    #[must_use]
    pub fn with_auto_advance_phases(mut self, auto_advance_phases: bool) -> Self {
        self.auto_advance_phases = OrDefault::Value(auto_advance_phases);
        self
    }

    /// Sets `domain_generation_config`.
    #[must_use]
    pub fn with_domain_generation_config(
        mut self,
        domain_generation_config: serde_json::Value,
    ) -> Self {
        self.domain_generation_config = OrDefault::Value(domain_generation_config);
        self
    }

    /// Sets `dns_validation_config`.
    #[must_use]
    pub fn with_dns_validation_config(
        mut self,
        dns_validation_config: serde_json::Value,
    ) -> Self {
        self.dns_validation_config = OrDefault::Value(dns_validation_config);
        self
    }

    /// Sets `http_validation_config`.
    #[must_use]
    pub fn with_http_validation_config(
        mut self,
        http_validation_config: serde_json::Value,
    ) -> Self {
        self.http_validation_config = OrDefault::Value(http_validation_config);
        self
    }

    /// Sets `analysis_config`.
    #[must_use]
    pub fn with_analysis_config(mut self, analysis_config: serde_json::Value) -> Self {
        self.analysis_config = OrDefault::Value(analysis_config);
        self
    }

    /// Sets `processing_rate`.
    #[must_use]
    pub fn with_processing_rate(mut self, processing_rate: Decimal) -> Self {
        self.processing_rate = Some(processing_rate);
        self
    }

    /// Sets `estimated_completion_at`.
    #[must_use]
    pub fn with_estimated_completion_at(
        mut self,
        estimated_completion_at: DateTime<Utc>,
    ) -> Self {
        self.estimated_completion_at = Some(estimated_completion_at);
        self
    }

    /// Sets `last_heartbeat_at`.
    #[must_use]
    pub fn with_last_heartbeat_at(mut self, last_heartbeat_at: DateTime<Utc>) -> Self {
        self.last_heartbeat_at = Some(last_heartbeat_at);
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

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// Sets `version`.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.version = OrDefault::Value(version);
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

/// A partial update of [`LeadGenerationCampaign`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LeadGenerationCampaignPatch {
    /// `character varying(255) NOT NULL`; `CHECK (length(btrim(name)) > 0)`
    pub name: Option<String>,
    /// `text`
    pub description: Change<String>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub owner_id: Option<Uuid>,
    /// `public.campaign_type_enum NOT NULL DEFAULT 'lead_generation'`
    pub campaign_type: Option<CampaignTypeEnum>,
    /// `public.campaign_status_enum NOT NULL DEFAULT 'draft'`
    pub status: Option<CampaignStatusEnum>,
    /// `public.phase_type_enum`
    pub current_phase: Change<PhaseTypeEnum>,
    /// `public.phase_status_enum`
    pub phase_status: Change<PhaseStatusEnum>,
    /// `integer NOT NULL DEFAULT 4`
    pub total_phases: Option<i32>,
    /// `integer NOT NULL DEFAULT 0`
    pub completed_phases: Option<i32>,
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
    /// `boolean NOT NULL DEFAULT false`
    pub is_full_sequence_mode: Option<bool>,
    /// `boolean NOT NULL DEFAULT false`
    pub auto_advance_phases: Option<bool>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(domain_generation_config) = 'object')`
    pub domain_generation_config: Option<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(dns_validation_config) = 'object')`
    pub dns_validation_config: Option<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(http_validation_config) = 'object')`
    pub http_validation_config: Option<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(analysis_config) = 'object')`
    pub analysis_config: Option<serde_json::Value>,
    /// `numeric(12,3)`; `CHECK (processing_rate >= 0 AND processing_rate < 'NaN')`
    pub processing_rate: Change<Decimal>,
    /// `timestamp with time zone`
    pub estimated_completion_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub last_heartbeat_at: Change<DateTime<Utc>>,
    /// `text`
    pub error_message: Change<String>,
    /// `jsonb`; `CHECK (jsonb_typeof(error_details) = 'object')`
    pub error_details: Change<serde_json::Value>,
    /// `timestamp with time zone`
    pub started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Change<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (version > 0)`
    pub version: Option<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
