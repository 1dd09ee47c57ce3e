// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{JobStatusEnum, JobTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Live work of all campaigns. Room is left in every page so that lease renewals stay heap-only; vacuum runs early because every job leaves dead rows behind.
///
/// A row of `public.campaign_jobs`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignJob {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL DEFAULT 'pending'`
    pub status: JobStatusEnum,
    /// 0 to 9; higher runs first.
    ///
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
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
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_attempts BETWEEN 1 AND 100)`
    pub max_attempts: i32,
    /// Enqueuing the same key for the same campaign again yields the existing job, until that job is archived.
    ///
    /// `character varying(255) NOT NULL DEFAULT gen_random_uuid()::text`
    pub idempotency_key: String,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: serde_json::Value,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
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

impl Record for CampaignJob {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            job_type: row.column("job_type")?,
            status: row.column("status")?,
            priority: row.column("priority")?,
            scheduled_at: row.finite("scheduled_at")?,
            next_execution_at: row.finite("next_execution_at")?,
            attempts: row.column("attempts")?,
            max_attempts: row.column("max_attempts")?,
            idempotency_key: row.column("idempotency_key")?,
            payload: row.column("payload")?,
            result: row.column("result")?,
            last_error: row.column("last_error")?,
            lease_owner: row.column("lease_owner")?,
            lease_expires_at: row.finite("lease_expires_at")?,
            fencing_token: row.column("fencing_token")?,
            started_at: row.finite("started_at")?,
            finished_at: row.finite("finished_at")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignJob {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_jobs`; it comes back as [`CampaignJob`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignJob {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.job_type_enum NOT NULL`
    pub job_type: JobTypeEnum,
    /// `public.job_status_enum NOT NULL DEFAULT 'pending'`
    pub status: OrDefault<JobStatusEnum>,
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
    pub priority: OrDefault<i16>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub next_execution_at: OrDefault<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 0`
    pub attempts: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_attempts BETWEEN 1 AND 100)`
    pub max_attempts: OrDefault<i32>,
    /// `character varying(255) NOT NULL DEFAULT gen_random_uuid()::text`
    pub idempotency_key: OrDefault<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: OrDefault<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
    pub result: Option<serde_json::Value>,
    /// `text`
    pub last_error: Option<String>,
    /// `character varying(128)`
    pub lease_owner: Option<String>,
    /// `timestamp with time zone`
    pub lease_expires_at: Option<DateTime<Utc>>,
    /// `bigint`
    pub fencing_token: Option<i64>,
    /// `timestamp with time zone`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignJob {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, job_type: JobTypeEnum) -> Self {
        Self {
            id: OrDefault::Default,
            campaign_id,
            job_type,
            status: OrDefault::Default,
            priority: OrDefault::Default,
            scheduled_at: OrDefault::Default,
            next_execution_at: OrDefault::Default,
            attempts: OrDefault::Default,
            max_attempts: OrDefault::Default,
            idempotency_key: OrDefault::Default,
            payload: OrDefault::Default,
            result: None,
            last_error: None,
            lease_owner: None,
            lease_expires_at: None,
            fencing_token: None,
            started_at: None,
            finished_at: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: JobStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `priority`.
    #[must_use]
    pub fn with_priority(mut self, priority: i16) -> Self {
        self.priority = OrDefault::Value(priority);
        self
    }

    /// Sets `scheduled_at`.
    #[must_use]
    pub fn with_scheduled_at(mut self, scheduled_at: DateTime<Utc>) -> Self {
        self.scheduled_at = OrDefault::Value(scheduled_at);
        self
    }

    /// Sets `next_execution_at`.
    #[must_use]
    pub fn with_next_execution_at(mut self, next_execution_at: DateTime<Utc>) -> Self {
        self.next_execution_at = OrDefault::Value(next_execution_at);
        self
    }

    /// Sets `attempts`.
    #[must_use]
    pub fn with_attempts(mut self, attempts: i32) -> Self {
        self.attempts = OrDefault::Value(attempts);
        self
    }

    /// Sets `max_attempts`.
    #[must_use]
    pub fn with_max_attempts(mut self, max_attempts: i32) -> Self {
        self.max_attempts = OrDefault::Value(max_attempts);
        self
    }

    /// Sets `idempotency_key`.
    #[must_use]
    pub fn with_idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = OrDefault::Value(idempotency_key.into());
        self
    }

    /// Sets `payload`.
    #[must_use]
    pub fn with_payload(mut self, payload: serde_json::Value) -> Self {
        self.payload = OrDefault::Value(payload);
        self
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

    /// Sets `lease_owner`.
    #[must_use]
    pub fn with_lease_owner(mut self, lease_owner: impl Into<String>) -> Self {
        self.lease_owner = Some(lease_owner.into());
        self
    }

    /// Sets `lease_expires_at`.
    #[must_use]
    pub fn with_lease_expires_at(mut self, lease_expires_at: DateTime<Utc>) -> Self {
        self.lease_expires_at = Some(lease_expires_at);
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

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`CampaignJob`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignJobPatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `public.job_type_enum NOT NULL`
    pub job_type: Option<JobTypeEnum>,
    /// `public.job_status_enum NOT NULL DEFAULT 'pending'`
    pub status: Option<JobStatusEnum>,
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
    pub priority: Option<i16>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub next_execution_at: Option<DateTime<Utc>>,
    /// `integer NOT NULL DEFAULT 0`
    pub attempts: Option<i32>,
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_attempts BETWEEN 1 AND 100)`
    pub max_attempts: Option<i32>,
    /// `character varying(255) NOT NULL DEFAULT gen_random_uuid()::text`
    pub idempotency_key: Option<String>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(payload) = 'object')`
    pub payload: Option<serde_json::Value>,
    /// `jsonb`; `CHECK (jsonb_typeof(result) = 'object')`
    pub result: Change<serde_json::Value>,
    /// `text`
    pub last_error: Change<String>,
    /// `character varying(128)`
    pub lease_owner: Change<String>,
    /// `timestamp with time zone`
    pub lease_expires_at: Change<DateTime<Utc>>,
    /// `bigint`
    pub fencing_token: Change<i64>,
    /// `timestamp with time zone`
    pub started_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
