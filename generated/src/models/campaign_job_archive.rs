// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{JobStatusEnum, JobTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Finished jobs, out of the way of the queue. Not unique by idempotency_key: the key is free again once a job is archived.
///
/// A row of `public.campaign_job_archive`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignJobArchive {
    /// `uuid NOT NULL`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL`; `CHECK (status IN ('completed', 'failed', 'cancelled', 'dead'))`
    pub status: JobStatusEnum,
    /// `smallint NOT NULL`
    pub priority: i16,
    /// `integer NOT NULL`
    pub attempts: i32,
    /// `integer NOT NULL`
    pub max_attempts: i32,
    /// `character varying(255) NOT NULL`
    pub idempotency_key: String,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: serde_json::Value,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
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

impl Record for CampaignJobArchive {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            job_type: row.column("job_type")?,
            status: row.column("status")?,
            priority: row.column("priority")?,
            attempts: row.column("attempts")?,
            max_attempts: row.column("max_attempts")?,
            idempotency_key: row.column("idempotency_key")?,
            payload: row.column("payload")?,
            result: row.column("result")?,
            last_error: row.column("last_error")?,
            fencing_token: row.column("fencing_token")?,
            scheduled_at: row.finite("scheduled_at")?,
            started_at: row.finite("started_at")?,
            finished_at: row.finite("finished_at")?,
            created_at: row.finite("created_at")?,
            archived_at: row.finite("archived_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignJobArchive {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_job_archive`; it comes back as [`CampaignJobArchive`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignJobArchive {
    /// `uuid NOT NULL`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL`; `CHECK (status IN ('completed', 'failed', 'cancelled', 'dead'))`
    pub status: JobStatusEnum,
    /// `smallint NOT NULL`
    pub priority: i16,
    /// `integer NOT NULL`
    pub attempts: i32,
    /// `integer NOT NULL`
    pub max_attempts: i32,
    /// `character varying(255) NOT NULL`
    pub idempotency_key: String,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: serde_json::Value,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
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
    pub archived_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignJobArchive {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        id: Uuid,
        campaign_id: Uuid,
        job_type: JobTypeEnum,
        status: JobStatusEnum,
        priority: i16,
        attempts: i32,
        max_attempts: i32,
        idempotency_key: impl Into<String>,
        payload: serde_json::Value,
        scheduled_at: DateTime<Utc>,
        finished_at: DateTime<Utc>,
        created_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            campaign_id,
            job_type,
            status,
            priority,
            attempts,
            max_attempts,
            idempotency_key: idempotency_key.into(),
            payload,
            result: None,
            last_error: None,
            fencing_token: None,
            scheduled_at,
            started_at: None,
            finished_at,
            created_at,
            archived_at: OrDefault::Default,
        }
    }

    /// Sets `result`.
    #[must_use]
    pub fn with_result(mut self, result: serde_json::Value) -> Self {
        self.result = Some(result);
        self
    }

    /// Sets `last_error`.
    #[must_use]
    pub fn with_last_error(mut self, last_error: impl Into<String>) -> Self {
        self.last_error = Some(last_error.into());
        self
    }

    /// Sets `fencing_token`.
    #[must_use]
    pub fn with_fencing_token(mut self, fencing_token: i64) -> Self {
        self.fencing_token = Some(fencing_token);
        self
    }

    /// Sets `started_at`.
    #[must_use]
    pub fn with_started_at(mut self, started_at: DateTime<Utc>) -> Self {
        self.started_at = Some(started_at);
        self
    }

    /// Sets `archived_at`.
    #[must_use]
    pub fn with_archived_at(mut self, archived_at: DateTime<Utc>) -> Self {
        self.archived_at = OrDefault::Value(archived_at);
        self
    }
}

/// A partial update of [`CampaignJobArchive`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignJobArchivePatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `public.job_type_enum NOT NULL`
    pub job_type: Option<JobTypeEnum>,
    /// `public.job_status_enum NOT NULL`; `CHECK (status IN ('completed', 'failed', 'cancelled', 'dead'))`
    pub status: Option<JobStatusEnum>,
    /// `smallint NOT NULL`
    pub priority: Option<i16>,
    /// `integer NOT NULL`
    pub attempts: Option<i32>,
    /// `integer NOT NULL`
    pub max_attempts: Option<i32>,
    /// `character varying(255) NOT NULL`
    pub idempotency_key: Option<String>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
    pub result: Change<serde_json::Value>,
    /// `text`
    pub last_error: Change<String>,
    /// `bigint`
    pub fencing_token: Change<i64>,
    /// `timestamp with time zone NOT NULL`
    pub scheduled_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub archived_at: Option<DateTime<Utc>>,
}
