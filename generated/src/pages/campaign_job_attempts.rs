// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CampaignJobAttempt;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT job_id, fencing_token, attempt, worker_id, outcome, error, started_at, ",
    "finished_at",
    " FROM public.campaign_job_attempts",
);

/// A position in the order of `campaign_job_attempts_pkey`: `job_id, fencing_token`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByJobIdAndFencingToken {
    pub job_id: Uuid,
    pub fencing_token: i64,
}

impl Order for ByJobIdAndFencingToken {
    type Row = CampaignJobAttempt;

    const NAME: &'static str = "public.campaign_job_attempts by_job_id_and_fencing_token";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("job_id", "uuid"),
        Key::ascending("fencing_token", "bigint"),
    ];

    fn position(row: &CampaignJobAttempt) -> Self {
        Self {
            job_id: row.job_id,
            fencing_token: row.fencing_token,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.job_id));
        to.key(Some(self.fencing_token));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            job_id: from.key()?,
            fencing_token: from.key()?,
        })
    }
}

/// Pages over all rows: `job_id, fencing_token`.
pub fn by_job_id_and_fencing_token() -> Pages<ByJobIdAndFencingToken> {
    Pages::new()
}

/// Pages over the rows with this `job_id`: `fencing_token`.
pub fn of_job_id_by_fencing_token(job_id: Uuid) -> Pages<ByJobIdAndFencingToken> {
    Pages::new().fix(Some(job_id))
}

/// A position in the order of `campaign_job_attempts_finished_idx`: `finished_at, job_id, fencing_token`.
///
/// Ties are broken by `job_id`, `fencing_token`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByFinishedAt {
    pub finished_at: DateTime<Utc>,
    pub job_id: Uuid,
    pub fencing_token: i64,
}

impl Order for ByFinishedAt {
    type Row = CampaignJobAttempt;

    const NAME: &'static str = "public.campaign_job_attempts by_finished_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("finished_at", "timestamp with time zone"),
        Key::ascending("job_id", "uuid"),
        Key::ascending("fencing_token", "bigint"),
    ];

    fn position(row: &CampaignJobAttempt) -> Self {
        Self {
            finished_at: row.finished_at,
            job_id: row.job_id,
            fencing_token: row.fencing_token,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.finished_at));
        to.key(Some(self.job_id));
        to.key(Some(self.fencing_token));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            finished_at: from.key()?,
            job_id: from.key()?,
            fencing_token: from.key()?,
        })
    }
}

/// Pages over all rows: `finished_at, job_id, fencing_token`.
pub fn by_finished_at() -> Pages<ByFinishedAt> {
    Pages::new()
}
