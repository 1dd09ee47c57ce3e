// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_jobs`.
//!
//! Left out:
//!
//! - pages by `campaign_jobs_claim_idx`: it holds only some of the rows.
//! - pages by `campaign_jobs_running_idx`: it holds only some of the rows.
//! - pages by `campaign_jobs_failed_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::CampaignJob;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, job_type, status, priority, scheduled_at, ",
    "next_execution_at, attempts, max_attempts, idempotency_key, payload, result, ",
    "last_error, lease_owner, lease_expires_at, fencing_token, started_at, ",
    "finished_at, created_at, updated_at",
    " FROM public.campaign_jobs",
);

/// A position in the order of `campaign_jobs_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignJob;

    const NAME: &'static str = "public.campaign_jobs by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignJob) -> Self {
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

/// A position in the order of `campaign_jobs_campaign_id_idempotency_key_key`: `campaign_id, idempotency_key`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndIdempotencyKey {
    pub campaign_id: Uuid,
    pub idempotency_key: String,
}

impl Order for ByCampaignIdAndIdempotencyKey {
    type Row = CampaignJob;

    const NAME: &'static str = "public.campaign_jobs by_campaign_id_and_idempotency_key";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::ascending("idempotency_key", "character varying"),
    ];

    fn position(row: &CampaignJob) -> Self {
        Self {
            campaign_id: row.campaign_id,
            idempotency_key: row.idempotency_key.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(&self.idempotency_key));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            idempotency_key: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, idempotency_key`.
pub fn by_campaign_id_and_idempotency_key() -> Pages<ByCampaignIdAndIdempotencyKey> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `idempotency_key`.
pub fn of_campaign_id_by_idempotency_key(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndIdempotencyKey> {
    Pages::new().fix(Some(campaign_id))
}
