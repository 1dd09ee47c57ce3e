// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::models::CampaignJob;
use super::super::support::Query;

/// First step of all that a worker does with its job: locks it and checks the fencing token (SQLSTATE SC006).
///
/// Calls the function `public.lock_claimed_job`.
pub fn lock_claimed_job<'e>(
    db: impl PgExecutor<'e>,
    p_job_id: impl Into<Option<Uuid>>,
    p_fencing_token: impl Into<Option<i64>>,
) -> BoxFuture<'e, Result<Option<CampaignJob>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT id, campaign_id, job_type, status, priority, scheduled_at, ",
        "next_execution_at, attempts, max_attempts, idempotency_key, payload, result, ",
        "last_error, lease_owner, lease_expires_at, fencing_token, started_at, ",
        "finished_at, created_at, updated_at",
        " FROM public.lock_claimed_job($1::uuid, $2::bigint) AS found WHERE NOT found ",
        "IS NULL",
    ))
    .bind(p_job_id.into())
    .bind(p_fencing_token.into())
    .fetch_optional(db)
}
