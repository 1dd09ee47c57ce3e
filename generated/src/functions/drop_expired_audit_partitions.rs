// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

/// Drops partitions of the audit log whose retention has run out for every class in them, and clears up to so many expired rows from the default partition; returns how many partitions it dropped. To be called every day or so.
///
/// Calls the function `public.drop_expired_audit_partitions`.
///
/// The schema's default of `p_as_of` is `now()`.
/// The schema's default of `p_limit` is `10000`.
pub async fn drop_expired_audit_partitions(
    db: impl PgExecutor<'_>,
    p_as_of: impl Into<Option<DateTime<Utc>>>,
    p_limit: impl Into<Option<i32>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.drop_expired_audit_partitions($1::timestamp with time zone, ",
        "$2::integer)",
    ))
    .bind(p_as_of.into())
    .bind(p_limit.into())
    .fetch_one(db)
    .await
}
