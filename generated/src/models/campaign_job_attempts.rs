// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::JobAttemptOutcomeEnum;

/// One row per attempt, written by the function that ends the attempt.
///
/// A row of `public.campaign_job_attempts`; primary key: `job_id`, `fencing_token`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignJobAttempt {
    /// A job, live or archived; no foreign key, since the row outlives the job's move to the archive.
    ///
    /// `uuid NOT NULL`
    pub job_id: Uuid,
    /// `bigint NOT NULL`
    pub fencing_token: i64,
    /// `integer NOT NULL`
    pub attempt: i32,
    /// `character varying(128) NOT NULL`
    pub worker_id: String,
    /// `public.job_attempt_outcome_enum NOT NULL`
    pub outcome: JobAttemptOutcomeEnum,
    /// `text`
    pub error: Option<String>,
    /// `timestamp with time zone NOT NULL`
    pub started_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: DateTime<Utc>,
}
