// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::JobTypeEnum;
use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `enqueue_job()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct EnqueueJobRow {
    pub job_id: Option<Uuid>,
    pub was_created: Option<bool>,
}

impl Record for EnqueueJobRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            job_id: row.column("job_id")?,
            was_created: row.column("was_created")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for EnqueueJobRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Adds a job, or finds the one with that idempotency key. It waits as pending unless the campaign runs. SQLSTATE SC011 if the campaign is over.
///
/// Calls the function `public.enqueue_job`.
///
/// The schema's default of `p_payload` is `'{}'`.
/// The schema's default of `p_idempotency_key` is `NULL`.
/// The schema's default of `p_priority` is `5`.
/// The schema's default of `p_scheduled_at` is `NULL`.
/// The schema's default of `p_max_attempts` is `3`.
#[allow(clippy::too_many_arguments)]
pub fn enqueue_job<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_job_type: impl Into<Option<JobTypeEnum>>,
    p_payload: impl Into<Option<&'q serde_json::Value>>,
    p_idempotency_key: impl Into<Option<&'q str>>,
    p_priority: impl Into<Option<i32>>,
    p_scheduled_at: impl Into<Option<DateTime<Utc>>>,
    p_max_attempts: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Vec<EnqueueJobRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT job_id, was_created FROM public.enqueue_job($1::uuid, ",
        "$2::public.job_type_enum, $3::jsonb, $4::text, $5::integer, $6::timestamp ",
        "with time zone, $7::integer)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_job_type.into())
    .bind(p_payload.into())
    .bind(p_idempotency_key.into())
    .bind(p_priority.into())
    .bind(p_scheduled_at.into())
    .bind(p_max_attempts.into())
    .fetch_all(db)
}
