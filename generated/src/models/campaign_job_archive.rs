// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::{JobStatusEnum, JobTypeEnum};

/// Finished jobs, out of the way of the queue. Not unique by idempotency_key: the key is free again once a job is archived.
///
/// A row of `public.campaign_job_archive`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignJobArchive {
    /// `uuid NOT NULL`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL`
    pub status: JobStatusEnum,
    /// `smallint NOT NULL`
    pub priority: i16,
    /// `integer NOT NULL`
    pub attempts: i32,
    /// `integer NOT NULL`
    pub max_attempts: i32,
    /// `character varying(255) NOT NULL`
    pub idempotency_key: String,
    /// `jsonb NOT NULL`
    pub payload: serde_json::Value,
    /// `jsonb`
    pub result: Option<serde_json::Value>,
    /// `text`
    pub last_error: Option<String>,
    /// `bigint`
    pub fencing_token: Option<i64>,
    /// `timestamp with time zone NOT NULL`
    pub scheduled_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub finished_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub archived_at: DateTime<Utc>,
}
