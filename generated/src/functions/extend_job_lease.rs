// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Heartbeat of a worker: renews the lease and returns its new end. SQLSTATE SC006.
///
/// Calls the function `public.extend_job_lease`.
///
/// The schema's default of `p_lease_seconds` is `300`.
pub fn extend_job_lease<'e>(
    db: impl PgExecutor<'e>,
    p_job_id: impl Into<Option<Uuid>>,
    p_fencing_token: impl Into<Option<i64>>,
    p_lease_seconds: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<DateTime<Utc>>, sqlx::Error>> {
    Query::new(
        "SELECT public.extend_job_lease($1::uuid, $2::bigint, $3::integer) AS value",
    )
    .bind(p_job_id.into())
    .bind(p_fencing_token.into())
    .bind(p_lease_seconds.into())
    .fetch_finite(db)
}
