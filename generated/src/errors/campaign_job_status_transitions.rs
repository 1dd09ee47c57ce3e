// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_job_status_transitions` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignJobStatusTransitionError {
    /// `campaign_job_status_transitions_pkey`: another row has this `from_status, to_status`.
    FromStatusToStatusTaken,
    /// `campaign_job_status_transitions_distinct_check`: `CHECK (from_status <> to_status)`.
    DistinctViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignJobStatusTransitionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            (
                "campaign_job_status_transitions",
                "campaign_job_status_transitions_pkey",
            ) => Self::FromStatusToStatusTaken,
            (
                "campaign_job_status_transitions",
                "campaign_job_status_transitions_distinct_check",
            ) => Self::DistinctViolated,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignJobStatusTransitionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::FromStatusToStatusTaken => {
                "another row has this from_status, to_status (campaign_job_status_transitions_pkey)"
            }
            Self::DistinctViolated => {
                "a value is against campaign_job_status_transitions_distinct_check"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignJobStatusTransitionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
