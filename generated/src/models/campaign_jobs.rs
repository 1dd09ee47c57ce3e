// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{JobStatusEnum, JobTypeEnum};

/// Live work of all campaigns. Room is left in every page so that lease renewals stay heap-only; vacuum runs early because every job leaves dead rows behind.
///
/// A row of `public.campaign_jobs`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignJob {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL DEFAULT 'pending'`
    pub status: JobStatusEnum,
    /// 0 to 9; higher runs first.
    ///
    /// `smallint NOT NULL DEFAULT 5`
    pub priority: i16,
    /// When the job was first meant to run.
    ///
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: DateTime<Utc>,
    /// Not to be claimed before; moved on by every retry.
    ///
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub next_execution_at: DateTime<Utc>,
    /// Claims made so far, the running one included.
    ///
    /// `integer NOT NULL DEFAULT 0`
    pub attempts: i32,
    /// `integer NOT NULL DEFAULT 3`
    pub max_attempts: i32,
    /// Enqueuing the same key for the same campaign again yields the existing job, until that job is archived.
    ///
    /// `character varying(255) NOT NULL DEFAULT gen_random_uuid()::text`
    pub idempotency_key: String,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub payload: serde_json::Value,
    /// `jsonb`
    pub result: Option<serde_json::Value>,
    /// `text`
    pub last_error: Option<String>,
    /// The worker that runs the job (see job_workers); no foreign key, as a lease may outlive its worker and a key would cost every claim an index entry.
    ///
    /// `character varying(128)`
    pub lease_owner: Option<String>,
    /// The job may be taken from its worker after this time unless the lease is renewed.
    ///
    /// `timestamp with time zone`
    pub lease_expires_at: Option<DateTime<Utc>>,
    /// Token of the latest claim; complete and fail require it. Given anew by a trigger at every claim.
    ///
    /// `bigint`
    pub fencing_token: Option<i64>,
    /// Start of the latest attempt.
    ///
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
