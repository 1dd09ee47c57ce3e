// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_state_snapshots` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignStateSnapshotError {
    /// `campaign_state_snapshots_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_state_snapshots_valid_key`: another row has this `campaign_id, last_event_sequence`. Among the rows where `is_valid`.
    ValidTaken,
    /// `campaign_state_snapshots_state_data_check`: `CHECK (jsonb_typeof(state_data) = 'object')`.
    StateDataInvalid,
    /// `campaign_state_snapshots_last_event_sequence_check`: `CHECK (last_event_sequence >= 0)`.
    LastEventSequenceInvalid,
    /// `campaign_state_snapshots_validity_check`: `CHECK (is_valid = (invalid_reason IS NULL))`.
    ValidityViolated,
    /// `campaign_state_snapshots_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignStateSnapshotError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_state_snapshots", "campaign_state_snapshots_pkey") => {
                Self::IdTaken
            }
            ("campaign_state_snapshots", "campaign_state_snapshots_valid_key") => {
                Self::ValidTaken
            }
            (
                "campaign_state_snapshots",
                "campaign_state_snapshots_state_data_check",
            ) => {
                Self::StateDataInvalid
            }
            (
                "campaign_state_snapshots",
                "campaign_state_snapshots_last_event_sequence_check",
            ) => Self::LastEventSequenceInvalid,
            ("campaign_state_snapshots", "campaign_state_snapshots_validity_check") => {
                Self::ValidityViolated
            }
            (
                "campaign_state_snapshots",
                "campaign_state_snapshots_campaign_id_fkey",
            ) => {
                Self::CampaignNotFound
            }
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignStateSnapshotError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_state_snapshots_pkey)",
            Self::ValidTaken => {
                "another row has this campaign_id, last_event_sequence (campaign_state_snapshots_valid_key)"
            }
            Self::StateDataInvalid => {
                "a value is against campaign_state_snapshots_state_data_check"
            }
            Self::LastEventSequenceInvalid => {
                "a value is against campaign_state_snapshots_last_event_sequence_check"
            }
            Self::ValidityViolated => {
                "a value is against campaign_state_snapshots_validity_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_state_snapshots_campaign_id_fkey)"
            }
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignStateSnapshotError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
