// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_state_transitions` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignStateTransitionError {
    /// `campaign_state_transitions_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_state_transitions_state_event_id_key`: another row has this `state_event_id`.
    StateEventIdTaken,
    /// `campaign_state_transitions_subject_check`: `CHECK ((phase_type IS NULL AND to_status IS NOT NULL AND to_phase_status IS NULL) OR (phase_type IS NOT NULL AND to_phase_status IS NOT NULL AND to_status IS NULL))`.
    SubjectViolated,
    /// `campaign_state_transitions_validity_check`: `CHECK (is_valid = (refusal_reason IS NULL) AND is_valid = (state_event_id IS NOT NULL))`.
    ValidityViolated,
    /// `campaign_state_transitions_finished_at_check`: `CHECK (finished_at >= requested_at)`.
    FinishedAtInvalid,
    /// `campaign_state_transitions_state_event_id_fkey`: `public.campaign_state_events` has no row for `state_event_id`.
    StateEventNotFound,
    /// `campaign_state_transitions_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignStateTransitionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_state_transitions", "campaign_state_transitions_pkey") => {
                Self::IdTaken
            }
            (
                "campaign_state_transitions",
                "campaign_state_transitions_state_event_id_key",
            ) => Self::StateEventIdTaken,
            (
                "campaign_state_transitions",
                "campaign_state_transitions_subject_check",
            ) => Self::SubjectViolated,
            (
                "campaign_state_transitions",
                "campaign_state_transitions_validity_check",
            ) => Self::ValidityViolated,
            (
                "campaign_state_transitions",
                "campaign_state_transitions_finished_at_check",
            ) => Self::FinishedAtInvalid,
            (
                "campaign_state_transitions",
                "campaign_state_transitions_state_event_id_fkey",
            ) => Self::StateEventNotFound,
            (
                "campaign_state_transitions",
                "campaign_state_transitions_campaign_id_fkey",
            ) => Self::CampaignNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignStateTransitionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_state_transitions_pkey)",
            Self::StateEventIdTaken => {
                "another row has this state_event_id (campaign_state_transitions_state_event_id_key)"
            }
            Self::SubjectViolated => {
                "a value is against campaign_state_transitions_subject_check"
            }
            Self::ValidityViolated => {
                "a value is against campaign_state_transitions_validity_check"
            }
            Self::FinishedAtInvalid => {
                "a value is against campaign_state_transitions_finished_at_check"
            }
            Self::StateEventNotFound => {
                "public.campaign_state_events has no row for state_event_id (campaign_state_transitions_state_event_id_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_state_transitions_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignStateTransitionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
