// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::JobAttemptOutcomeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One row per attempt, written by the function that ends the attempt.
///
/// A row of `public.campaign_job_attempts`; primary key: `job_id`, `fencing_token`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignJobAttempt {
    /// A job, live or archived; no foreign key, since the row outlives the job's move to the archive.
    ///
    /// `uuid NOT NULL`
    pub job_id: Uuid,
    /// `bigint NOT NULL`
    pub fencing_token: i64,
    /// `integer NOT NULL`; `CHECK (attempt > 0)`
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

impl Record for CampaignJobAttempt {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            job_id: row.column("job_id")?,
            fencing_token: row.column("fencing_token")?,
            attempt: row.column("attempt")?,
            worker_id: row.column("worker_id")?,
            outcome: row.column("outcome")?,
            error: row.column("error")?,
            started_at: row.finite("started_at")?,
            finished_at: row.finite("finished_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignJobAttempt {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_job_attempts`; it comes back as [`CampaignJobAttempt`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignJobAttempt {
    /// `uuid NOT NULL`
    pub job_id: Uuid,
    /// `bigint NOT NULL`
    pub fencing_token: i64,
    /// `integer NOT NULL`; `CHECK (attempt > 0)`
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
    pub finished_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignJobAttempt {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        job_id: Uuid,
        fencing_token: i64,
        attempt: i32,
        worker_id: impl Into<String>,
        outcome: JobAttemptOutcomeEnum,
        started_at: DateTime<Utc>,
    ) -> Self {
        Self {
            job_id,
            fencing_token,
            attempt,
            worker_id: worker_id.into(),
            outcome,
            error: None,
            started_at,
            finished_at: OrDefault::Default,
        }
    }

    /// Sets `error`.
    #[must_use]
    pub fn with_error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = OrDefault::Value(finished_at);
        self
    }
}

/// A partial update of [`CampaignJobAttempt`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignJobAttemptPatch {
    /// `integer NOT NULL`; `CHECK (attempt > 0)`
    pub attempt: Option<i32>,
    /// `character varying(128) NOT NULL`
    pub worker_id: Option<String>,
    /// `public.job_attempt_outcome_enum NOT NULL`
    pub outcome: Option<JobAttemptOutcomeEnum>,
    /// `text`
    pub error: Change<String>,
    /// `timestamp with time zone NOT NULL`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT clock_timestamp()`
    pub finished_at: Option<DateTime<Utc>>,
}
