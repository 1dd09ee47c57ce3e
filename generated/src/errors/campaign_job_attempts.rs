// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_job_attempts` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignJobAttemptError {
    /// `campaign_job_attempts_pkey`: another row has this `job_id, fencing_token`.
    JobIdFencingTokenTaken,
    /// `campaign_job_attempts_attempt_check`: `CHECK (attempt > 0)`.
    AttemptInvalid,
    /// `campaign_job_attempts_finished_at_check`: `CHECK (finished_at >= started_at)`.
    FinishedAtInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignJobAttemptError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_job_attempts", "campaign_job_attempts_pkey") => {
                Self::JobIdFencingTokenTaken
            }
            ("campaign_job_attempts", "campaign_job_attempts_attempt_check") => {
                Self::AttemptInvalid
            }
            ("campaign_job_attempts", "campaign_job_attempts_finished_at_check") => {
                Self::FinishedAtInvalid
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignJobAttemptError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::JobIdFencingTokenTaken => {
                "another row has this job_id, fencing_token (campaign_job_attempts_pkey)"
            }
            Self::AttemptInvalid => {
                "a value is against campaign_job_attempts_attempt_check"
            }
            Self::FinishedAtInvalid => {
                "a value is against campaign_job_attempts_finished_at_check"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignJobAttemptError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
