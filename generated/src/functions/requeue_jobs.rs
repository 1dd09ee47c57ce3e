// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::JobTypeEnum;
use super::super::support::Query;

/// Gives failed and dead jobs of a phase all their attempts again; returns how many. Tokens of their former claims stay stale.
///
/// Calls the function `public.requeue_jobs`.
pub fn requeue_jobs<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_job_type: impl Into<Option<JobTypeEnum>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.requeue_jobs($1::uuid, $2::public.job_type_enum)",
    )
    .bind(p_campaign_id.into())
    .bind(p_job_type.into())
    .fetch_value(db)
}
