// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::enums::JobTypeEnum;
use super::super::models::CampaignJob;
use super::super::support::Query;

/// Takes up to so many jobs that are due, highest priority first, and leases them to a worker; no two workers get the same. A trigger gives each its fencing token. To be committed before the work begins, so that nobody waits for it. attempts never passes max_attempts: a job without attempts left cannot be queued.
///
/// Calls the function `public.claim_jobs`.
///
/// The schema's default of `p_limit` is `1`.
/// The schema's default of `p_lease_seconds` is `300`.
pub fn claim_jobs<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_worker_id: impl Into<Option<&'q str>>,
    p_job_type: impl Into<Option<JobTypeEnum>>,
    p_limit: impl Into<Option<i32>>,
    p_lease_seconds: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Vec<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT id, campaign_id, job_type, status, priority, scheduled_at, ",
        "next_execution_at, attempts, max_attempts, idempotency_key, payload, result, ",
        "last_error, lease_owner, lease_expires_at, fencing_token, started_at, ",
        "finished_at, created_at, updated_at",
        " FROM public.claim_jobs($1::text, $2::public.job_type_enum, $3::integer, ",
        "$4::integer)",
    ))
    .bind(p_worker_id.into())
    .bind(p_job_type.into())
    .bind(p_limit.into())
    .bind(p_lease_seconds.into())
    .fetch_all(db)
}
