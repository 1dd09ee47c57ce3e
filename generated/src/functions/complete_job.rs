// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Ends a job well. A lease that ran out does no harm as long as nobody took the job. SQLSTATE SC006.
///
/// Calls the function `public.complete_job`.
///
/// The schema's default of `p_result` is `NULL`.
pub fn complete_job<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_job_id: impl Into<Option<Uuid>>,
    p_fencing_token: impl Into<Option<i64>>,
    p_result: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<(), sqlx::Error>> {
    Query::new(
        "SELECT public.complete_job($1::uuid, $2::bigint, $3::jsonb)",
    )
    .bind(p_job_id.into())
    .bind(p_fencing_token.into())
    .bind(p_result.into())
    .execute(db)
}
