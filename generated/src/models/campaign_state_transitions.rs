// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{CampaignStatusEnum, PhaseStatusEnum, PhaseTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Every transition made, with its event, and those refused, with the reason why.
///
/// A row of `public.campaign_state_transitions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignStateTransition {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// The event that records it; NULL exactly when the move was refused.
    ///
    /// `uuid`; unique; refers to `public.campaign_state_events`
    pub state_event_id: Option<Uuid>,
    /// NULL = the campaign itself moved; otherwise which of its phases did.
    ///
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub from_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub to_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub from_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub to_phase_status: Option<PhaseStatusEnum>,
    /// `boolean NOT NULL`
    pub is_valid: bool,
    /// `text`
    pub refusal_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub requested_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: DateTime<Utc>,
}

impl Record for CampaignStateTransition {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            state_event_id: row.column("state_event_id")?,
            phase_type: row.column("phase_type")?,
            from_status: row.column("from_status")?,
            to_status: row.column("to_status")?,
            from_phase_status: row.column("from_phase_status")?,
            to_phase_status: row.column("to_phase_status")?,
            is_valid: row.column("is_valid")?,
            refusal_reason: row.column("refusal_reason")?,
            requested_at: row.finite("requested_at")?,
            finished_at: row.finite("finished_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignStateTransition {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_state_transitions`; it comes back as [`CampaignStateTransition`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignStateTransition {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `uuid`; unique; refers to `public.campaign_state_events`
    pub state_event_id: Option<Uuid>,
    /// `public.phase_type_enum`
    pub phase_type: Option<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub from_status: Option<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub to_status: Option<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub from_phase_status: Option<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub to_phase_status: Option<PhaseStatusEnum>,
    /// `boolean NOT NULL`
    pub is_valid: bool,
    /// `text`
    pub refusal_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub requested_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignStateTransition {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, is_valid: bool) -> Self {
        Self {
            campaign_id,
            state_event_id: None,
            phase_type: None,
            from_status: None,
            to_status: None,
            from_phase_status: None,
            to_phase_status: None,
            is_valid,
            refusal_reason: None,
            requested_at: OrDefault::Default,
            finished_at: OrDefault::Default,
        }
    }

    /// Sets `state_event_id`.
    #[must_use]
    pub fn with_state_event_id(mut self, state_event_id: Uuid) -> Self {
        self.state_event_id = Some(state_event_id);
        self
    }

    /// Sets `phase_type`.
    #[must_use]
    pub fn with_phase_type(mut self, phase_type: PhaseTypeEnum) -> Self {
        self.phase_type = Some(phase_type);
        self
    }

    /// Sets `from_status`.
    #[must_use]
    pub fn with_from_status(mut self, from_status: CampaignStatusEnum) -> Self {
        self.from_status = Some(from_status);
        self
    }

    /// Sets `to_status`.
    #[must_use]
    pub fn with_to_status(mut self, to_status: CampaignStatusEnum) -> Self {
        self.to_status = Some(to_status);
        self
    }

    /// Sets `from_phase_status`.
    #[must_use]
    pub fn with_from_phase_status(mut self, from_phase_status: PhaseStatusEnum) -> Self {
        self.from_phase_status = Some(from_phase_status);
        self
    }

    /// Sets `to_phase_status`.
    #[must_use]
    pub fn with_to_phase_status(mut self, to_phase_status: PhaseStatusEnum) -> Self {
        self.to_phase_status = Some(to_phase_status);
        self
    }

    /// Sets `refusal_reason`.
    #[must_use]
    pub fn with_refusal_reason(mut self, refusal_reason: impl Into<String>) -> Self {
        self.refusal_reason = Some(refusal_reason.into());
        self
    }

    /// Sets `requested_at`.
    #[must_use]
    pub fn with_requested_at(mut self, requested_at: DateTime<Utc>) -> Self {
        self.requested_at = OrDefault::Value(requested_at);
        self
    }

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = OrDefault::Value(finished_at);
        self
    }
}

/// A partial update of [`CampaignStateTransition`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignStateTransitionPatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `uuid`; unique; refers to `public.campaign_state_events`
    pub state_event_id: Change<Uuid>,
    /// `public.phase_type_enum`
    pub phase_type: Change<PhaseTypeEnum>,
    /// `public.campaign_status_enum`
    pub from_status: Change<CampaignStatusEnum>,
    /// `public.campaign_status_enum`
    pub to_status: Change<CampaignStatusEnum>,
    /// `public.phase_status_enum`
    pub from_phase_status: Change<PhaseStatusEnum>,
    /// `public.phase_status_enum`
    pub to_phase_status: Change<PhaseStatusEnum>,
    /// `boolean NOT NULL`
    pub is_valid: Option<bool>,
    /// `text`
    pub refusal_reason: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub requested_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: Option<DateTime<Utc>>,
}
