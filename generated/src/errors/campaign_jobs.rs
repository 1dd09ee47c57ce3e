// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_jobs` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignJobError {
    /// `campaign_jobs_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_jobs_campaign_id_idempotency_key_key`: another row has this `campaign_id, idempotency_key`.
    CampaignIdIdempotencyKeyTaken,
    /// `campaign_jobs_payload_check`: `CHECK (jsonb_typeof(payload) = 'object')`.
    PayloadInvalid,
    /// `campaign_jobs_result_check`: `CHECK (jsonb_typeof(result) = 'object')`.
    ResultInvalid,
    /// `campaign_jobs_priority_check`: `CHECK (priority BETWEEN 0 AND 9)`.
    PriorityInvalid,
    /// `campaign_jobs_max_attempts_check`: `CHECK (max_attempts BETWEEN 1 AND 100)`.
    MaxAttemptsInvalid,
    /// `campaign_jobs_attempts_check`: `CHECK (attempts BETWEEN 0 AND max_attempts)`.
    AttemptsInvalid,
    /// `campaign_jobs_attempts_left_check`: `CHECK (status NOT IN ('pending', 'queued') OR attempts < max_attempts)`.
    AttemptsLeftViolated,
    /// `campaign_jobs_lease_check`: `CHECK ((status = 'running') = (lease_owner IS NOT NULL) AND (status = 'running') = (lease_expires_at IS NOT NULL))`.
    LeaseViolated,
    /// `campaign_jobs_running_check`: `CHECK (status <> 'running' OR (fencing_token IS NOT NULL AND started_at IS NOT NULL AND attempts > 0))`.
    RunningViolated,
    /// `campaign_jobs_finished_at_check`: `CHECK ((status IN ('completed', 'failed', 'cancelled', 'dead')) = (finished_at IS NOT NULL))`.
    FinishedAtInvalid,
    /// `campaign_jobs_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignJobError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_jobs", "campaign_jobs_pkey") => Self::IdTaken,
            ("campaign_jobs", "campaign_jobs_campaign_id_idempotency_key_key") => {
                Self::CampaignIdIdempotencyKeyTaken
            }
            ("campaign_jobs", "campaign_jobs_payload_check") => Self::PayloadInvalid,
            ("campaign_jobs", "campaign_jobs_result_check") => Self::ResultInvalid,
            ("campaign_jobs", "campaign_jobs_priority_check") => Self::PriorityInvalid,
            ("campaign_jobs", "campaign_jobs_max_attempts_check") => {
                Self::MaxAttemptsInvalid
            }
            ("campaign_jobs", "campaign_jobs_attempts_check") => Self::AttemptsInvalid,
            ("campaign_jobs", "campaign_jobs_attempts_left_check") => {
                Self::AttemptsLeftViolated
            }
            ("campaign_jobs", "campaign_jobs_lease_check") => Self::LeaseViolated,
            ("campaign_jobs", "campaign_jobs_running_check") => Self::RunningViolated,
            ("campaign_jobs", "campaign_jobs_finished_at_check") => {
                Self::FinishedAtInvalid
            }
            ("campaign_jobs", "campaign_jobs_campaign_id_fkey") => Self::CampaignNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignJobError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_jobs_pkey)",
            Self::CampaignIdIdempotencyKeyTaken => {
                "another row has this campaign_id, idempotency_key (campaign_jobs_campaign_id_idempotency_key_key)"
            }
            Self::PayloadInvalid => "a value is against campaign_jobs_payload_check",
            Self::ResultInvalid => "a value is against campaign_jobs_result_check",
            Self::PriorityInvalid => "a value is against campaign_jobs_priority_check",
            Self::MaxAttemptsInvalid => {
                "a value is against campaign_jobs_max_attempts_check"
            }
            Self::AttemptsInvalid => "a value is against campaign_jobs_attempts_check",
            Self::AttemptsLeftViolated => {
                "a value is against campaign_jobs_attempts_left_check"
            }
            Self::LeaseViolated => "a value is against campaign_jobs_lease_check",
            Self::RunningViolated => "a value is against campaign_jobs_running_check",
            Self::FinishedAtInvalid => {
                "a value is against campaign_jobs_finished_at_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_jobs_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignJobError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
