// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Heartbeat of a holder; returns the new end. SQLSTATE SC009 if the lock was released or taken over.
///
/// Calls the function `public.renew_config_lock`.
///
/// The schema's default of `p_ttl_seconds` is `60`.
pub fn renew_config_lock<'e>(
    db: impl PgExecutor<'e>,
    p_lock_id: impl Into<Option<Uuid>>,
    p_ttl_seconds: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<DateTime<Utc>>, sqlx::Error>> {
    Query::new(
        "SELECT public.renew_config_lock($1::uuid, $2::integer) AS value",
    )
    .bind(p_lock_id.into())
    .bind(p_ttl_seconds.into())
    .fetch_finite(db)
}
