// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_event_sequences` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignEventSequenceError {
    /// `campaign_event_sequences_pkey`: another row has this `campaign_id`.
    CampaignIdTaken,
    /// `campaign_event_sequences_last_sequence_check`: `CHECK (last_sequence >= 0)`.
    LastSequenceInvalid,
    /// `campaign_event_sequences_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignEventSequenceError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_event_sequences", "campaign_event_sequences_pkey") => {
                Self::CampaignIdTaken
            }
            (
                "campaign_event_sequences",
                "campaign_event_sequences_last_sequence_check",
            ) => Self::LastSequenceInvalid,
            (
                "campaign_event_sequences",
                "campaign_event_sequences_campaign_id_fkey",
            ) => {
                Self::CampaignNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignEventSequenceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdTaken => {
                "another row has this campaign_id (campaign_event_sequences_pkey)"
            }
            Self::LastSequenceInvalid => {
                "a value is against campaign_event_sequences_last_sequence_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_event_sequences_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignEventSequenceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
