// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_job_archive` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignJobArchiveError {
    /// `campaign_job_archive_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_job_archive_payload_check`: `CHECK (jsonb_typeof(payload) = 'object')`.
    PayloadInvalid,
    /// `campaign_job_archive_result_check`: `CHECK (jsonb_typeof(result) = 'object')`.
    ResultInvalid,
    /// `campaign_job_archive_status_check`: `CHECK (status IN ('completed', 'failed', 'cancelled', 'dead'))`.
    StatusInvalid,
    /// `campaign_job_archive_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignJobArchiveError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_job_archive", "campaign_job_archive_pkey") => Self::IdTaken,
            ("campaign_job_archive", "campaign_job_archive_payload_check") => {
                Self::PayloadInvalid
            }
            ("campaign_job_archive", "campaign_job_archive_result_check") => {
                Self::ResultInvalid
            }
            ("campaign_job_archive", "campaign_job_archive_status_check") => {
                Self::StatusInvalid
            }
            ("campaign_job_archive", "campaign_job_archive_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignJobArchiveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_job_archive_pkey)",
            Self::PayloadInvalid => {
                "a value is against campaign_job_archive_payload_check"
            }
            Self::ResultInvalid => "a value is against campaign_job_archive_result_check",
            Self::StatusInvalid => "a value is against campaign_job_archive_status_check",
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_job_archive_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignJobArchiveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
