// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CampaignJobArchive;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, job_type, status, priority, attempts, max_attempts, ",
    "idempotency_key, payload, result, last_error, fencing_token, scheduled_at, ",
    "started_at, finished_at, created_at, archived_at",
    " FROM public.campaign_job_archive",
);

/// A position in the order of `campaign_job_archive_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignJobArchive;

    const NAME: &'static str = "public.campaign_job_archive by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignJobArchive) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `campaign_job_archive_campaign_idx`: `campaign_id, finished_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndFinishedAtAndId {
    pub campaign_id: Uuid,
    pub finished_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCampaignIdAndFinishedAtAndId {
    type Row = CampaignJobArchive;

    const NAME: &'static str = "public.campaign_job_archive by_campaign_id_and_finished_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::descending("finished_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &CampaignJobArchive) -> Self {
        Self {
            campaign_id: row.campaign_id,
            finished_at: row.finished_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.finished_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            finished_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, finished_at DESC, id DESC`.
pub fn by_campaign_id_and_finished_at_and_id() -> Pages<ByCampaignIdAndFinishedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `finished_at DESC, id DESC`.
pub fn of_campaign_id_by_finished_at_and_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndFinishedAtAndId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `finished_at`: `id DESC`.
pub fn of_campaign_id_and_finished_at_by_id(
    campaign_id: Uuid,
    finished_at: DateTime<Utc>,
) -> Pages<ByCampaignIdAndFinishedAtAndId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(finished_at))
}

/// A position in the order of `campaign_job_archive_finished_idx`: `finished_at, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByFinishedAt {
    pub finished_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByFinishedAt {
    type Row = CampaignJobArchive;

    const NAME: &'static str = "public.campaign_job_archive by_finished_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("finished_at", "timestamp with time zone"),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignJobArchive) -> Self {
        Self {
            finished_at: row.finished_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.finished_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            finished_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `finished_at, id`.
pub fn by_finished_at() -> Pages<ByFinishedAt> {
    Pages::new()
}
