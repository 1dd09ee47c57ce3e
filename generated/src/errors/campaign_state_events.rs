// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_state_events` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignStateEventError {
    /// `campaign_state_events_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_state_events_campaign_id_sequence_number_key`: another row has this `campaign_id, sequence_number`.
    CampaignIdSequenceNumberTaken,
    /// `campaign_state_events_event_data_check`: `CHECK (jsonb_typeof(event_data) = 'object')`.
    EventDataInvalid,
    /// `campaign_state_events_context_check`: `CHECK (jsonb_typeof(context) = 'object')`.
    ContextInvalid,
    /// `campaign_state_events_sequence_number_check`: `CHECK (sequence_number > 0)`.
    SequenceNumberInvalid,
    /// `campaign_state_events_status_changed_check`: `CHECK (event_type <> 'status_changed' OR target_status IS NOT NULL)`.
    StatusChangedViolated,
    /// `campaign_state_events_phase_changed_check`: `CHECK (event_type <> 'phase_changed' OR (phase_type IS NOT NULL AND target_phase_status IS NOT NULL))`.
    PhaseChangedViolated,
    /// `campaign_state_events_processed_at_check`: `CHECK ((processing_status = 'processed') = (processed_at IS NOT NULL))`.
    ProcessedAtInvalid,
    /// `campaign_state_events_triggered_by_fkey`: `public.users` has no row for `triggered_by`.
    TriggeredByNotFound,
    /// `campaign_state_events_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignStateEventError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_state_events", "campaign_state_events_pkey") => Self::IdTaken,
            (
                "campaign_state_events",
                "campaign_state_events_campaign_id_sequence_number_key",
            ) => Self::CampaignIdSequenceNumberTaken,
            ("campaign_state_events", "campaign_state_events_event_data_check") => {
                Self::EventDataInvalid
            }
            ("campaign_state_events", "campaign_state_events_context_check") => {
                Self::ContextInvalid
            }
            ("campaign_state_events", "campaign_state_events_sequence_number_check") => {
                Self::SequenceNumberInvalid
            }
            ("campaign_state_events", "campaign_state_events_status_changed_check") => {
                Self::StatusChangedViolated
            }
            ("campaign_state_events", "campaign_state_events_phase_changed_check") => {
                Self::PhaseChangedViolated
            }
            ("campaign_state_events", "campaign_state_events_processed_at_check") => {
                Self::ProcessedAtInvalid
            }
            ("campaign_state_events", "campaign_state_events_triggered_by_fkey") => {
                Self::TriggeredByNotFound
            }
            ("campaign_state_events", "campaign_state_events_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignStateEventError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_state_events_pkey)",
            Self::CampaignIdSequenceNumberTaken => {
                "another row has this campaign_id, sequence_number (campaign_state_events_campaign_id_sequence_number_key)"
            }
            Self::EventDataInvalid => {
                "a value is against campaign_state_events_event_data_check"
            }
            Self::ContextInvalid => {
                "a value is against campaign_state_events_context_check"
            }
            Self::SequenceNumberInvalid => {
                "a value is against campaign_state_events_sequence_number_check"
            }
            Self::StatusChangedViolated => {
                "a value is against campaign_state_events_status_changed_check"
            }
            Self::PhaseChangedViolated => {
                "a value is against campaign_state_events_phase_changed_check"
            }
            Self::ProcessedAtInvalid => {
                "a value is against campaign_state_events_processed_at_check"
            }
            Self::TriggeredByNotFound => {
                "public.users has no row for triggered_by (campaign_state_events_triggered_by_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_state_events_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignStateEventError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
