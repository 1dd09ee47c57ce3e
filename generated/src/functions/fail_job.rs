// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::JobStatusEnum;
use super::super::support::Query;

/// Ends an attempt badly and returns what became of the job: queued or pending to be retried after a growing delay, dead if that was the last attempt, failed if a retry is of no use. SQLSTATE SC006.
///
/// Calls the function `public.fail_job`.
///
/// The schema's default of `p_is_retryable` is `true`.
/// The schema's default of `p_retry_delay_seconds` is `NULL`.
pub fn fail_job<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_job_id: impl Into<Option<Uuid>>,
    p_fencing_token: impl Into<Option<i64>>,
    p_error: impl Into<Option<&'q str>>,
    p_is_retryable: impl Into<Option<bool>>,
    p_retry_delay_seconds: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<JobStatusEnum>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.fail_job($1::uuid, $2::bigint, $3::text, $4::boolean, ",
        "$5::integer)",
    ))
    .bind(p_job_id.into())
    .bind(p_fencing_token.into())
    .bind(p_error.into())
    .bind(p_is_retryable.into())
    .bind(p_retry_delay_seconds.into())
    .fetch_value(db)
}
