// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{
    CampaignStatusEnum, EventProcessingStatusEnum, PhaseStatusEnum, PhaseTypeEnum,
    StateEventTypeEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// What happened to each campaign, in order.
///
/// A row of `public.campaign_state_events`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignStateEvent {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// Place in the campaign's log, from 1 without gaps. 0 on insert asks the trigger for the next number.
    ///
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (sequence_number > 0)`
    pub sequence_number: i64,
    /// `public.state_event_type_enum NOT NULL`
    pub event_type: StateEventTypeEnum,
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub source_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub target_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub source_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub target_phase_status: Option<PhaseStatusEnum>,
    /// `text`
    pub reason: Option<String>,
    /// The user who caused it; NULL = the system.
    ///
    /// `uuid`; refers to `public.users`
    pub triggered_by: Option<Uuid>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: serde_json::Value,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(context) = 'object')`
    pub context: serde_json::Value,
    /// `uuid`
    pub correlation_id: Option<Uuid>,
    /// `public.event_processing_status_enum NOT NULL DEFAULT 'pending'`
    pub processing_status: EventProcessingStatusEnum,
    /// `timestamp with time zone`
    pub processed_at: Option<DateTime<Utc>>,
    /// `text`
    pub processing_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for CampaignStateEvent {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            sequence_number: row.column("sequence_number")?,
            event_type: row.column("event_type")?,
            phase_type: row.column("phase_type")?,
            source_status: row.column("source_status")?,
            target_status: row.column("target_status")?,
            source_phase_status: row.column("source_phase_status")?,
            target_phase_status: row.column("target_phase_status")?,
            reason: row.column("reason")?,
            triggered_by: row.column("triggered_by")?,
            event_data: row.column("event_data")?,
            context: row.column("context")?,
            correlation_id: row.column("correlation_id")?,
            processing_status: row.column("processing_status")?,
            processed_at: row.finite("processed_at")?,
            processing_error: row.column("processing_error")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignStateEvent {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_state_events`; it comes back as [`CampaignStateEvent`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignStateEvent {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (sequence_number > 0)`
    pub sequence_number: OrDefault<i64>,
    /// `public.state_event_type_enum NOT NULL`
    pub event_type: StateEventTypeEnum,
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub source_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub target_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub source_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub target_phase_status: Option<PhaseStatusEnum>,
    /// `text`
    pub reason: Option<String>,
    /// `uuid`; refers to `public.users`
    pub triggered_by: Option<Uuid>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: OrDefault<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(context) = 'object')`
    pub context: OrDefault<serde_json::Value>,
    /// `uuid`
    pub correlation_id: Option<Uuid>,
    /// `public.event_processing_status_enum NOT NULL DEFAULT 'pending'`
    pub processing_status: OrDefault<EventProcessingStatusEnum>,
    /// `timestamp with time zone`
    pub processed_at: Option<DateTime<Utc>>,
    /// `text`
    pub processing_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignStateEvent {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, event_type: StateEventTypeEnum) -> Self {
        Self {
            id: OrDefault::Default,
            campaign_id,
            sequence_number: OrDefault::Default,
            event_type,
            phase_type: None,
            source_status: None,
            target_status: None,
            source_phase_status: None,
            target_phase_status: None,
            reason: None,
            triggered_by: None,
            event_data: OrDefault::Default,
            context: OrDefault::Default,
            correlation_id: None,
            processing_status: OrDefault::Default,
            processed_at: None,
            processing_error: None,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `sequence_number`.
    #[must_use]
    pub fn with_sequence_number(mut self, sequence_number: i64) -> Self {
        self.sequence_number = OrDefault::Value(sequence_number);
        self
    }

    /// Sets `phase_type`.
    #[must_use]
    pub fn with_phase_type(mut self, phase_type: PhaseTypeEnum) -> Self {
        self.phase_type = Some(phase_type);
        self
    }

    /// Sets `source_status`.
    #[must_use]
    pub fn with_source_status(mut self, source_status: CampaignStatusEnum) -> Self {
        self.source_status = Some(source_status);
        self
    }

    /// Sets `target_status`.
    #[must_use]
    pub fn with_target_status(mut self, target_status: CampaignStatusEnum) -> Self {
        self.target_status = Some(target_status);
        self
    }

    /// Sets `source_phase_status`.
    #[must_use]
    pub fn with_source_phase_status(
        mut self,
        source_phase_status: PhaseStatusEnum,
    ) -> Self {
        self.source_phase_status = Some(source_phase_status);
        self
    }

    /// Sets `target_phase_status`.
    #[must_use]
    pub fn with_target_phase_status(
        mut self,
        target_phase_status: PhaseStatusEnum,
    ) -> Self {
        self.target_phase_status = Some(target_phase_status);
        self
    }

    /// Sets `reason`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets `triggered_by`.
    #[must_use]
    pub fn with_triggered_by(mut self, triggered_by: Uuid) -> Self {
        self.triggered_by = Some(triggered_by);
        self
    }

    /// Sets `event_data`.
    #[must_use]
    pub fn with_event_data(mut self, event_data: serde_json::Value) -> Self {
        self.event_data = OrDefault::Value(event_data);
        self
    }

    /// Sets `context`.
    #[must_use]
    pub fn with_context(mut self, context: serde_json::Value) -> Self {
        self.context = OrDefault::Value(context);
        self
    }

    /// Sets `correlation_id`.
    #[must_use]
    pub fn with_correlation_id(mut self, correlation_id: Uuid) -> Self {
        self.correlation_id = Some(correlation_id);
        self
    }

    /// Sets `processing_status`.
    #[must_use]
    pub fn with_processing_status(
        mut self,
        processing_status: EventProcessingStatusEnum,
    ) -> Self {
        self.processing_status = OrDefault::Value(processing_status);
        self
    }

    /// Sets `processed_at`.
    #[must_use]
    pub fn with_processed_at(mut self, processed_at: DateTime<Utc>) -> Self {
        self.processed_at = Some(processed_at);
        self
    }

    /// Sets `processing_error`.
    #[must_use]
    pub fn with_processing_error(mut self, processing_error: impl Into<String>) -> Self {
        self.processing_error = Some(processing_error.into());
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`CampaignStateEvent`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignStateEventPatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (sequence_number > 0)`
    pub sequence_number: Option<i64>,
    /// `public.state_event_type_enum NOT NULL`
    pub event_type: Option<StateEventTypeEnum>,
    /// `public.phase_type_enum`
    pub phase_type: Change<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub source_status: Change<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub target_status: Change<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub source_phase_status: Change<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub target_phase_status: Change<PhaseStatusEnum>,
    /// `text`
    pub reason: Change<String>,
    /// `uuid`; refers to `public.users`
    pub triggered_by: Change<Uuid>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(event_data) = 'object')`
    pub event_data: Option<serde_json::Value>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(context) = 'object')`
    pub context: Option<serde_json::Value>,
    /// `uuid`
    pub correlation_id: Change<Uuid>,
    /// `public.event_processing_status_enum NOT NULL DEFAULT 'pending'`
    pub processing_status: Option<EventProcessingStatusEnum>,
    /// `timestamp with time zone`
    pub processed_at: Change<DateTime<Utc>>,
    /// `text`
    pub processing_error: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
